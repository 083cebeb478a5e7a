// Several files as one import: gathered, then taken in together or not at all.

#include "answers/refusals.h"
#include "tests/http/server_fixture.h"

namespace lotline {
namespace {

using access::Role;

constexpr std::string_view kClubs = "issuer,ref,code,kind,name,country\nREG,1,CLUB-A,club,Club A,BR\n";
constexpr std::string_view kMore = "issuer,ref,code,kind,name,country\nREG,2,CLUB-B,club,Club B,BR\n";
constexpr std::string_view kBad = "issuer,ref,code,kind,name,country\nREG,3,CLUB-C,nonsense,Club C,BR\n";

class SeveralFilesTest : public ServerTest {
 protected:
  Answer send(std::string_view target, const SignedInAs& who, std::string_view csv, std::string_view key = "") {
    const std::string headers =
        who.headers() + (key.empty() ? std::string{} : fmt::format("Idempotency-Key: {}\r\n", key));
    return ask("POST", target, headers, csv, "text/csv");
  }
  /// Where the import gathers.
  std::string gathering(const SignedInAs& who, std::string_view on_error = "rollback") {
    const Answer begun = send(fmt::format("/api/v1/imports?file=a.csv&more=yes&on_error={}", on_error), who, kClubs);
    EXPECT_EQ(begun.status, 202) << begun.body;
    EXPECT_TRUE(says(begun, R"("state":"gathering")")) << begun.body;
    return begun.header("Location");
  }
  static bool says(const Answer& answer, std::string_view text) { return answer.body.find(text) != std::string::npos; }
  static bool refused_by(const Answer& answer, const RefusalKind& kind) {
    return says(answer, fmt::format("\"number\":{},", kind.number));
  }
  bool on_record(const SignedInAs& who, std::string_view club) {
    return ask("GET", fmt::format("/api/v1/holders/{}", club), who.headers()).status == 200;
  }
  std::size_t files_left() const {
    std::size_t count = 0;
    for (const auto& file : std::filesystem::directory_iterator(path_ + "-jobs"))
      if (file.path().extension() == ".csv") ++count;
    return count;
  }
};

TEST_F(SeveralFilesTest, are_taken_in_together_with_the_last_of_them) {
  start();
  const auto who = account("officer", {Role::registry_officer});
  const std::string where = gathering(who);
  EXPECT_FALSE(on_record(who, "CLUB-A"));
  const Answer last = send(where + "/files?file=b.csv", who, kMore);
  ASSERT_EQ(last.status, 202) << last.body;
  const Answer job = followed(where, who);
  EXPECT_TRUE(says(job, R"("state":"done")")) << job.body;
  EXPECT_TRUE(says(job, R"("files":["a.csv","b.csv"])")) << job.body;
  EXPECT_TRUE(says(job, fmt::format(R"("bytes_done":{0},"bytes_total":{0})", kClubs.size() + kMore.size())))
      << job.body;
  EXPECT_TRUE(on_record(who, "CLUB-A"));
  EXPECT_TRUE(on_record(who, "CLUB-B"));
  EXPECT_EQ(files_left(), 0U);
}

TEST_F(SeveralFilesTest, leave_the_register_as_it_was_where_a_row_of_one_is_refused) {
  start();
  const auto who = account("officer", {Role::registry_officer});
  const std::string where = gathering(who);
  ASSERT_EQ(send(where + "/files?file=bad.csv", who, kBad).status, 202);
  const Answer job = followed(where, who);
  EXPECT_TRUE(says(job, R"("kept":false)")) << job.body;
  EXPECT_TRUE(says(job, R"("file":"bad.csv")")) << job.body;
  EXPECT_FALSE(on_record(who, "CLUB-A"));
}

TEST_F(SeveralFilesTest, give_back_the_refused_rows_of_each) {
  start();
  const auto who = account("officer", {Role::registry_officer});
  const std::string where = gathering(who, "proceed");
  ASSERT_EQ(send(where + "/files?file=bad.csv", who, kBad).status, 202);
  const Answer job = followed(where, who);
  EXPECT_TRUE(says(job, fmt::format(R"("refused_path":"{}/refused.csv?file=2")", where))) << job.body;
  EXPECT_TRUE(on_record(who, "CLUB-A"));
  EXPECT_TRUE(says(ask("GET", where + "/refused.csv?file=2", who.headers()), "CLUB-C"));
  for (const auto* other : {"/refused.csv", "/refused.csv?file=1", "/refused.csv?file=3", "/refused.json?file=2"})
    EXPECT_TRUE(refused_by(ask("GET", where + other, who.headers()), answers::no_such_job)) << other;
  EXPECT_EQ(ask("GET", where + "/refused.csv?file=0", who.headers()).status, 422);
}

TEST_F(SeveralFilesTest, are_added_only_while_the_import_gathers_and_by_whoever_began_it) {
  start();
  const auto who = account("officer", {Role::registry_officer, Role::auditor});
  const auto other = account("other", {Role::registry_officer});
  const std::string where = gathering(who);
  EXPECT_TRUE(refused_by(send(where + "/files", other, kMore), answers::no_such_job));
  EXPECT_TRUE(refused_by(ask("DELETE", where, other.headers()), answers::no_such_job));
  EXPECT_EQ(send(where + "/files?more=perhaps", who, kMore).status, 422);
  ASSERT_EQ(send(where + "/files?more=no", who, kMore).status, 202);
  followed(where, who);
  const Answer late = send(where + "/files", who, kBad);
  EXPECT_EQ(late.status, 409);
  EXPECT_TRUE(refused_by(late, answers::not_gathering)) << late.body;
  EXPECT_TRUE(refused_by(ask("DELETE", where, who.headers()), answers::not_gathering));
}

TEST_F(SeveralFilesTest, sent_again_with_their_key_are_there_once) {
  start();
  const auto who = account("officer", {Role::registry_officer});
  const Answer first = send("/api/v1/imports?more=yes", who, kClubs, "k1");
  EXPECT_EQ(send("/api/v1/imports?more=yes", who, kClubs, "k1").header("Location"), first.header("Location"));
  const Answer another = send("/api/v1/imports?more=yes", who, kMore, "k1");
  EXPECT_EQ(another.status, 422);
  EXPECT_TRUE(refused_by(another, answers::key_reused)) << another.body;
  const std::string files = first.header("Location") + "/files?more=yes";
  for (int i = 0; i < 2; ++i) ASSERT_EQ(send(files, who, kMore, "k1").status, 202) << "a key is of one address";
  EXPECT_TRUE(refused_by(send(files, who, kBad, "k1"), answers::key_reused));
  EXPECT_TRUE(says(ask("GET", first.header("Location"), who.headers()), R"("files":["upload.csv","upload.csv"])"));
}

TEST_F(SeveralFilesTest, are_together_no_larger_than_one_file_may_be) {
  start();
  const auto who = account("officer", {Role::registry_officer});
  const std::string where = gathering(who);
  const std::string large(static_cast<std::size_t>(settings_.upload_bytes) - 10, ' ');
  const Answer full = send(where + "/files", who, large);
  EXPECT_EQ(full.status, 413);
  EXPECT_TRUE(refused_by(full, answers::import_full)) << full.body;
  ASSERT_EQ(send(where + "/files", who, kMore).status, 202) << "it gathers on";
  followed(where, who);
  EXPECT_TRUE(on_record(who, "CLUB-B"));
}

TEST_F(SeveralFilesTest, outlive_a_stop_and_are_given_up_after_a_day_or_when_told) {
  start();
  const auto who = account("officer", {Role::registry_officer});
  const std::string told = gathering(who), kept = gathering(who), left = gathering(who);
  EXPECT_EQ(ask("DELETE", told, who.headers()).status, 204);
  EXPECT_EQ(ask("GET", told, who.headers()).status, 404);
  stop();
  start();
  ASSERT_EQ(send(kept + "/files", who, kMore).status, 202);
  EXPECT_TRUE(says(followed(kept, who), R"("state":"done")"));
  EXPECT_EQ(files_left(), 1U) << "of the one that still gathers";
  clock_.moment.seconds += 86'401;
  const auto later = account("later", {Role::registry_officer});
  gathering(later);
  EXPECT_EQ(ask("GET", left, later.headers()).status, 404);
  EXPECT_EQ(files_left(), 1U);
}

}  // namespace
}  // namespace lotline
