#include "stockpile/stocktake.h"
#include "service/acts.h"

namespace lotline::service {

namespace {

const Form kStocktake{"stocktake",
                      "what was counted at a place; a difference opens an investigation and freezes the lot there",
                      {{"holder", "code of the party", "POLICE-1", true},
                       {"place", "store that was counted", "CENTRAL-DEPOT"},
                       {"counts", "MAKER LOT ROUNDS, separated by ;", "MAKER-1 ABC17A001-001 3800", true},
                       {"complete", "yes when everything in the store was counted", "no"},
                       {"on", "day of the count; today when empty", "2019-03-10"},
                       {"basis", "count sheet", "Count sheet 3/2019"}}};

const Form kDecide{"decide",
                   "what an investigation found a difference to be; only now rounds move",
                   {{"investigation", "number of the stocktake that opened it", "40", true},
                    {"finding", "loss, theft, miscount or surplus", "theft", true},
                    {"on", "day of the decision; today when empty", ""},
                    {"basis", "decision it rests on", "Inquiry 5/2019", true}}};

Result<Rounds> count_of(std::string_view text) {
  if (text == "0") return Rounds{};
  return parse_rounds(text);
}

Result<RecordNumber> record_stock(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  std::vector<stockpile::Counted> counted;
  for (const std::string& entry : values.list("counts")) {
    const auto words = split(entry, ' ');
    if (words.size() != 3) return refuse(missing_value, "\"{}\" is not MAKER LOT ROUNDS", entry);
    counted.push_back({TRY(desk.lookup.lot(words[0], words[1], {})), TRY(count_of(words[2]))});
  }
  const PartyId holder = TRY(desk.lookup.party(values, "holder"));
  return enter(desk, circumstance,
               TRY(stockpile::decide_stocktake(desk.store.state().book, holder, values.text("place"), counted,
                                               TRY(values.yes("complete")))));
}

/// The freeze ends with the decision; what it found is posted after.
Result<RecordNumber> record_decision(Desk& desk, const Values& values, const ImportSource& source) {
  using custody::Act;
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  Circumstance unsourced{circumstance.happened, circumstance.basis, {}};
  auto& stocktakes = desk.store.state().stocktakes;
  stockpile::InvestigationDecided decided;
  decided.basis = values.text("basis");
  decided.finding = TRY(values.word<stockpile::Finding>("finding"));
  decided.investigation = InvestigationId{TRY(of_field("investigation", Lookup::number(values.text("investigation"))))};
  decided = TRY(stockpile::decide_investigation(desk.store.state().book, stocktakes, std::move(decided)));
  const RecordNumber number = enter(desk, circumstance, decided);
  custody::MovementPosted movement;
  movement.act = decided.finding == stockpile::Finding::surplus ? Act::surplus
                 : decided.finding == stockpile::Finding::theft ? Act::theft
                                                                : Act::loss;
  movement.postings = stockpile::postings_of(stocktakes, decided);
  if (!movement.postings.empty()) enter(desk, unsourced, std::move(movement));
  return number;
}

}  // namespace

ActKind record_stocktake() { return {kStocktake, record_stock}; }
ActKind decide_investigation() { return {kDecide, record_decision}; }

}  // namespace lotline::service
