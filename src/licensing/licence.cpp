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

Result<LicenceDecided> decide_approval(const Licences& licences, LicenceDecided decided, const When& happened,
                                       std::string_view by) {
  const auto licence = licences.licences.find(make_key(decided.licence));
  if (!licence) return refuse(unknown_licence, "record {}", decided.licence.number);
  if (licence->approval != Approval::awaited)
    return refuse(no_decision_due, "{}: approval {}", licence->number, word(licence->approval));
  if (licence->prepared_by == by) return refuse(prepared_by_same, "{} was prepared by {}", licence->number, by);
  if (happened.first < licence->prepared_on)
    return refuse(decided_before_prepared, "{} was prepared on {}, the decision is of {}", licence->number,
                  to_text(licence->prepared_on), to_text(happened));
  const bool unreasoned = decided.decision == Decision::refused && decided.reason.empty();
  if (unreasoned) return refuse(missing_value, "reason");
  return decided;
}

void apply(const LicenceRegistered& record, RecordNumber number, Preparation preparation, Licences& licences) {
  if (!record.awaits_approval) preparation = {};
  licences.licences.put({LicenceId{number},
                         record.number,
                         record.kind,
                         record.holder,
                         record.issued_on,
                         record.expires_on,
                         record.export_state,
                         record.import_state,
                         fmt::format("{}", fmt::join(record.transit_states, ";")),
                         record.final_recipient,
                         record.description,
                         record.rounds,
                         record.non_retransfer,
                         fmt::format("{}", fmt::join(record.lots, ";")),
                         record.gdti,
                         record.awaits_approval ? Approval::awaited : Approval::not_needed,
                         std::move(preparation.by),
                         preparation.on,
                         Day{},
                         0});
}

void apply(const LicenceDecided& record, RecordNumber number, const When& happened, Licences& licences) {
  auto licence = licences.licences.find(make_key(record.licence));
  CHECK(licence.has_value());
  licence->approval = record.decision == Decision::approved ? Approval::approved : Approval::refused;
  licence->decided_on = happened.last;
  licence->decision = number;
  licences.licences.put(*licence);
}

LicenceRow undecided(LicenceRow licence) {
  if (licence.decision == 0) return licence;
  licence.approval = Approval::awaited;
  licence.decided_on = {};
  licence.decision = 0;
  return licence;
}

std::optional<Day> in_force_from(const LicenceRow& licence) {
  if (licence.approval == Approval::not_needed) return licence.issued_on;
  if (licence.approval == Approval::approved) return std::max(licence.issued_on, licence.decided_on);
  return std::nullopt;
}

Result<void> permits(const Licences& licences, const LicenceRow& licence, const Use& use) {
  if (licence.kind != use.kind)
    return refuse(licence_kind, "{} is a licence for {}, not {}", licence.number, word(licence.kind), word(use.kind));
  if (licence.holder != use.holder) return refuse(licence_holder, "{}", licence.number);
  if (licence.approval == Approval::awaited) return refuse(licence_awaits_approval, "{}", licence.number);
  if (licence.approval == Approval::refused) return refuse(licence_refused, "{}", licence.number);
  if (licence.approval == Approval::approved && use.happened.first < licence.decided_on)
    return refuse(licence_approved_later, "{} was approved on {}, the act was on {}", licence.number,
                  to_text(licence.decided_on), to_text(use.happened));
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
