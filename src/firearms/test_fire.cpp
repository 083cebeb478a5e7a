#include "firearms/test_fire.h"

#include "firearms/refusals.h"

namespace lotline::firearms {

Result<TestFired> decide_test_fire(const Firearms& firearms, TestFired fired) {
  const bool known = firearms.firearms.find(make_key(fired.firearm)).has_value();
  if (!known) return refuse(unknown_firearm, "record {}", fired.firearm.number);
  if (!fired.laboratory) return refuse(missing_value, "laboratory");
  return fired;
}

void apply(const TestFired& record, RecordNumber number, const When& happened, Table<TestFireRow>& test_fires) {
  test_fires.put({TestFireId{number}, record.firearm, record.laboratory, record.rounds, record.ammunition, record.note,
                  happened.first, happened.last, 0});
}

}  // namespace lotline::firearms
