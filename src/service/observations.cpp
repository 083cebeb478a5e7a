#include "service/observations.h"

#include <set>

namespace lotline::service {

namespace {

std::vector<Observation> observations_of(const State& state, const std::vector<std::string>& subjects) {
  std::set<RecordNumber> numbers;
  for (const std::string& subject : subjects)
    state.events.subjects.scan(make_key(subject), [&](const custody::EventSubjectRow& row) {
      numbers.insert(row.number);
      return true;
    });
  std::vector<Observation> found;
  for (const RecordNumber number : numbers) {
    const auto event = state.events.events.find(make_key(number));
    CHECK(event.has_value());
    found.push_back({to_text(When{event->happened_first, event->happened_last}), event->words, number});
  }
  return found;
}

}  // namespace

std::string lot_subject(std::string_view gtin, std::string_view number_key) {
  return fmt::format("(01){}(10){}", gtin, number_key);
}
std::string lot_subject(std::string_view maker, std::string_view product, std::string_view number_key) {
  return fmt::format("lot {}|{}|{}", maker, product, number_key);
}

std::vector<Observation> observations_of_lot(const State& state, const custody::LotRow& lot) {
  const auto maker = state.parties.parties.find(make_key(lot.maker));
  const auto product = state.book.products.find(make_key(lot.product));
  CHECK(maker.has_value() && product.has_value());
  std::vector<std::string> subjects{lot_subject(maker->code, product->code, lot.number_key)};
  state.trade_items.scan_by("product", lot.product.number, [&](const custody::TradeItemRow& item) {
    subjects.push_back(lot_subject(item.gtin, lot.number_key));
    return true;
  });
  return observations_of(state, subjects);
}

std::vector<Observation> observations_of_package(const State& state, const custody::PackageRow& package) {
  return observations_of(state, {package.code_key});
}

}  // namespace lotline::service
