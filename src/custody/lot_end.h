#pragma once
// When a lot can no longer exist: from then counts how long records of it are kept (R29).

#include <optional>

#include "custody/book.h"

namespace lotline::custody {

/// The day of the last entry by which every round of the lot, and of the lots made from it, was expended or destroyed;
/// nothing while the book cannot say so: rounds held, on the way, in custody, lost, stolen, sold or exported may exist.
std::optional<Day> ended_on(const Book& book, LotId lot);

}  // namespace lotline::custody
