#pragma once
// A line of supply as it is drawn on paper: parties in layers, ways between them as wide as the rounds that went,
// breaks in red.

#include <span>

#include "exchange/report_pages.h"
#include "tracing/answer.h"

namespace lotline::exchange {

/// Of one lot. A line of so many parties or layers that nobody could read it is left to the table of its steps.
void draw_supply(ReportPages& pages, std::span<const tracing::SupplyStep> steps);

}  // namespace lotline::exchange
