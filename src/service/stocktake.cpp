#include "stockpile/stocktake.h"
#include "service/acts.h"
#include "service/lot_entry.h"

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

const Form kDecide{
    "decide",
    "what an investigation found differences to be; only now rounds move",
    {{"investigation", "number of the stocktake that opened it; in a file also its ref", "40", true},
     {"finding", "of all that differs and is not in findings: loss, theft, miscount or surplus", "theft"},
     {"findings", "of lots: MAKER LOT FINDING, separated by ;", "MAKER-1 ABC17A001-002 surplus"},
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
    const auto told = TRY(of_field("counts", lot_entry(entry, "MAKER LOT ROUNDS")));
    counted.push_back({TRY(desk.lookup.lot(told.maker, told.lot, {})), TRY(count_of(told.last))});
  }
  const PartyId holder = TRY(desk.lookup.party(values, "holder"));
  return enter(desk, circumstance,
               TRY(stockpile::decide_stocktake(desk.store.state().book, holder, values.text("place"), counted,
                                               TRY(values.yes("complete")))));
}

Result<stockpile::LotFinding> finding_of(Desk& desk, std::string_view text) {
  const auto told = TRY(lot_entry(text, "MAKER LOT FINDING"));
  return stockpile::LotFinding{TRY(parse_word<stockpile::Finding>(told.last, "finding")),
                               TRY(desk.lookup.lot(told.maker, told.lot, {}))};
}

/// The freeze ends with the decision; what it found is posted after.
Result<RecordNumber> record_decision(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  Circumstance unsourced{circumstance.happened, circumstance.basis, {}};
  auto& stocktakes = desk.store.state().stocktakes;
  stockpile::DecisionOrder order;
  order.basis = values.text("basis");
  if (values.has("finding")) order.finding = TRY(values.word<stockpile::Finding>("finding"));
  for (const std::string& text : values.list("findings"))
    order.of_lots.push_back(TRY(of_field("findings", finding_of(desk, text))));
  order.investigation = InvestigationId{
      TRY(of_field("investigation", desk.lookup.recorded(values.text("investigation"), source.issuer)))};
  const auto decided = TRY(stockpile::decide_investigation(desk.store.state().book, stocktakes, order));
  const RecordNumber number = enter(desk, circumstance, decided);
  for (auto& movement : stockpile::movements_of(stocktakes, decided)) enter(desk, unsourced, std::move(movement));
  return number;
}

}  // namespace

ActKind record_stocktake() { return {kStocktake, record_stock, true}; }
ActKind decide_investigation() { return {kDecide, record_decision, true}; }

}  // namespace lotline::service
