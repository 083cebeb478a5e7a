#include "cli/command.h"

#include <gtest/gtest.h>

namespace lotline::cli {

namespace {

/// A program of one group with one command, which notes what it was given.
struct Small {
  std::string place;
  std::string word;
  std::vector<std::string> many;
  bool flag = false;
  int runs = 0;
  Command root;

  Small() {
    Command dispatch{"dispatch", "sends rounds off", "lotline record dispatch A --from-place X", {}, {}, {}};
    dispatch.options = {{"WORD", "a word", &word, nullptr, nullptr, true},
                        {"--from-place", "where it starts", &place, nullptr, nullptr},
                        {"--data", "folders", nullptr, &many, nullptr},
                        {"--json", "as JSON", nullptr, nullptr, &flag}};
    dispatch.run = [this] { return ++runs, kDone; };
    Command record{"record", "writes one act", "lotline record dispatch A", {}, {}, {dispatch}};
    root = Command{"lotline", "follows ammunition", "lotline record dispatch A", {}, {}, {record}};
  }
};

struct Ran {
  int code;
  std::string output;
  std::string errors;
};

Ran run(const Command& root, const std::vector<std::string>& words) {
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  const int code = run_command(root, words);
  std::fflush(stdout);
  return {code, testing::internal::GetCapturedStdout(), testing::internal::GetCapturedStderr()};
}

}  // namespace

TEST(Command, options_are_taken_with_dashes_or_as_the_fields_of_files_are_spelt) {
  for (const std::string spelt : {"--from-place", "--from_place"}) {
    Small small;
    EXPECT_EQ(run(small.root, {"record", "dispatch", "A", spelt, "DEPOT", "--json"}).code, kDone);
    EXPECT_EQ(small.place, "DEPOT");
    EXPECT_EQ(small.word, "A");
    EXPECT_TRUE(small.flag);
    EXPECT_EQ(small.runs, 1);
  }
}

TEST(Command, an_option_given_twice_keeps_both_where_it_may) {
  Small small;
  run(small.root, {"record", "dispatch", "--data", "one", "--data", "two", "A"});
  EXPECT_EQ(small.many, (std::vector<std::string>{"one", "two"}));
}

TEST(Command, a_value_that_begins_with_a_minus_is_a_value) {
  Small small;
  run(small.root, {"record", "dispatch", "A", "--from-place", "-5"});
  EXPECT_EQ(small.place, "-5");
}

TEST(Command, a_wrong_command_is_told_the_nearest_right_one) {
  Small small;
  const Ran ran = run(small.root, {"recrod"});
  EXPECT_EQ(ran.code, kWrongWords);
  EXPECT_NE(ran.errors.find("did you mean record?"), std::string::npos) << ran.errors;
  EXPECT_TRUE(ran.output.empty());
}

TEST(Command, a_wrong_kind_is_told_the_nearest_right_one) {
  Small small;
  const Ran ran = run(small.root, {"record", "dispach"});
  EXPECT_EQ(ran.code, kWrongWords);
  EXPECT_NE(ran.errors.find("did you mean dispatch?"), std::string::npos) << ran.errors;
}

TEST(Command, a_wrong_option_is_told_the_nearest_right_one_and_nothing_is_run) {
  Small small;
  const Ran ran = run(small.root, {"record", "dispatch", "A", "--from-plcae=X"});
  EXPECT_EQ(ran.code, kWrongWords);
  EXPECT_NE(ran.errors.find("did you mean --from-place?"), std::string::npos) << ran.errors;
  EXPECT_EQ(small.runs, 0);
}

TEST(Command, a_missing_word_is_wrong_words_and_nothing_is_run) {
  Small small;
  const Ran ran = run(small.root, {"record", "dispatch"});
  EXPECT_EQ(ran.code, kWrongWords);
  EXPECT_NE(ran.errors.find("WORD"), std::string::npos) << ran.errors;
  EXPECT_EQ(small.runs, 0);
}

TEST(Command, help_shows_the_example_and_what_is_required_and_runs_nothing) {
  Small small;
  const Ran ran = run(small.root, {"record", "dispatch", "--help"});
  EXPECT_EQ(ran.code, kDone);
  EXPECT_NE(ran.output.find("lotline record dispatch A --from-place X"), std::string::npos) << ran.output;
  EXPECT_NE(ran.output.find("a word (required)"), std::string::npos) << ran.output;
  EXPECT_EQ(small.runs, 0);
}

TEST(Command, a_group_alone_lists_its_commands_and_is_wrong_words) {
  Small small;
  const Ran ran = run(small.root, {"record"});
  EXPECT_EQ(ran.code, kWrongWords);
  EXPECT_NE(ran.output.find("sends rounds off"), std::string::npos) << ran.output;
}

}  // namespace lotline::cli
