// A laboratory's own calibrators: kept, trained on scans on record, and named in comparisons and searches.

#include "answers/refusals.h"
#include "base/whole_file.h"
#include "comparison/refusals.h"
#include "exchange/calibrator_file.h"
#include "exchange/scan_files.h"
#include "seizure/refusals.h"
#include "service/enrol_scans.h"
#include "service/refusals.h"
#include "storage/scan_folder.h"
#include "tests/http/server_fixture.h"
#include "tests/scans/made_scans.h"

namespace lotline {
namespace {

using access::Role;

/// Scans of a made-up gun on record, two of each of four.
class CalibratorsTest : public ServerTest {
 protected:
  static constexpr int kGuns = 4;

  void start_with_scans() {
    reopen();
    const auto exhibit = done("recoveries", recovery("C-1", "fired_case", "1", "crime_scene", "2021-08-20"));
    std::vector<std::string> paths;
    for (int gun = 0; gun < kGuns; ++gun)
      for (int firing = 0; firing < 2; ++firing)
        paths.push_back(files_.scan(fmt::format("{}{}.x3p", gun, firing), static_cast<std::uint64_t>(gun) + 1, {},
                                    static_cast<std::uint64_t>(10 * gun + firing)));
    const auto found = exchange::scan_files(paths, {{"exhibit", std::to_string(exhibit)}}).value();
    const auto folder = storage::ScanFolder::open(storage::scan_folder_of(path_), true).value();
    for (const auto& one : service::enrol_scans(*desk_, *folder, found, {})) {
      EXPECT_NE(one.scan, 0) << one.path << one.refusal.text;
      scans_.push_back(one.scan);
    }
    desk_.reset();
    store_.reset();
    start();
  }
  [[nodiscard]] std::string pairs() const {
    std::string csv = "a,b,source_a,source_b\n";
    for (std::size_t i = 0; i < scans_.size(); ++i)
      for (std::size_t j = i + 1; j < scans_.size(); ++j)
        csv += fmt::format("{},{},gun {},gun {}\n", scans_[i], scans_[j], i / 2, j / 2);
    return csv;
  }
  Answer train(const SignedInAs& who, const std::string& csv, std::string_view more = "", std::string_view key = "") {
    const std::string headers = who.headers() + (key.empty() ? "" : fmt::format("Idempotency-Key: {}\r\n", key));
    return ask("POST", fmt::format("/api/v1/trainings?name=Lab%201&population=made-up%20guns&simulated=yes{}", more),
               headers, csv, "text/csv");
  }
  static bool says(const Answer& answer, std::string_view text) { return answer.body.find(text) != std::string::npos; }
  static bool refused_by(const Answer& answer, const RefusalKind& kind) {
    return says(answer, fmt::format("\"number\":{},", kind.number));
  }
  static std::string member(const Answer& answer, std::string_view name) {
    const std::string begins = fmt::format("\"{}\":\"", name);
    const auto at = answer.body.find(begins);
    if (at == std::string::npos) return "";
    const auto begin = at + begins.size();
    return answer.body.substr(begin, answer.body.find('"', begin) - begin);
  }

  ScanFolder files_;
  std::vector<RecordNumber> scans_;
};

TEST_F(CalibratorsTest, one_is_trained_on_scans_on_record_kept_and_weighs_what_names_it) {
  start_with_scans();
  const auto who = account("examiner", {Role::examiner}, "LAB");
  const Answer begun = train(who, pairs(), "", "t1");
  ASSERT_EQ(begun.status, 202) << begun.body;
  EXPECT_EQ(train(who, pairs(), "", "t1").header("Location"), begun.header("Location"));
  const Answer job = followed(begun.header("Location"), who);
  ASSERT_TRUE(says(job, R"("state":"done")")) << job.body;
  EXPECT_TRUE(says(job, R"("pairs_done":28,"pairs_total":28)")) << job.body;
  EXPECT_TRUE(says(job, R"("pairs_same":4,"pairs_different":24)")) << job.body;
  EXPECT_EQ(job.body.find(folder_.path), std::string::npos) << "a path of the service's disk";
  const std::string sha256 = member(job, "sha256");
  EXPECT_TRUE(says(job, fmt::format(R"("out":"/api/v1/calibrators/{}")", sha256))) << job.body;

  stop();
  start();  // kept on the disk
  const std::string compared = fmt::format(R"({{"a":"{}","b":"{}","calibrator":"{}"}})", scans_[0], scans_[1], sha256);
  const Answer weighed = ask("POST", "/api/v1/comparisons", who.headers(), compared);
  EXPECT_TRUE(says(weighed, fmt::format(R"("sha256":"{}")", sha256))) << weighed.body;
  const Answer searched =
      ask("POST", fmt::format("/api/v1/scans/{}/searches", scans_[0]), who.headers(),
          fmt::format(R"({{"calibrator":"{}","most":"3","short_list":"5","any_class":"yes"}})", sha256));
  EXPECT_EQ(searched.status, 201) << searched.body;
  EXPECT_TRUE(says(searched, fmt::format(R"("sha256":"{}")", sha256))) << searched.body;
  EXPECT_EQ(ask("GET", fmt::format("/api/v1/comparisons/{}/{}/picture.png?calibrator={}", scans_[0], scans_[1], sha256),
                who.headers())
                .status,
            200);
  const Answer all = ask("GET", "/api/v1/calibrators", who.headers());
  EXPECT_TRUE(says(all, R"("shipped":false,"calibrator":{"name":"Lab 1")")) << all.body;
  const Answer file = ask("GET", "/api/v1/calibrators/" + sha256, who.headers());
  EXPECT_EQ(exchange::read_calibrator_text(file.body).value().sha256, sha256);
}

TEST_F(CalibratorsTest, what_cannot_be_trained_on_is_refused_before_or_with_the_job) {
  start_with_scans();
  const auto who = account("examiner", {Role::examiner}, "LAB");
  EXPECT_EQ(train(who, pairs(), "&mark=barrel").status, 422);
  EXPECT_EQ(train(who, pairs(), "&pitch_min=wide").status, 422);
  EXPECT_EQ(train(who, pairs(), "&count_as=0").status, 422);
  EXPECT_EQ(ask("POST", "/api/v1/trainings?population=guns", who.headers(), pairs(), "text/csv").status, 422);
  EXPECT_EQ(ask("POST", "/api/v1/trainings?name=Lab", who.headers(), pairs(), "text/csv").status, 422);
  const auto refusal_of = [&](const std::string& csv, std::string_view more = "") {
    return followed(train(who, csv, more).header("Location"), who);
  };
  EXPECT_TRUE(refused_by(refusal_of("a,b\n1,2\n"), bad_columns));
  EXPECT_TRUE(refused_by(refusal_of("a,b,source_a,source_b\n1,,x,y\n"), comparison::bad_scan_pair));
  EXPECT_TRUE(refused_by(refusal_of("a,b,source_a,source_b\n1,999999,x,y\n"), seizure::unknown_scan));
  EXPECT_TRUE(refused_by(refusal_of(pairs(), "&mark=firing_pin"), service::marks_differ));
  EXPECT_TRUE(says(ask("GET", "/api/v1/trainings", who.headers()), R"("state":"refused")"));
}

TEST_F(CalibratorsTest, one_made_elsewhere_is_kept_once_and_what_is_none_is_refused) {
  start();
  const auto who = account("examiner", {Role::examiner}, "LAB");
  const auto shipped = read_whole_file(LOTLINE_SOURCE_DIR "/data/calibrators/breech_face.json", 1 << 22).value();
  const std::string text(reinterpret_cast<const char*>(shipped.data()), shipped.size());
  const Answer kept = ask("POST", "/api/v1/calibrators", who.headers(), std::string(3'000, ' ') + text);
  ASSERT_EQ(kept.status, 201) << kept.body;
  EXPECT_EQ(ask("POST", "/api/v1/calibrators", who.headers(), text).body, kept.body) << "blanks do not matter";
  EXPECT_EQ(ask("GET", kept.header("Location"), who.headers()).status, 200);
  EXPECT_TRUE(refused_by(ask("POST", "/api/v1/calibrators", who.headers(), R"({"format":"another"})"),
                         comparison::not_a_calibrator));
  EXPECT_TRUE(refused_by(ask("GET", "/api/v1/calibrators/0123", who.headers()), answers::no_such_calibrator));
  std::ofstream(path_ + "-calibrators/none.json") << "nothing of the kind";
  stop();
  start();
  EXPECT_EQ(ask("GET", kept.header("Location"), who.headers()).status, 200);
}

TEST_F(CalibratorsTest, one_that_is_not_kept_weighs_nothing_and_none_is_a_choice) {
  start_with_scans();
  const auto who = account("examiner", {Role::examiner}, "LAB");
  const auto compared = [&](std::string_view calibrator) {
    return ask("POST", "/api/v1/comparisons", who.headers(),
               fmt::format(R"({{"a":"{}","b":"{}","calibrator":"{}"}})", scans_[0], scans_[1], calibrator));
  };
  const Answer unknown = compared("0123");
  EXPECT_EQ(unknown.status, 422);
  EXPECT_TRUE(refused_by(unknown, answers::no_such_calibrator)) << unknown.body;
  EXPECT_TRUE(says(unknown, R"("field":"calibrator")")) << unknown.body;
  EXPECT_TRUE(says(compared("none"), R"("calibrator":null)"));
}

TEST_F(CalibratorsTest, nothing_is_kept_beside_a_register_that_is_only_read) {
  std::filesystem::permissions(path_, std::filesystem::perms::owner_read);
  start();
  const auto who = account("examiner", {Role::examiner}, "LAB");
  EXPECT_EQ(ask("POST", "/api/v1/calibrators", who.headers(), "{}").status, 503);
  EXPECT_EQ(train(who, "a,b,source_a,source_b\n").status, 503);
}

}  // namespace
}  // namespace lotline
