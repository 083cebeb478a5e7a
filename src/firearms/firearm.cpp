#include "firearms/firearm.h"

#include "firearms/refusals.h"

namespace lotline::firearms {

Result<FirearmRegistered> decide_firearm(const Firearms& firearms, FirearmRegistered firearm) {
  if (firearm.make.empty() || firearm.serial.empty()) return refuse(missing_value, "make and serial of the firearm");
  for (const auto& other : firearms.firearms.all_by("serial", firearm.serial))
    if (other.make == firearm.make) return refuse(firearm_exists, "{} {}", firearm.make, firearm.serial);
  const bool stamped = !firearm.microstamp.empty();
  const auto same = stamped ? firearms.firearms.first_by("microstamp", firearm.microstamp) : std::nullopt;
  if (same) return refuse(microstamp_taken, "{} of {} {}", firearm.microstamp, same->make, same->serial);
  return firearm;
}

void apply(const FirearmRegistered& record, RecordNumber number, const When& happened, Firearms& firearms) {
  firearms.firearms.put({FirearmId{number}, record.make, record.model, record.serial, record.calibre, record.owner,
                         record.microstamp, record.jurisdiction, happened.first, happened.last});
}

}  // namespace lotline::firearms
