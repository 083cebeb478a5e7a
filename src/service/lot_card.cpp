#include "marking/applied_mark.h"
#include "service/cards.h"
#include "service/holdings.h"
#include "service/late_records.h"
#include "service/lot_marks.h"
#include "service/on_record.h"
#include "service/visible.h"
#include "tracing/line_of_supply.h"
#include "tracing/lot_history.h"
#include "tracing/recipients.h"

namespace lotline::service {

namespace {

using tracing::Names;
using tracing::SupplyStep;

std::vector<std::pair<std::string, Rounds>> balance_of(const custody::LotTotalsRow& totals) {
  std::vector<std::pair<std::string, Rounds>> balance;
  for (const auto& standing : Words<custody::Standing>::all) {
    const Rounds rounds = totals.of(standing.value);
    balance.emplace_back(standing.text, custody::is_source(standing.value) ? -rounds : rounds);
  }
  return balance;
}

void add_packages(Register& store, const Sight& sight, LotId lot, const AsOf& as_of, LotCard& card) {
  const State& state = store.state();
  state.book.package_lines.scan_by("lot", lot.number, [&](const custody::PackageLineRow& line) {
    if (!on_record(store, line.package.number, as_of)) return true;
    const auto package = state.book.packages.find(make_key(line.package));
    CHECK(package.has_value());
    if (!sight.of(package->possessor)) return true;
    card.packages.push_back(fmt::format("{} {}: {} rounds{}", word(package->level), package->code, line.rounds.count(),
                                        package->sealed ? "" : ", opened"));
    return true;
  });
}

void add_inspections(Register& store, const catalogue::Catalogue& catalogue, const Sight& sight, LotId lot,
                     const AsOf& as_of, LotCard& card) {
  for (const auto& row : store.state().conditions.conditions.all(make_key(lot))) {
    if (!on_record(store, row.number, as_of) || !sees_record(store, sight, row.number)) continue;
    const auto* code = catalogue.word("condition_us", row.code);
    card.conditions.push_back(fmt::format("{}: {} {} (record {})", to_text(row.inspected_on), row.code,
                                          code == nullptr ? "" : code->name, row.number));
  }
}

/// The four duties of the Protocol as the paper counts them (para 40), each shown by records or not.
std::vector<Duty> duties_of(Register& store, const tracing::LotHistory& history, const AsOf& as_of,
                            const LotCard& card) {
  const State& state = store.state();
  Duty seizure{"seizure", false, "no rounds of the lot were seized or recovered", card.exhibits};
  if (!card.exhibits.empty())
    seizure = {"seizure", true, fmt::format("{} exhibits on record", card.exhibits.size()), card.exhibits};
  Duty information{"information",
                   true,
                   fmt::format("lot number, maker, first recipient and {} entries on record", history.entries.size()),
                   {history.lot.id.number}};
  Duty transfer{"transfer_authorization", false, "no entry of the lot names a licence that is approved", {}};
  Duty security{"security", false, "no loss report, stocktake or hold names the lot", {}};
  for (const auto& entry : history.entries) {
    const auto licence = state.licences.licences.find(make_key(entry.row.licence));
    if (licence && licensing::in_force_from(*licence)) transfer.records.push_back(entry.row.number);
    const bool loss = entry.row.act == custody::Act::loss || entry.row.act == custody::Act::theft;
    if (loss) security.records.push_back(entry.row.number);
  }
  state.stocktakes.variances.scan_by("lot", history.lot.id.number, [&](const stockpile::VarianceRow& row) {
    if (on_record(store, row.investigation.number, as_of)) security.records.push_back(row.investigation.number);
    return true;
  });
  state.book.holds.scan_by("lot", history.lot.id.number, [&](const custody::HoldRow& row) {
    if (on_record(store, row.id.number, as_of)) security.records.push_back(row.id.number);
    return true;
  });
  transfer.shown = !transfer.records.empty();
  if (transfer.shown) transfer.words = fmt::format("{} entries name the licence they rest on", transfer.records.size());
  security.shown = !security.records.empty();
  if (security.shown) security.words = "losses, stocktakes or holds on record";
  return {seizure, information, transfer, security};
}

/// Whether a record came late is judged by all entries of the lot, also on a card of another day.
void add_late(Register& store, const Sight& sight, Names& names, const tracing::LotHistory& history, const AsOf& as_of,
              LotCard& card) {
  std::vector<custody::EntryRow> read;
  std::vector<const custody::EntryRow*> entries;
  if (as_of.happened_by || as_of.known_on) {
    read = store.state().book.entries.all(make_key(history.lot.id));
    for (const auto& entry : read) entries.push_back(&entry);
  } else {
    for (const auto& entry : history.entries) entries.push_back(&entry.row);
  }
  std::vector<LateRecord> late;
  list_late(history.lot.id, entries, late);
  for (const auto& record : late)
    if (sight.of(record.side.possessor) && on_record(store, record.number, as_of))
      card.late.push_back(fmt::format("{} at {} stood at {} on {} (record {})", word(record.side.standing),
                                      names.party(record.side.possessor).text(), record.balance.count(),
                                      to_text(record.on), record.number));
}

void describe(const custody::LotRow& lot, const custody::ProductRow& product, LotCard& card) {
  card.product = product.designation.empty() ? product.code : product.designation;
  card.calibre = product.calibre;
  card.item = word(product.item);
  card.unit = word(product.unit);
  card.made_on = to_text(lot.made_on());
  card.channel = word(lot.channel);
  card.kind = word(lot.kind);
  card.origin = word(lot.origin);
  card.headstamp = lot.headstamp;
  card.cartridge_marks = lot.cartridge_marks;
  card.package_marks = lot.package_marks;
}

/// Where the rounds are now. The balance alone is one row.
void add_stock(Register& store, Names& names, const custody::LotRow& lot, LotCard& card) {
  using enum LotPart;
  const custody::Book& book = store.state().book;
  if (card.parts.has(holdings)) {
    Stock stock = stock_now(book, names, lot);
    card.holdings = std::move(stock.holdings);
    if (card.parts.has(balance)) card.balance = balance_of(stock.totals);
  } else if (card.parts.has(balance)) {
    card.balance = balance_of(book.totals.find(make_key(lot.id)).value_or(custody::LotTotalsRow{lot.id, {}}));
  }
}

/// What the entries of the lot say; of another day also where its rounds were.
void add_history(Register& store, const Reference& reference, const Sight& sight, Names& names,
                 const custody::LotRow& lot, const AsOf& as_of, LotCard& card) {
  using enum LotPart;
  const bool then = as_of.happened_by || as_of.known_on;
  const auto& parts = card.parts;
  const bool stock_asked = then && (parts.has(balance) || parts.has(holdings));
  const bool asked =
      stock_asked || parts.has(line_of_supply) || parts.has(duties) || parts.has(traceability) || parts.has(late);
  if (!asked) return;
  const auto history = tracing::read_history(trace_sources(store, reference), lot, question_as_of(as_of));
  if (stock_asked) {
    Stock stock = stock_then(history, names);
    if (parts.has(holdings)) card.holdings = std::move(stock.holdings);
    if (parts.has(balance)) card.balance = balance_of(stock.totals);
  }
  if (parts.has(line_of_supply)) {
    const Day until = as_of.happened_by.value_or(reference.today);
    card.line_of_supply = tracing::line_of_supply(history, {{until, until}, false, true}, {}, names);
  }
  if (parts.has(duties)) card.duties = duties_of(store, history, as_of, card);
  if (parts.has(traceability)) {
    const auto score = traceability_of(lot, tracing::recipients_of(history, names));
    card.traceability = score.score;
    card.traceability_level = score.level;
    card.traceability_reasons = score.reasons;
  }
  if (parts.has(late)) add_late(store, sight, names, history, as_of, card);
}

Result<LotCard> card_of_lot(Register& store, const Reference& reference, const std::string& maker,
                            const std::string& number, const std::string& product, const AsOf& as_of,
                            const LotParts& parts) {
  using enum LotPart;
  State& state = store.state();
  const Sight sight(reference.visitor, state.parties);
  const auto lot = TRY(lot_in_sight(store, reference, sight, maker, number, product));
  TRY(known_by(store, lot.id.number, as_of));
  Names& names = store.names();

  LotCard card;
  card.parts = parts;
  card.lot = names.lot(lot);
  describe(lot, state.book.products.find(make_key(lot.product)).value_or(custody::ProductRow{}), card);
  if (!lot.technique.empty())
    card.marked = marking::describe(
        reference.catalogue,
        {lot.technique, lot.marking_stage, names.party(lot.marked_by ? lot.marked_by : lot.maker).text()});
  if (lot.parent) card.parent = state.book.lots.find(make_key(lot.parent))->number;
  if (!as_of.happened_by && !as_of.known_on) add_stock(store, names, lot, card);
  if (parts.has(packages)) add_packages(store, sight, lot.id, as_of, card);
  if (parts.has(conditions)) add_inspections(store, reference.catalogue, sight, lot.id, as_of, card);
  // The duties count the exhibits.
  if (parts.has(exhibits) || parts.has(duties))
    state.exhibits.exhibits.scan_by("lot", lot.id.number, [&](const seizure::ExhibitRow& row) {
      if (sight.of(row.custodian) && on_record(store, row.id.number, as_of)) card.exhibits.push_back(row.id.number);
      return true;
    });
  if (parts.has(observations))
    for (auto& seen : observations_of_lot(state, lot))
      if (on_record(store, seen.record, as_of) && sees_record(store, sight, seen.record))
        card.observations.push_back(std::move(seen));
  add_history(store, reference, sight, names, lot, as_of, card);
  cut(card, sight);
  return card;
}

}  // namespace

Result<LotCard> lot_card(Register& store, const Reference& reference, const std::string& maker,
                         const std::string& number, const std::string& product, const AsOf& as_of,
                         const LotParts& parts) {
  TRY(require_reading(reference.visitor));
  return read_one_state(store, [&] { return card_of_lot(store, reference, maker, number, product, as_of, parts); });
}

}  // namespace lotline::service
