#include "tracing/irregularity.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "marking/lot_mark_key.h"

namespace lotline::tracing {

namespace {

using custody::Act;
using custody::EntryRow;
using custody::Standing;

/// Acts by which rounds pass from one party to another, or in and out of the country.
bool passes_on(Act act) {
  return act == Act::dispatch || act == Act::transfer || act == Act::sale || act == Act::issue || act == Act::export_ ||
         act == Act::import;
}

bool crosses_a_border(const EntryRow& row, const Hands& hands, Names& names) {
  if (row.act == Act::import || row.act == Act::export_) return true;
  const auto& from = names.row(hands.from).country;
  const auto& to = names.row(hands.to).country;
  return !from.empty() && !to.empty() && from != to;
}

/// An undertaking not to pass rounds on: whose, since which entry, under which licence.
struct Undertaking {
  Day since;
  const licensing::LicenceRow* licence;
  RecordNumber record;
};
using Undertakings = std::map<PartyId, Undertaking>;

bool lists(const licensing::LicenceRow& licence, const std::string& number_key) {
  if (licence.lots.empty()) return true;
  const auto marks = split(licence.lots, ';');
  return std::ranges::any_of(marks, [&](std::string_view mark) { return marking::lot_mark_key(mark) == number_key; });
}

/// Why the entry is not covered by the licence it names; empty when it is.
std::string outside(const EntryRow& row, const licensing::LicenceRow& licence, const custody::LotRow& lot) {
  const auto from = licensing::in_force_from(licence);
  if (!from) return fmt::format("licence {} was not approved", licence.number);
  if (row.happened_first > licence.expires_on || row.happened_last < *from)
    return fmt::format("licence {} was not in force on {}", licence.number, to_text(row.happened()));
  if (!lists(licence, lot.number_key)) return fmt::format("licence {} does not list the lot", licence.number);
  return {};
}

class Examination {
 public:
  Examination(const LotHistory& history, Names& names) : history_(history), names_(names) {}

  std::vector<Irregularity> run() {
    for (std::size_t i = 0; i < history_.entries.size(); ++i)
      if (history_.entries[i].net > Rounds{}) examine(i);
    return std::move(found_);
  }

 private:
  void examine(std::size_t at) {
    const EntryRow& row = history_.entries[at].row;
    const Hands hands = hands_of(row, names_);
    const auto& licence = names_.licence(licence_of(row, names_));
    if (const auto* broken = broken_undertaking(row, hands)) {
      add(at, "retransfer_breach", hands,
          fmt::format("{} had undertaken not to pass on what it received under licence {}",
                      names_.party(names_.organisation(hands.from)).text(), broken->licence->number),
          broken->record);
    } else if (passes_on(row.act) && !licence.id && crosses_a_border(row, hands, names_)) {
      add(at, "without_licence", hands, fmt::format("{} across a border names no licence", word(row.act)));
    } else if (const auto why = not_covered(row, licence); !why.empty()) {
      add(at, "outside_licence", hands, why);
    } else if (!row.overridden.empty()) {
      add(at, "against_rule", hands, fmt::format("the rule {} was set aside for it", row.overridden));
    }
    if (licence.id && licence.non_retransfer) undertake(row, hands, licence);
  }

  std::string not_covered(const EntryRow& row, const licensing::LicenceRow& licence) const {
    return passes_on(row.act) && licence.id ? outside(row, licence, history_.lot) : std::string{};
  }

  const Undertaking* broken_undertaking(const EntryRow& row, const Hands& hands) {
    if (!passes_on(row.act) || row.act == Act::import || row.from_standing != Standing::held) return nullptr;
    const PartyId organisation = names_.organisation(hands.from);
    const auto undertaking = undertakings_.find(organisation);
    if (undertaking == undertakings_.end() || row.happened_last < undertaking->second.since) return nullptr;
    const bool leaves = row.to_standing == Standing::sold || row.to_standing == Standing::exported ||
                        (names_.organisation(hands.to) != organisation && !names_.keeps_for_others(hands.to));
    return leaves ? &undertaking->second : nullptr;
  }

  void undertake(const EntryRow& row, const Hands& hands, const licensing::LicenceRow& licence) {
    const PartyId bound = licence.final_recipient ? licence.final_recipient : hands.to;
    undertakings_.try_emplace(names_.organisation(bound), Undertaking{row.happened_first, &licence, row.number});
  }

  void add(std::size_t at, std::string kind, const Hands& hands, std::string words, RecordNumber also = 0) {
    Irregularity found{at, std::move(kind), hands, std::move(words), {history_.entries[at].row.number}};
    if (also != 0) found.records.push_back(also);
    found_.push_back(std::move(found));
  }

  const LotHistory& history_;
  Names& names_;
  Undertakings undertakings_;
  std::vector<Irregularity> found_;
};

}  // namespace

std::vector<Irregularity> irregularities_of(const LotHistory& history, Names& names) {
  return Examination(history, names).run();
}

}  // namespace lotline::tracing
