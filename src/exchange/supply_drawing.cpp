#include "exchange/supply_drawing.h"

#include "base/figures.h"
#include "exchange/supply_layout.h"

namespace lotline::exchange {

namespace {

constexpr SupplyRoom kRoom{ReportPages::kWidth - 22, 13, 0.5, 7.2, 2.2, 2.2};
constexpr int kMostLayers = 8;
constexpr std::size_t kMostWays = 60;
constexpr double kHighest = 200;  ///< of a page
constexpr Setting kName{2.5, true, Align::left, ink::text, 1.1, true};
constexpr Setting kRounds{2.3, false, Align::left, ink::quiet, 1.1, true};

void draw(Sheet& sheet, double x, double y, const SupplyLayout& laid) {
  const auto draw_ways = [&](bool broken) {
    for (const auto& way : laid.ways) {
      if (way.broken != broken) continue;
      const auto &from = laid.parties[way.from], &to = laid.parties[way.to];
      sheet.band(x + from.x + kRoom.party_width, y + way.y_from, x + to.x, y + way.y_to, way.width,
                 broken           ? ink::broken
                 : way.leads_back ? ink::rule
                                  : ink::flow);
    }
  };
  draw_ways(false);
  draw_ways(true);  // above the others
  const double step = laid.layers < 2 ? kRoom.width : kRoom.width / (laid.layers - 1);
  for (const auto& party : laid.parties) {
    sheet.fill(Box{x + party.x, y + party.y, kRoom.party_width, party.height},
               party.broken ? ink::broken : ink::accent);
    Setting name = kName;
    if (party.broken) name.colour = ink::broken;
    const double wide = std::min(step - 3, 22 + kRoom.width - party.x);
    sheet.words(x + party.x, y + party.y - 6.6, wide, party.name, name);
    sheet.words(x + party.x, y + party.y - 3.4, wide, grouped(party.rounds.count()), kRounds);
  }
}

}  // namespace

void draw_supply(ReportPages& pages, std::span<const tracing::SupplyStep> steps) {
  const auto laid = lay_supply(steps, kRoom);
  const bool readable =
      laid.layers > 1 && laid.layers <= kMostLayers && laid.ways.size() <= kMostWays && laid.height <= kHighest;
  if (readable) pages.drawing(laid.height + 2, [&](Sheet& sheet, double x, double y) { draw(sheet, x, y, laid); });
}

}  // namespace lotline::exchange
