#pragma once
// Invariants that stay checked in release: a broken one stops the commit, never the data.

#include <stdexcept>

namespace lotline {

/// Thrown by CHECK; unwinds through the open transaction, which rolls back. It is a fault of the program, never of its
/// user.
struct BrokenInvariant : std::logic_error {
  using std::logic_error::logic_error;
};

[[noreturn]] void broken_invariant(const char* condition, const char* file, int line);

}  // namespace lotline

#define CHECK(condition) \
  ((condition) ? static_cast<void>(0) : ::lotline::broken_invariant(#condition, __FILE__, __LINE__))
