#include "service/acts.h"
#include "service/catalogue_words.h"
#include "stockpile/condition.h"

namespace lotline::service {

namespace {

const Form kForm{"condition",
                 "a lot's condition as inspected",
                 {{"maker", "of the lot", "MAKER-1", true},
                  {"lot", "its number as marked", "ABC17A001-001", true},
                  {"product", "when the number is not enough", ""},
                  {"code", "see lotline words condition_us", "A", true},
                  {"on", "day of inspection; today when empty", "2019-01-15"},
                  {"basis", "inspection report", "Inspection 2/2019"},
                  {"note", "free words", ""}}};

Result<RecordNumber> record(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  stockpile::ConditionRecorded condition;
  condition.lot = TRY(desk.lookup.lot(values));
  condition.code = TRY(of_field("code", vocabulary_word(desk.catalogue, "condition_us", values.text("code"))));
  condition.note = values.text("note");
  return enter(desk, circumstance, std::move(condition));
}

}  // namespace

ActKind record_condition() { return {kForm, record}; }

}  // namespace lotline::service
