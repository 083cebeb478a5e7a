#include "tracing/lot_weight.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"

namespace lotline::tracing {

namespace {

using custody::LotKind;

/// A child lot's cartridges still carry the mark of the lot they were taken from, its boxes do not.
constexpr double kParentsMark = 0.5;

}  // namespace

LotWeigher::LotWeigher(const MarksUnderstood& marks, const DayOfFind& find, const Sources& sources,
                       const TraceOptions& options, Names& names)
    : marks_(marks),
      find_(find),
      sources_(sources),
      options_(options),
      names_(names),
      stamped_(sources.readers.calibres) {
  if (marks.headstamp) headstamp_.emplace(*marks.headstamp, stamped_, options);
  lot_perfect_ = lot_mark_perfect(marks);
}

LotFit LotWeigher::weigh(const custody::LotRow& lot) {
  const auto& product = product_of(lot.product);
  LotFit fit;
  if (auto why = impossible(lot, product); !why.empty()) return {0, std::move(why), {}};
  double worst = 2;
  for (Factor& factor : std::array{headstamp(lot, product), lot_mark(lot), calibre(product), year(lot),
                                   colours(product), package(lot, product), retailer(lot)}) {
    if (factor.reason.empty()) continue;
    fit.fit *= factor.value;
    if (factor.value < worst) {
      worst = factor.value;
      fit.worst = factor.reason;
    }
    fit.reasons.push_back(std::move(factor.reason));
  }
  return fit;
}

std::string LotWeigher::impossible(const custody::LotRow& lot, const custody::ProductRow& product) const {
  if (lot.made_first > find_.day.last)
    return fmt::format("made {}, after {}", to_text(lot.made_on()), to_text(find_.day));
  if (!has_head(product.item)) return fmt::format("a lot of {}s, not of cartridges", word(product.item));
  return {};
}

LotWeigher::Factor LotWeigher::headstamp(const custody::LotRow& lot, const custody::ProductRow& product) {
  if (!marks_.headstamp) return {};
  if (lot.headstamp.empty()) {
    const double value = unrecorded_headstamp(lot, product);
    return {value, value < options_.negligible_fit
                       ? "headstamp: none of its maker's codes and years fits"
                       : "headstamp: fits a code of its maker; the lot's own is not recorded"};
  }
  return {headstamp_->of(lot.headstamp),
          fmt::format("headstamp: {} read, {} recorded", marks_.headstamp->text, lot.headstamp)};
}

double LotWeigher::unrecorded_headstamp(const custody::LotRow& lot, const custody::ProductRow& product) {
  const auto* calibre = sources_.catalogue.calibre(product.calibre);
  const std::string name{calibre != nullptr ? calibre->name() : std::string_view{product.calibre}};
  return headstamp_->unrecorded(codes_of(lot.maker), name, lot.made_first.year(), lot.made_last.year());
}

LotWeigher::Factor LotWeigher::lot_mark(const custody::LotRow& lot) {
  if (marks_.lot_key.empty()) return {};
  if (lot.kind == LotKind::loose)
    return {options_.contradiction, "lot mark: its rounds were unpacked unmarked and carry none"};
  double value = lot_mark_fit(marks_, lot.number_key, lot_perfect_);
  std::string reason = fmt::format("lot mark: {} read, {} recorded", marks_.lot_key, lot.number_key);
  if (lot.parent && value < kParentsMark) {
    const auto parent = sources_.book.lots.find(make_key(lot.parent));
    const double inherited = parent ? kParentsMark * lot_mark_fit(marks_, parent->number_key, lot_perfect_) : 0;
    if (inherited > value) {
      value = inherited;
      reason = fmt::format("lot mark: {} read, {} recorded of the lot it was taken from", marks_.lot_key,
                           parent->number_key);
    }
  }
  return {value, std::move(reason)};
}

LotWeigher::Factor LotWeigher::calibre(const custody::ProductRow& product) const {
  if (marks_.calibre_text.empty()) return {};
  return {calibre_fit(marks_, product.calibre, options_),
          fmt::format("calibre: {} read, {} recorded", marks_.calibre_text, product.calibre)};
}

LotWeigher::Factor LotWeigher::year(const custody::LotRow& lot) const {
  if (marks_.years.empty()) return {};
  return {year_fit(marks_, lot.made_on(), options_),
          fmt::format("year: {} read, made {}", to_text(marks_.years.front().years), to_text(lot.made_on()))};
}

LotWeigher::Factor LotWeigher::colours(const custody::ProductRow& product) const {
  if (marks_.colours.empty()) return {};
  return {colour_fit(marks_, product.colours, options_),
          product.colours.empty()
              ? "colours: none recorded"
              : fmt::format("colours: {} read, {} recorded", fmt::join(marks_.colours, " "), product.colours)};
}

LotWeigher::Factor LotWeigher::package(const custody::LotRow& lot, const custody::ProductRow& product) const {
  if (!marks_.package) return {};
  if (marks_.package->row) {
    const bool inside = marks_.package->lots.contains(lot.id);
    return {inside ? 1.0 : options_.package_refilled,
            fmt::format("package: {} is {}recorded in it", lot.number, inside ? "" : "not ")};
  }
  if (marks_.package->gtin.empty() || product.gtin.empty()) return {};
  const bool same = marks_.package->gtin == product.gtin;
  return {same ? 1.0 : options_.contradiction,
          fmt::format("package: trade item {} read, {} recorded", marks_.package->gtin, product.gtin)};
}

LotWeigher::Factor LotWeigher::retailer(const custody::LotRow& lot) const {
  if (!marks_.retailer) return {};
  bool named = false;
  bool handled = false;
  for (const auto& mark : marks_.retailer->marks) {
    named |= mark.lot == lot.id;
    if (!mark.lot) {
      sources_.book.accounts.scan(make_key(lot.id, mark.retailer), [&](const custody::AccountRow&) {
        handled = true;
        return false;
      });
    }
  }
  if (marks_.retailer->marks.empty()) return {};
  return {named || handled ? 1.0 : options_.retailer_other_lot, named ? "retailer code: was registered for this lot"
                                                                : handled
                                                                    ? "retailer code: the retailer had some of this lot"
                                                                    : "retailer code: was not registered for this lot"};
}

const custody::ProductRow& LotWeigher::product_of(ProductId product) {
  const auto [at, is_new] = products_.try_emplace(product);
  if (is_new) at->second = sources_.book.products.find(make_key(product)).value_or(custody::ProductRow{});
  return at->second;
}

const std::vector<std::string>& LotWeigher::codes_of(PartyId maker) {
  const auto [at, is_new] = codes_.try_emplace(maker);
  if (!is_new) return at->second;
  const auto& row = names_.row(maker);
  std::set<std::string> codes;
  for (const std::string_view code : split(row.headstamp_codes, ';')) codes.emplace(code);
  for (const auto& code : sources_.catalogue.headstamp_codes())
    if (code.names_maker() && (code.manufacturer == row.name || code.works == row.name)) codes.insert(code.code);
  at->second.assign(codes.begin(), codes.end());
  return at->second;
}

}  // namespace lotline::tracing
