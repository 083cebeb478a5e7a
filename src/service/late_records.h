#pragma once
// Late records: what was recorded later than it happened may leave an account below zero in the order of happening.

#include <vector>

#include "custody/book.h"
#include "service/verify.h"

namespace lotline::service {

/// Appends the late records of a lot, of which these are all entries.
void list_late(LotId lot, const std::vector<const custody::EntryRow*>& entries, std::vector<LateRecord>& late);

}  // namespace lotline::service
