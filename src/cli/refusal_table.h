#pragma once
// Every refusal the program knows, by number: text and exit code. docs/refusals.md is printed from it.

#include <span>
#include <string>

#include "base/refusal.h"

namespace lotline::cli {

/// In the order of their numbers.
std::span<const RefusalKind* const> all_refusals();
/// 3 where the fault is the disk's or the file's, 1 otherwise.
int exit_code_of(int number);
/// docs/refusals.md.
std::string refusals_as_markdown();

}  // namespace lotline::cli
