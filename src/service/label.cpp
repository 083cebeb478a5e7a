#include "service/label.h"

#include <algorithm>
#include <set>

#include "base/figures.h"
#include "base/text.h"
#include "custody/package_tree.h"
#include "marking/gs1_element_string.h"
#include "service/label_serial.h"
#include "service/refusals.h"
#include "service/trace_find.h"
#include "service/visible.h"
#include "tracing/names.h"

namespace lotline::service {

namespace {

using custody::LotRow;
using custody::PackageLevel;

constexpr std::size_t kLotsNamed = 4;

std::string capital(std::string_view text) {
  std::string words{text};
  if (!words.empty() && words.front() >= 'a' && words.front() <= 'z') words.front() += 'A' - 'a';
  return words;
}

/// What an element says, beside its code: dates as dates, all else as it stands.
std::string value_of(const marking::PackageCode& code, const marking::Gs1Element& element) {
  if (element.ai == "11" && code.produced) return to_text(*code.produced);
  if (element.ai == "17" && code.expires) return to_text(*code.expires);
  return element.value;
}

Label of_code(marking::PackageCode code, PackageLevel level, bool simulated) {
  Label label{std::move(code), level, capital(word(level)), {}, simulated};
  for (const auto& element : label.code.elements)
    label.lines.push_back({capital(marking::find_identifier(element.ai)->title), value_of(label.code, element)});
  return label;
}

/// Writes what is known of lots on labels, for these eyes.
class LotWords {
 public:
  LotWords(Register& store, const Reference& reference)
      : state_(store.state()), sight_(reference.visitor, state_.parties), names_(store.names()) {}

  [[nodiscard]] const Sight& sight() const { return sight_; }

  /// A package of one lot.
  void one(const LotRow& lot, Rounds rounds, Label& label) {
    const auto product = product_of(lot);
    label.heading = named(product);
    const auto maker = names_.party(lot.maker);
    add(label, "Maker", maker.name + (maker.country.empty() ? "" : ", " + maker.country));
    add(label, "Calibre", product.calibre);
    add(label, "Type", product.type);
    add(label, "Lot", lot.number);
    add(label, "Made", lot.made_first == Day{} ? "" : to_text(lot.made_on()));
    if (rounds > Rounds{}) add(label, "Quantity", quantity(rounds, product));
    add_recipients(lot, label);
  }

  /// A package of several.
  void several(const std::vector<custody::LotLine>& contents, Label& label) {
    std::set<std::string> products;
    for (const auto& line : contents) products.insert(named(product_of(row(line.lot))));
    label.heading = products.size() == 1 ? *products.begin() : fmt::format("{} products", products.size());
    for (std::size_t i = 0; i < std::min(kLotsNamed, contents.size()); ++i) {
      const auto lot = row(contents[i].lot);
      const auto product = product_of(lot);
      add(label, fmt::format("Lot {}", i + 1),
          fmt::format("{}, {}{}, {}", names_.lot(lot).text(), products.size() == 1 ? "" : named(product) + ", ",
                      product.calibre, quantity(contents[i].rounds, product)));
    }
    if (contents.size() > kLotsNamed)
      add(label, "And", fmt::format("{} more lots", grouped(static_cast<std::int64_t>(contents.size() - kLotsNamed))));
  }

  [[nodiscard]] LotRow row(LotId lot) const { return *state_.book.lots.find(make_key(lot)); }
  [[nodiscard]] custody::ProductRow product_of(const LotRow& lot) const {
    return *state_.book.products.find(make_key(lot.product));
  }

 private:
  static std::string named(const custody::ProductRow& product) {
    return product.designation.empty() ? product.code : product.designation;
  }
  static std::string quantity(Rounds rounds, const custody::ProductRow& product) {
    return fmt::format("{} {}", grouped(rounds.count()), word(product.unit));
  }
  static void add(Label& label, std::string title, std::string value) {
    if (!value.empty()) label.lines.push_back({std::move(title), std::move(value)});
  }
  /// For whom a lot was made is not told to others who have rounds of it.
  void add_recipients(const LotRow& lot, Label& label) {
    const auto shown = [&](PartyId party) {
      return party && (sight_.all() || sight_.of(lot.maker) || sight_.of(party));
    };
    if (shown(lot.recipient)) add(label, "Recipient", names_.party(lot.recipient).text());
    if (shown(lot.purchaser) && lot.purchaser != lot.recipient)
      add(label, "Purchaser", names_.party(lot.purchaser).text());
    if (sight_.all() || sight_.of(lot.maker)) add(label, "Destination", lot.destination);
  }

  State& state_;
  Sight sight_;
  tracing::Names& names_;
};

/// The number that such a package of the product goes by: of a trade item, or of the smallest package the product's.
Result<custody::TradeItemRow> item_of(const State& state, const custody::ProductRow& product, PackageLevel level) {
  custody::TradeItemRow found;
  state.trade_items.scan_by("product", product.id.number, [&](const custody::TradeItemRow& item) {
    if (word(item.level) == word(level)) found = item;
    return found.gtin.empty();
  });
  if (found.gtin.empty() && level == PackageLevel::box) found.gtin = product.gtin;
  if (found.gtin.empty()) return refuse(no_gtin_for_label, "{} of {}", word(level), product.code);
  return found;
}

Result<std::vector<Label>> of_lot(Register& store, const Reference& reference, const LotLabelsAsked& asked) {
  LotWords words(store, reference);
  const LotRow lot = TRY(lot_in_sight(store, reference, words.sight(), asked.maker, asked.number, asked.product));
  const auto item = TRY(item_of(store.state(), words.product_of(lot), asked.level));
  std::vector<Label> labels;
  for (const std::string& serial : TRY(serials(asked.serial, asked.count))) {
    marking::Gs1Elements elements{{"01", item.gtin}, {"10", lot.number}};
    if (!serial.empty()) elements.push_back({"21", serial});
    Label label;
    label.code = TRY(marking::read_package_code(marking::to_bracketed(elements), reference.today));
    label.level = asked.level;
    label.simulated = store.head().simulated;
    words.one(lot, item.rounds, label);
    labels.push_back(std::move(label));
  }
  return labels;
}

}  // namespace

Result<Label> label_of_code(const Reference& reference, const std::string& code, PackageLevel level, bool simulated) {
  TRY(access::require(reference.visitor, access::Right::read_marks));
  return of_code(TRY(of_field("code", marking::read_package_code(code, reference.today))), level, simulated);
}

Result<Label> label_of_package(Register& store, const Reference& reference, const std::string& code) {
  TRY(require_reading(reference.visitor));
  return read_one_state(store, [&]() -> Result<Label> {
    LotWords words(store, reference);
    const auto& book = store.state().book;
    const auto package = *book.packages.find(make_key(TRY(package_in_sight(store, reference, words.sight(), code))));
    Label label =
        of_code(TRY(marking::read_package_code(package.code, reference.today)), package.level, store.head().simulated);
    const auto contents = custody::contents_of(book, package.id);
    if (contents.empty() || !words.sight().of(package.possessor)) return label;
    label.lines.clear();
    if (contents.size() == 1)
      words.one(words.row(contents.front().lot), contents.front().rounds, label);
    else
      words.several(contents, label);
    return label;
  });
}

Result<std::vector<Label>> labels_of_lot(Register& store, const Reference& reference, const LotLabelsAsked& asked) {
  TRY(require_reading(reference.visitor));
  return read_one_state(store, [&] { return of_lot(store, reference, asked); });
}

}  // namespace lotline::service
