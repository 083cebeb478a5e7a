#pragma once
// A lot's recorded marks as the marking module judges them.

#include "custody/lot.h"
#include "marking/traceability.h"
#include "tracing/recipients.h"

namespace lotline::service {

/// Words of the mark set, as kept with ; between them.
std::vector<std::string> mark_list(std::string_view words);
/// How completely the lot's marks and records identify it (R53).
marking::Traceability traceability_of(const custody::LotRow& lot, const tracing::Recipients& recipients);

}  // namespace lotline::service
