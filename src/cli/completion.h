#pragma once
// Shell completion and the man page, made from the command tree.

#include <string>

#include "cli/command.h"

namespace lotline::cli {

/// For bash, zsh or fish; empty for another word.
std::string completion_for(const Command& root, const std::string& shell);
/// The page in roff: `lotline man | man -l -`.
std::string man_page(const Command& root);

}  // namespace lotline::cli
