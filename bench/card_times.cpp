#include "bench/card_times.h"

#include "answers/card_json.h"
#include "bench/grown_register.h"
#include "service/cards.h"

namespace lotline::bench {

Spread card_times(BenchRegister& made, std::int64_t lots, int cards) {
  std::vector<double> times;
  const auto reference = made.reference();
  for (int i = -50; i < cards; ++i) {
    const std::int64_t lot = (i + 50) * 7919LL % lots;
    const double start = seconds();
    const auto card =
        got(service::lot_card(made.store(), reference, maker_code(lot / kLotsPerMaker), lot_number(lot), "", {}));
    const std::string text = answers::lot_as_json(card, true);
    if (text.size() < 1'000) throw std::runtime_error("a card of less than a kilobyte");
    if (i >= 0) times.push_back(seconds() - start);
  }
  return spread_of(std::move(times));
}

}  // namespace lotline::bench
