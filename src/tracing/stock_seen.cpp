#include "tracing/stock_seen.h"

namespace lotline::tracing {

bool is_seen(const custody::EntryRow& entry, const SeizureQuestion& question) {
  if (question.as_known_on && entry.recorded_at.day() > *question.as_known_on) return false;
  return !question.as_of || entry.happened_first <= *question.as_of;
}

StockSeen::StockSeen(const custody::Book& book, const SeizureQuestion& question)
    : kept_(book.stock), counted_(question.as_of || question.as_known_on) {
  if (!counted_) return;
  LotId id;
  std::optional<custody::LotRow> lot;
  book.entries.scan({}, [&](const custody::EntryRow& entry) {
    if (!is_seen(entry, question)) return true;
    if (id != entry.lot) {
      id = entry.lot;
      lot = book.lots.find(make_key(id));
      if (lot) custody::count_lot(own_, *lot);
    }
    if (lot)
      custody::count_rounds(own_, *lot, custody::counted_sides(book.shipments, entry.from_side(), entry.to_side()),
                            entry.rounds, entry.happened());
    return true;
  });
}

}  // namespace lotline::tracing
