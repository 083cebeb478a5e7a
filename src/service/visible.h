#pragma once
// What a visitor sees of an answer. One who sees everything sees it whole; an organisation sees what is its own: its
// holdings and its units', and of a line of supply the steps in which it stands on one side, never another's customers.
//
// What is not its own is refused in the same words as what does not exist, so that nobody learns by asking.

#include "access/visitor.h"

namespace lotline::service {

/// Refuses a visitor who does not see everything, and tells one who may trace what is missing for it.
Result<void> require_sight_of_all(const access::Visitor& visitor);

}  // namespace lotline::service
