#include "service/licence_then.h"

#include "service/on_record.h"

namespace lotline::service {

licensing::LicenceRow licence_then(Register& store, licensing::LicenceRow licence, const AsOf& as_of) {
  const bool decided = licence.decision != 0 && on_record(store, licence.decision, as_of);
  return decided ? licence : licensing::undecided(std::move(licence));
}

std::string approval_in_words(const licensing::LicenceRow& licence) {
  using licensing::Approval;
  if (licence.approval == Approval::not_needed) return {};
  if (licence.approval == Approval::awaited) return "awaits approval";
  return fmt::format("{} on {}", word(licence.approval), to_text(licence.decided_on));
}

}  // namespace lotline::service
