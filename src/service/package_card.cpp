#include "custody/package_tree.h"
#include "service/cards.h"
#include "service/holdings.h"
#include "service/on_record.h"
#include "service/package_then.h"
#include "service/refusals.h"
#include "service/visible.h"
#include "tracing/line_of_supply.h"

namespace lotline::service {

namespace {

/// A package and what lies in it and in those inside it, of now or of another day.
struct Packed {
  PackageThen package;
  std::vector<PackageId> inside;
  std::map<LotId, Rounds> contents;
};

Packed packed_now(const custody::Book& book, PackageId id) {
  const auto row = *book.packages.find(make_key(id));
  Packed packed{
      {row.code, row.level, row.parent, row.sealed, row.side(), row.marks, {}}, custody::children_of(book, id), {}};
  for (const auto& line : custody::contents_of(book, id)) packed.contents[line.lot] += line.rounds;
  return packed;
}

Result<Packed> packed_on(Register& store, PackageId id, const AsOf& as_of) {
  if (!as_of.happened_by && !as_of.known_on) return packed_now(store.state().book, id);
  TRY(known_by(store, id.number, as_of));
  const PackagesThen then(store, as_of);
  const PackageThen* package = then.find(id);
  if (package == nullptr) return refuse(not_packed_yet, "it was packed in record {}", id.number);
  return Packed{*package, then.inside(id), then.contents(id)};
}

Result<PackageCard> card_of_package(Register& store, const Reference& reference, const std::string& code,
                                    const AsOf& as_of) {
  State& state = store.state();
  const Sight sight(reference.visitor, state.parties);
  const PackageId id = TRY(package_in_sight(store, reference, sight, code));
  const Packed packed = TRY(packed_on(store, id, as_of));
  const auto sources = trace_sources(store, reference);
  tracing::Names& names = store.names();
  const auto code_of = [&](PackageId package) {
    const auto found = state.book.packages.find(make_key(package));
    return fmt::format("{} {}", word(found->level), found->code);
  };

  PackageCard card;
  card.code = packed.package.code;
  card.level = word(packed.package.level);
  card.sealed = packed.package.sealed;
  if (packed.package.parent) card.parent = code_of(packed.package.parent);
  for (const PackageId inner : packed.inside) card.contains.push_back(code_of(inner));
  card.party = names.party(packed.package.side.possessor);
  card.place = place_in_words(packed.package.side.where);
  card.marks = packed.package.marks;
  card.record = id.number;
  for (auto& seen : observations_of_package(state, *state.book.packages.find(make_key(id))))
    if (on_record(store, seen.record, as_of) && sees_record(store, sight, seen.record))
      card.observations.push_back(std::move(seen));
  const Day as_of_day = as_of.happened_by.value_or(reference.today);
  for (const auto& [lot_id, rounds] : packed.contents) {
    const auto lot = *state.book.lots.find(make_key(lot_id));
    card.contents.push_back(
        {names.lot(lot), card.party, card.place, std::string{word(packed.package.side.standing)}, rounds, rounds, {}});
    const auto history = tracing::read_history(sources, lot, question_as_of(as_of));
    for (auto& step : tracing::line_of_supply(history, {{as_of_day, as_of_day}, false, true}, {}, names))
      if (step.package == packed.package.code) card.line_of_supply.push_back(std::move(step));
  }
  cut(card, sight);
  return card;
}

}  // namespace

Result<PackageCard> package_card(Register& store, const Reference& reference, const std::string& code,
                                 const AsOf& as_of) {
  TRY(require_reading(reference.visitor));
  return read_one_state(store, [&] { return card_of_package(store, reference, code, as_of); });
}

}  // namespace lotline::service
