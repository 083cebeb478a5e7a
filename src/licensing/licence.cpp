#include "licensing/licence.h"

#include <fmt/ranges.h>

#include "licensing/refusals.h"

namespace lotline::licensing {

namespace {

bool international(LicenceKind kind) {
  return kind == LicenceKind::import || kind == LicenceKind::export_ || kind == LicenceKind::transit;
}

/// What an international licence must state and this one does not (Firearms Protocol art. 7(b) and 10(3)).
std::vector<std::string_view> missing_from(const LicenceRegistered& licence) {
  std::vector<std::string_view> missing;
  if (licence.export_state.empty()) missing.push_back("export_state");
  if (licence.import_state.empty()) missing.push_back("import_state");
  if (licence.transit_states.empty()) missing.push_back("transit_states");
  if (!licence.final_recipient) missing.push_back("final_recipient");
  if (licence.description.empty()) missing.push_back("description");
  if (licence.rounds == Rounds{}) missing.push_back("rounds");
  return missing;
}

}  // namespace

Result<LicenceRegistered> decide_licence(const Licences& licences, LicenceRegistered licence) {
  if (licence.number.empty()) return refuse(missing_value, "number");
  if (licences.licences.first_by("number", licence.number)) return refuse(licence_exists, "{}", licence.number);
  const bool coded = !licence.gdti.empty();
  if (coded && licences.licences.first_by("gdti", licence.gdti)) return refuse(gdti_taken, "{}", licence.gdti);
  if (licence.expires_on < licence.issued_on)
    return refuse(licence_dates, "{} was issued {} and expired {}", licence.number, to_text(licence.issued_on),
                  to_text(licence.expires_on));
  const auto missing = missing_from(licence);
  if (international(licence.kind) && !missing.empty())
    return refuse(licence_incomplete, "{} lacks {}", licence.number, fmt::join(missing, ", "));
  return licence;
}

void apply(const LicenceRegistered& record, RecordNumber number, Licences& licences) {
  licences.licences.put({LicenceId{number}, record.number, record.kind, record.holder, record.issued_on,
                         record.expires_on, record.export_state, record.import_state,
                         fmt::format("{}", fmt::join(record.transit_states, ";")), record.final_recipient,
                         record.description, record.rounds, record.non_retransfer,
                         fmt::format("{}", fmt::join(record.lots, ";")), record.gdti});
}

Result<void> permits(const Licences& licences, const LicenceRow& licence, const Use& use) {
  if (licence.kind != use.kind)
    return refuse(licence_kind, "{} is a licence for {}, not {}", licence.number, word(licence.kind), word(use.kind));
  if (licence.holder != use.holder) return refuse(licence_holder, "{}", licence.number);
  if (use.happened.first < licence.issued_on || licence.expires_on < use.happened.last)
    return refuse(licence_not_in_force, "{} ran from {} to {}, the act was on {}", licence.number,
                  to_text(licence.issued_on), to_text(licence.expires_on), to_text(use.happened));
  const auto listed = split(licence.lots, ';');
  if (!listed.empty() && std::find(listed.begin(), listed.end(), use.lot_mark) == listed.end())
    return refuse(lot_not_on_licence, "{} lists {}, the lot is {}", licence.number, licence.lots, use.lot_mark);
  if (use.recipient && licence.final_recipient && use.recipient != licence.final_recipient)
    return refuse(licence_recipient, "{}", licence.number);
  const auto used = licences.use.find(make_key(licence.id));
  const Rounds after = (used ? used->used : Rounds{}) + use.rounds;
  if (licence.rounds > Rounds{} && after > licence.rounds)
    return refuse(licence_exhausted, "{} allows {}, this would make {}", licence.number, licence.rounds.count(),
                  after.count());
  return {};
}

void count_use(Licences& licences, LicenceId licence, Rounds rounds) {
  auto used = licences.use.find(make_key(licence)).value_or(LicenceUseRow{licence, Rounds{}});
  used.used += rounds;
  licences.use.put(used);
}

}  // namespace lotline::licensing
