#include "tracing/seizure_items.h"

namespace lotline::tracing {

SeizureItems seizure_items(const SeizureQuestion& question, const Sources& sources, const custody::StockByYear& stock,
                           const SeizureOptions& options) {
  SeizureItems items{understand_lines(question, sources, stock, options), {}, {}, {}};
  items.pointed = pointed_lots(items.seizure, question, sources, options);
  auto& kinds = items.seizure.kinds;
  for (std::size_t i = 0; i < kinds.size(); ++i) items.kind_index.emplace(kinds[i], i);
  for (const PointedLot& lot : items.pointed.lots) {
    const RoundKind kind = kind_of(lot.row);
    if (!items.kind_index.try_emplace(kind, kinds.size()).second) continue;
    kinds.push_back(kind);
    items.seizure.products.try_emplace({kind.maker, kind.product}, 0.0);
  }
  for (std::size_t i = 0; i < items.seizure.lines.size(); ++i) {
    const UnderstoodLine& line = items.seizure.lines[i];
    std::vector<Fit> fits = line.kinds;
    if (points_at_lots(line))
      for (Fit& fit : fits) fit.fit *= options.other_lot;
    for (const Fit& lot : items.pointed.fits[i]) fits.push_back({kinds.size() + lot.at, lot.fit});
    items.fits.push_back(std::move(fits));
  }
  return items;
}

}  // namespace lotline::tracing
