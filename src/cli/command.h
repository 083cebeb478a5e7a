#pragma once
// A command as data: its words, options and what it does. The parser, the help, the completion and the man page are all
// made from the same tree.

#include <functional>
#include <string>
#include <vector>

#include "answers/exit_code.h"

namespace lotline::cli {

/// Something a command is told. A value option has a target; a flag has a switch.
struct Option {
  std::string name;  ///< "--headstamp", or "REGISTER" for a word by position
  std::string help;
  std::string* text = nullptr;
  std::vector<std::string>* list = nullptr;  ///< may be given several times
  bool* flag = nullptr;
  bool required = false;

  [[nodiscard]] bool positional() const { return !name.starts_with('-'); }
};

struct Command {
  std::string name;
  std::string summary;  ///< one line
  std::string example;  ///< a line that works
  std::vector<Option> options;
  std::function<int()> run;  ///< exit code; empty for a group of commands
  std::vector<Command> commands;

  [[nodiscard]] const Command* find(std::string_view word) const;
};

using answers::kDone;
using answers::kFault;
using answers::kRefused;
using answers::kWrongWords;

/// Parses the words by the tree and runs the command; prints help, or what is wrong with the nearest right word.
int run_command(const Command& root, const std::vector<std::string>& words);

/// The help of a command, as printed for --help; `path` is the chain of commands that leads to it, the program first.
std::string help_of(const std::vector<const Command*>& path);

}  // namespace lotline::cli
