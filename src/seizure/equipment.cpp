#include "seizure/equipment.h"

#include "seizure/refusals.h"

namespace lotline::seizure {

Result<EquipmentSeized> decide_equipment(EquipmentSeized seized) {
  if (seized.class_.empty()) return refuse(missing_value, "class");
  const bool estimated = seized.estimated_pieces > 0 || seized.estimated_mass_g > 0;
  const bool measured = seized.pieces > 0 || seized.mass_g > 0;
  if (!estimated && !measured) return refuse(no_measure, "{} of case {}", seized.class_, seized.case_number);
  if (estimated && seized.estimate_basis.empty())
    return refuse(estimate_unexplained, "{} of case {}", seized.class_, seized.case_number);
  return seized;
}

void apply(const EquipmentSeized& record, RecordNumber number, const When& happened, Table<EquipmentRow>& equipment) {
  equipment.put({number, record.case_number, record.class_, happened.first, happened.last, record.country, record.place,
                 record.circumstances, record.custodian, record.taken_from, record.pieces, record.mass_g,
                 record.estimated_pieces, record.estimated_mass_g});
}

}  // namespace lotline::seizure
