#include "cli/completion.h"

#include <gtest/gtest.h>

#include "cli/commands.h"

namespace lotline::cli {

namespace {

/// The program's own tree.
struct Tree {
  SystemClock clock;
  proof::SystemSalts salts;
  World world{clock, salts, "lotline"};
  Session session{world};
  Command root = program(session);
};

/// Calls `act` with every command below and the words that lead to it.
void each(const Command& command, const std::string& path,
          const std::function<void(const Command&, const std::string&)>& act) {
  for (const Command& inner : command.commands) {
    act(inner, path + " " + inner.name);
    each(inner, path + " " + inner.name, act);
  }
}

}  // namespace

TEST(Completion, bash_knows_every_command_with_every_option) {
  const Tree tree;
  const std::string script = completion_for(tree.root, "bash");
  each(tree.root, "lotline", [&](const Command& command, const std::string& path) {
    const auto at = script.find("\"" + path + "\")");
    ASSERT_NE(at, std::string::npos) << path;
    const std::string line = script.substr(at, script.find('\n', at) - at);
    for (const Option& option : command.options) {
      if (option.positional()) continue;
      EXPECT_NE(line.find(option.name), std::string::npos) << path << " " << option.name;
    }
  });
}

TEST(Completion, zsh_reads_the_same_through_bashcompinit) {
  const Tree tree;
  const std::string script = completion_for(tree.root, "zsh");
  EXPECT_TRUE(script.starts_with("autoload -U +X bashcompinit"));
  EXPECT_TRUE(script.ends_with(completion_for(tree.root, "bash")));
}

TEST(Completion, fish_is_told_the_options_without_dashes) {
  const Tree tree;
  const std::string script = completion_for(tree.root, "fish");
  EXPECT_NE(script.find("-l headstamp "), std::string::npos);
  EXPECT_EQ(script.find("-l --"), std::string::npos);
}

TEST(Completion, another_shell_gets_nothing) {
  const Tree tree;
  EXPECT_TRUE(completion_for(tree.root, "tcsh").empty());
}

TEST(ManPage, every_command_has_its_section_and_no_dash_is_left_bare) {
  const Tree tree;
  const std::string page = man_page(tree.root);
  each(tree.root, "lotline", [&](const Command&, const std::string& path) {
    std::string escaped;
    for (const char c : path) escaped += c == '-' ? "\\-" : std::string(1, c);
    EXPECT_NE(page.find(".SS " + escaped), std::string::npos) << path;
  });
  EXPECT_EQ(page.find(".B --"), std::string::npos);
}

TEST(Program, every_command_has_help_with_an_example_and_the_options_every_command_takes) {
  const Tree tree;
  each(tree.root, "lotline", [&](const Command& command, const std::string& path) {
    EXPECT_FALSE(command.summary.empty()) << path;
    EXPECT_TRUE(command.example.starts_with("lotline ")) << path;
    if (!command.commands.empty()) return;
    std::vector<std::string> names;
    for (const Option& option : command.options) names.push_back(option.name);
    for (const std::string common : {"--json", "--actor", "--for", "--data"})
      EXPECT_EQ(std::count(names.begin(), names.end(), common), 1) << path << " " << common;
    std::sort(names.begin(), names.end());
    EXPECT_EQ(std::adjacent_find(names.begin(), names.end()), names.end()) << path << " has an option twice";
  });
}

TEST(Program, every_plain_movement_can_be_recorded_by_its_own_name) {
  const Tree tree;
  const Command* record = tree.root.find("record");
  ASSERT_NE(record, nullptr);
  for (const std::string kind : {"dispatch", "receive", "void", "transfer", "sale", "issue", "return", "expend",
                                 "export", "find", "correct", "hold", "destroy"})
    EXPECT_NE(record->find(kind), nullptr) << kind;
}

}  // namespace lotline::cli
