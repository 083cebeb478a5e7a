#include "custody/lot_end.h"

namespace lotline::custody {

namespace {

bool is_gone(Standing standing) {
  return standing == Standing::expended || standing == Standing::destroyed || standing == Standing::relotted_out;
}

}  // namespace

std::optional<Day> ended_on(const Book& book, LotId lot) {
  const LotTotalsRow totals = book.totals.find(make_key(lot)).value_or(LotTotalsRow{lot, {}});
  for (const auto& standing : Words<Standing>::all) {
    const bool settled = is_source(standing.value) || is_gone(standing.value);
    if (!settled && totals.of(standing.value) != Rounds{}) return std::nullopt;
  }
  std::optional<Day> end;
  book.entries.scan(make_key(lot), [&](const EntryRow& entry) {
    end = std::max(end.value_or(entry.happened_last), entry.happened_last);
    return true;
  });
  for (const LotRow& made_from_it : book.lots.all_by("parent", lot.number)) {
    const auto other = ended_on(book, made_from_it.id);
    if (!other) return std::nullopt;
    end = std::max(end, other);
  }
  return end;
}

}  // namespace lotline::custody
