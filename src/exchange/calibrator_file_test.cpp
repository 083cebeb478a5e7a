#include "exchange/calibrator_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "comparison/refusals.h"
#include "proof/refusals.h"

namespace lotline::exchange {
namespace {

using comparison::Calibrator;

Calibrator trained() {
  std::vector<comparison::LabelledScore> scores;
  for (int a = 0; a < 8; ++a) {
    scores.push_back({0.5 + 0.01 * (a % 7), a, a});
    for (int b = 0; b < a; ++b) scores.push_back({0.01 * ((a * 5 + b * 3) % 11), a, b});
  }
  comparison::CalibratorOptions options;
  options.draws = 5;
  Calibrator calibrator = comparison::train_calibrator(scores, options).value();
  calibrator.name = "eight guns";
  calibrator.scope = {"lotline-1", surface::Mark::breech_face, {}, {"NanoFocus"}, 3, 7};
  calibrator.population = "eight pistols";
  calibrator.data_sha256 = labelled_scores_sha256(scores);
  return calibrator;
}

/// The text with one piece put in another's place. REQUIRES that it stands there.
std::string changed(const std::string& from, const std::string& to) {
  std::string text = calibrator_text(trained());
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

int number_of(const std::string& text) {
  const auto read = read_calibrator_text(text);
  return read ? 0 : read.error().number;
}

TEST(CalibratorFile, what_is_written_is_read_back_the_same) {
  const Calibrator calibrator = trained();
  const auto read = read_calibrator_text(calibrator_text(calibrator));
  ASSERT_TRUE(read) << read.error().text;
  EXPECT_EQ(calibrator_text(*read), calibrator_text(calibrator));
  EXPECT_EQ(read->line.slope, calibrator.line.slope);
  EXPECT_EQ(read->draws.size(), 5u);
  EXPECT_EQ(read->scope.instruments, calibrator.scope.instruments);
  EXPECT_EQ(read->trained_on.firearms, 8);
}

TEST(CalibratorFile, its_hash_is_of_what_it_says_and_not_of_its_blanks) {
  const Calibrator calibrator = trained();
  std::string text = calibrator_text(calibrator);
  std::erase(text, '\n');
  const auto read = read_calibrator_text(text);
  ASSERT_TRUE(read) << read.error().text;
  EXPECT_EQ(read->sha256, calibrator_sha256(calibrator));
  EXPECT_EQ(read_calibrator_text(changed("eight pistols", " eight pistols "))->sha256, read->sha256);
  EXPECT_NE(read_calibrator_text(changed("eight pistols", "nine pistols"))->sha256, read->sha256);
}

TEST(CalibratorFile, another_format_or_version_is_refused) {
  EXPECT_EQ(number_of("{}"), proof::missing_member.number);
  EXPECT_EQ(number_of("[]"), comparison::not_a_calibrator.number);
  EXPECT_EQ(number_of("no json"), proof::bad_json.number);
  EXPECT_EQ(number_of(changed("lotline-calibrator", "lotline-galleries")), comparison::not_a_calibrator.number);
  EXPECT_EQ(number_of(changed("\"version\": 1", "\"version\": 2")), comparison::not_a_calibrator.number);
  EXPECT_EQ(number_of(changed("firth_logistic", "kernel_density")), comparison::not_a_calibrator.number);
  EXPECT_EQ(number_of(changed("\"simulated\"", "\"extra\": 1, \"simulated\"")), comparison::not_a_calibrator.number);
}

TEST(CalibratorFile, a_member_written_twice_is_refused) {
  EXPECT_EQ(number_of(changed("\"simulated\"", "\"name\": \"other\", \"simulated\"")), proof::duplicate_member.number);
}

TEST(CalibratorFile, numbers_are_finite_and_written_in_one_way) {
  const std::string slope = "\"pitch_um_min\": \"3\"";
  for (const char* text : {"nan", "inf", "-inf", "", "1e99", "x", "3.0", "03", "+3", "3 ", "1e10"})
    EXPECT_EQ(number_of(changed(slope, "\"pitch_um_min\": \"" + std::string{text} + "\"")),
              comparison::bad_calibrator_number.number)
        << text;
  EXPECT_EQ(number_of(changed(slope, "\"pitch_um_min\": \"3.5\"")), 0);
  EXPECT_EQ(number_of(changed(slope, "\"pitch_um_min\": 3")), proof::json_type.number);
}

TEST(CalibratorFile, members_that_contradict_each_other_are_refused) {
  const int contradiction = comparison::calibrator_contradiction.number;
  EXPECT_EQ(number_of(changed("\"pitch_um_min\": \"3\"", "\"pitch_um_min\": \"8\"")), contradiction);
  EXPECT_EQ(number_of(changed("\"pitch_um_min\": \"3\"", "\"pitch_um_min\": \"0\"")), contradiction);
  EXPECT_EQ(number_of(changed("\"lotline-1\"", "\"\"")), contradiction);
  EXPECT_EQ(number_of(changed("\"NanoFocus\"", "\"\"")), contradiction);
  EXPECT_EQ(number_of(changed("\"draws\": 5", "\"draws\": 6")), contradiction);
  EXPECT_EQ(number_of(changed("\"firearms_same\": 8", "\"firearms_same\": 9")), contradiction);
  EXPECT_EQ(number_of(changed("\"firearms_same\": 8", "\"firearms_same\": 0")), contradiction);
  EXPECT_EQ(number_of(changed("\"firearms_different\": 8", "\"firearms_different\": 57")), contradiction);
  EXPECT_EQ(number_of(changed("\"firearms\": 8", "\"firearms\": 7")), contradiction);
  EXPECT_EQ(number_of(changed("\"slope\": \"", "\"slope\": \"-")), contradiction);
}

TEST(CalibratorFile, a_cap_lies_on_both_sides_of_one) {
  const std::string text = calibrator_text(trained());
  const auto with_cap = [&](const std::string& name, const std::string& value) {
    std::string other = text;
    const auto at = other.find("\"" + name + "\": \"") + name.size() + 5;
    return other.replace(at, other.find('"', at) - at, value);
  };
  EXPECT_EQ(number_of(with_cap("cap_upper", "-0.5")), comparison::bad_calibrator_number.number);
  EXPECT_EQ(number_of(with_cap("cap_lower", "0.5")), comparison::bad_calibrator_number.number);
  EXPECT_EQ(number_of(with_cap("cap_upper", "10")), comparison::bad_calibrator_number.number);
  EXPECT_EQ(number_of(with_cap("cap_upper", "0.5")), 0);
}

TEST(CalibratorFile, counts_and_draws_have_bounds) {
  const int bad_number = comparison::bad_calibrator_number.number;
  EXPECT_EQ(number_of(changed("\"firearms\": 8", "\"firearms\": -1")), bad_number);
  EXPECT_EQ(number_of(changed("\"firearms\": 8", "\"firearms\": 1073741825")), bad_number);
  EXPECT_EQ(number_of(changed("\"firearms\": 8", "\"firearms\": 1073741824")), 0);
  Calibrator many = trained();
  many.draws.resize(10'001);
  many.options.draws = 10'001;
  EXPECT_EQ(number_of(calibrator_text(many)), bad_number);
}

TEST(CalibratorFile, a_draw_is_an_intercept_and_a_slope) {
  std::string text = calibrator_text(trained());
  const auto first = text.find('[', text.find("\"draws\": [") + 10);
  text.replace(first, text.find(']', first) - first + 1, "[\"1\"]");
  EXPECT_EQ(number_of(text), comparison::not_a_calibrator.number);
}

TEST(CalibratorFile, a_file_that_cannot_be_read_is_refused_and_so_is_one_that_is_too_large) {
  EXPECT_EQ(read_calibrator("/no/such/file").error().number, unreadable_file.number);
  EXPECT_EQ(read_calibrator("/").error().number, unreadable_file.number) << "a folder";
  const auto large = std::filesystem::path(testing::TempDir()) / "lotline_large_calibrator.json";
  std::string text = calibrator_text(trained());
  text += std::string((std::size_t{4} << 20) + 1 - text.size(), ' ');
  std::ofstream(large) << text;
  EXPECT_EQ(read_calibrator(large.string()).error().number, comparison::not_a_calibrator.number);
  std::filesystem::resize_file(large, std::uintmax_t{4} << 20);
  EXPECT_TRUE(read_calibrator(large.string()).has_value());
  std::filesystem::remove(large);
}

TEST(CalibratorFile, the_hash_of_scores_tells_their_order_and_sources) {
  using Scores = std::vector<comparison::LabelledScore>;
  const Scores scores{{0.5, 0, 0}, {0.1, 0, 1}};
  EXPECT_EQ(labelled_scores_sha256(scores), labelled_scores_sha256(Scores{scores}));
  EXPECT_NE(labelled_scores_sha256(scores), labelled_scores_sha256(Scores{{0.1, 0, 1}, {0.5, 0, 0}}));
  EXPECT_NE(labelled_scores_sha256(scores), labelled_scores_sha256(Scores{{0.5, 0, 0}, {0.1, 0, 2}}));
}

}  // namespace
}  // namespace lotline::exchange
