#pragma once
// Every refusal the program knows, by number: text, exit code and status. docs/refusals.md is printed from it.

#include <span>
#include <string>

#include "answers/http_status.h"
#include "base/refusal.h"

namespace lotline::answers {

/// In the order of their numbers.
std::span<const RefusalKind* const> all_refusals();
/// 3 where the fault is the disk's or the file's, 1 otherwise.
int exit_code_of(int number);
/// docs/refusals.md.
std::string refusals_as_markdown();

}  // namespace lotline::answers
