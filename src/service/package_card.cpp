#include "custody/package_tree.h"
#include "service/cards.h"
#include "service/holdings.h"
#include "service/lookup.h"
#include "tracing/line_of_supply.h"

namespace lotline::service {

Result<PackageCard> package_card(Register& store, const Reference& reference, const std::string& code) {
  const ReadView view(store);
  State& state = store.state();
  Lookup lookup(store, reference.today);
  const PackageId id = TRY(lookup.package(code));
  const auto row = *state.book.packages.find(make_key(id));
  const auto sources = trace_sources(store, reference.catalogue, reference.readers, reference.today);
  tracing::Names names(sources);
  const auto code_of = [&](PackageId package) {
    const auto found = state.book.packages.find(make_key(package));
    return fmt::format("{} {}", word(found->level), found->code);
  };

  PackageCard card;
  card.code = row.code;
  card.level = word(row.level);
  card.sealed = row.sealed;
  if (row.parent) card.parent = code_of(row.parent);
  for (const PackageId inner : custody::children_of(state.book, id)) card.contains.push_back(code_of(inner));
  card.party = names.party(row.possessor);
  card.place = place_in_words(row.where);
  card.marks = row.marks;
  card.record = id.number;
  for (const auto& line : custody::contents_of(state.book, id)) {
    const auto lot = *state.book.lots.find(make_key(line.lot));
    card.contents.push_back(
        {names.lot(lot), card.party, card.place, std::string{word(row.standing)}, line.rounds, line.rounds, {}});
    const auto history = tracing::read_history(sources, lot, {});
    const When today{reference.today, reference.today};
    for (auto& step : tracing::line_of_supply(history, {today, false, true}, {}, names))
      if (step.package == row.code) card.line_of_supply.push_back(std::move(step));
  }
  return card;
}

}  // namespace lotline::service
