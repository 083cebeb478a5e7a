#include "stockpile/condition.h"

#include <fmt/ranges.h>

#include "stockpile/refusals.h"

namespace lotline::stockpile {

Result<DestructionCertified> decide_destruction(DestructionCertified destruction) {
  if (destruction.method.empty() || !destruction.authority || destruction.certificate.empty() ||
      destruction.witnesses.empty())
    return refuse(destruction_incomplete);
  return destruction;
}

void apply(const ConditionRecorded& record, RecordNumber number, const When& happened, Conditions& conditions) {
  conditions.conditions.put({record.lot, number, happened.last, record.code, record.note});
}

void apply(const DestructionCertified& record, Conditions& conditions) {
  conditions.destructions.put({record.movement, record.method, record.authority,
                               fmt::format("{}", fmt::join(record.witnesses, ";")), record.certificate});
}

}  // namespace lotline::stockpile
