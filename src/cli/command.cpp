#include "cli/command.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "base/text.h"
#include "cli/terminal.h"

namespace lotline::cli {

namespace {

using Path = std::vector<const Command*>;

/// --from-place may also be written as the fields of files are: --from_place.
std::string spellings(const std::string& name) {
  std::string other = name;
  std::replace(other.begin() + (name.starts_with("--") ? 2 : 0), other.end(), '-', '_');
  return other == name || !name.starts_with("--") ? name : name + "," + other;
}

/// Hands one command's words to the parser.
void declare(CLI::App& app, const Command& command) {
  app.set_help_flag();
  for (const Option& option : command.options) {
    CLI::Option* added = option.flag != nullptr   ? app.add_flag(spellings(option.name), *option.flag)
                         : option.list != nullptr ? app.add_option(spellings(option.name), *option.list)
                                                  : app.add_option(spellings(option.name), *option.text);
    added->required(option.required);
    if (option.list != nullptr && !option.positional())
      added->expected(1)->allow_extra_args(false)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  }
}

std::string spelled(const Path& path) {
  std::vector<std::string> names;
  for (const Command* command : path) names.push_back(command->name);
  return fmt::format("{}", fmt::join(names, " "));
}

int say_wrong(const std::string& words) {
  fmt::print(stderr, "{}\n", words);
  return kWrongWords;
}

/// A word where a command should stand.
int say_no_command(const Path& path, const std::string& word) {
  std::vector<std::string_view> names;
  for (const Command& inner : path.back()->commands) names.push_back(inner.name);
  const auto near = nearest_word(word, names);
  return say_wrong(near.empty()
                       ? fmt::format("\"{}\" has no command {}; see {} --help", spelled(path), word, spelled(path))
                       : fmt::format("\"{}\" has no command {}; did you mean {}?", spelled(path), word, near));
}

/// An option the command does not have, told with the nearest; empty when all are known.
std::string unknown_option(const Path& path, const std::vector<std::string>& words) {
  std::vector<std::string_view> names{"--help"};
  for (const Option& option : path.back()->options)
    if (!option.positional()) names.push_back(option.name);
  for (const std::string& word : words) {
    std::string name = word.substr(0, word.find('='));
    if (!name.starts_with("--")) continue;
    std::replace(name.begin() + 2, name.end(), '_', '-');
    if (std::find(names.begin(), names.end(), name) != names.end()) continue;
    const auto near = nearest_word(name, names);
    if (near.empty()) return fmt::format("{} has no option {}; see {} --help", spelled(path), name, spelled(path));
    return fmt::format("{} has no option {}; did you mean {}?", spelled(path), name, near);
  }
  return {};
}

}  // namespace

const Command* Command::find(std::string_view word) const {
  for (const Command& inner : commands)
    if (inner.name == word) return &inner;
  return nullptr;
}

std::string help_of(const Path& path) {
  const Command& command = *path.back();
  std::string text = fmt::format("{}: {}\n\n  {}", spelled(path), command.summary, spelled(path));
  for (const Option& option : command.options)
    if (option.positional()) text += " " + option.name + (option.list != nullptr ? "..." : "");
  text += command.commands.empty() ? " [OPTIONS]\n" : " COMMAND [OPTIONS]\n";
  const auto table = [&](std::string_view title, const std::vector<std::pair<std::string, std::string>>& rows) {
    if (rows.empty()) return;
    std::size_t width = 0;
    for (const auto& row : rows) width = std::max(width, row.first.size());
    text += fmt::format("\n{}\n", title);
    for (const auto& [name, help] : rows)
      text += hanging(fmt::format("  {:<{}}  ", name, width), help, terminal_width(stdout));
  };
  std::vector<std::pair<std::string, std::string>> words, options, commands;
  for (const Option& o : command.options) {
    const std::string help = o.help + (o.required ? " (required)" : "");
    if (o.positional())
      words.emplace_back(o.name, help);
    else
      options.emplace_back(o.flag != nullptr ? o.name : o.name + " VALUE", help);
  }
  for (const Command& inner : command.commands) commands.emplace_back(inner.name, inner.summary);
  table("commands", commands);
  table("words", words);
  table("options", options);
  if (!command.example.empty()) text += fmt::format("\nexample\n  {}\n", command.example);
  return text;
}

int run_command(const Command& root, const std::vector<std::string>& words) {
  const auto is_help = [](const std::string& word) { return word == "--help" || word == "-h"; };
  Path path{&root};
  std::size_t at = 0;
  for (; at < words.size() && !path.back()->commands.empty() && !is_help(words[at]) && words[at] != "help"; ++at) {
    const Command* inner = path.back()->find(words[at]);
    if (inner == nullptr) return say_no_command(path, words[at]);
    path.push_back(inner);
  }
  std::vector<std::string> rest(words.begin() + static_cast<std::ptrdiff_t>(at), words.end());
  const bool group = !path.back()->run;
  const bool asked = std::any_of(rest.begin(), rest.end(), is_help) || (group && !rest.empty());
  if (group || asked) {
    fmt::print("{}", help_of(path));
    return asked ? kDone : kWrongWords;
  }
  if (const std::string unknown = unknown_option(path, rest); !unknown.empty()) return say_wrong(unknown);
  CLI::App app;
  declare(app, *path.back());
  std::reverse(rest.begin(), rest.end());
  try {
    app.parse(rest);
  } catch (const CLI::ParseError& error) {
    return say_wrong(fmt::format("{}: {}; see {} --help", spelled(path), error.what(), spelled(path)));
  }
  return path.back()->run();
}

}  // namespace lotline::cli
