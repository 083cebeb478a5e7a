#pragma once
// Entries by which rounds passed outside the rules: without a licence where one was needed, outside the one named,
// against a rule set aside, or against an undertaking not to pass them on (paras 63, 65).

#include <string>
#include <vector>

#include "tracing/line_of_supply.h"

namespace lotline::tracing {

struct Irregularity {
  std::size_t entry = 0;  ///< of the history
  std::string kind;       ///< without_licence, outside_licence, against_rule, retransfer_breach
  Hands hands;
  std::string words;
  std::vector<RecordNumber> records;
};

/// At most one for an entry: the gravest, in the order retransfer_breach, without_licence, outside_licence,
/// against_rule.
std::vector<Irregularity> irregularities_of(const LotHistory& history, Names& names);

}  // namespace lotline::tracing
