#pragma once
// Late records: what was recorded later than it happened may leave an account below zero in the order of happening.

#include <vector>

#include "custody/book.h"
#include "service/verify.h"

namespace lotline::service {

/// Appends the late records of a lot; returns how many entries the lot has.
std::int64_t list_late(const custody::Book& book, LotId lot, std::vector<LateRecord>& late);

}  // namespace lotline::service
