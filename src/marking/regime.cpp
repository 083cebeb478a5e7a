#include "marking/regime.h"

#include <fmt/ranges.h>

#include <algorithm>

namespace lotline::marking {

namespace {

using catalogue::Consequence;
using catalogue::Regime;
using catalogue::RegimeItem;

bool has(const std::vector<std::string>& marks, std::string_view mark) {
  return std::find(marks.begin(), marks.end(), mark) != marks.end();
}

/// An import is marked when either the cartridge or its smallest package carries the mark.
bool carries(const MarkedItem& item, RegimeItem where, std::string_view mark) {
  const bool on_cartridge = where != RegimeItem::package && has(item.cartridge_marks, mark);
  const bool on_package = where != RegimeItem::cartridge && has(item.package_marks, mark);
  return on_cartridge || on_package;
}

bool is_due(const MarkedItem& item, std::string_view conditional) {
  if (conditional == "purchaser") return item.purchaser_known;
  if (conditional == "destination") return item.destination_known;
  return true;
}

std::string consequence_words(const Regime& regime, const Judgement& judgement) {
  if (judgement.satisfied) return "nothing is missing";
  std::string words = judgement.missing.empty() ? std::string{}
                                                : fmt::format("missing on the {}: {}",
                                                              regime.item == RegimeItem::package  ? "smallest package"
                                                              : regime.item == RegimeItem::import ? "import"
                                                                                                  : "cartridge",
                                                              fmt::join(judgement.missing, ", "));
  if (judgement.too_large)
    words += fmt::format("{}the lot is larger than {} rounds", words.empty() ? "" : "; ", regime.lot_size_max);
  if (!regime.consequence_text.empty()) words += "; " + regime.consequence_text;
  if (regime.consequence == Consequence::illicit_destroy && judgement.missing.empty() == false)
    words += "; what may be evidence is kept until a final judicial decision (para 69)";
  return words;
}

}  // namespace

Judgement judge(const Regime& regime, const MarkedItem& item) {
  Judgement judgement;
  judgement.regime = regime.id;
  judgement.title = regime.title;
  judgement.nature = regime.nature;
  judgement.item = regime.item;
  judgement.consequence = regime.consequence;
  judgement.source = regime.source.text;
  judgement.trust = regime.source.trust;
  judgement.lot_size_max = regime.lot_size_max;
  judgement.applies = (!regime.official_only || item.official) && (regime.item != RegimeItem::import || item.imported);
  if (!judgement.applies) {
    judgement.words = regime.official_only ? "only for ammunition bought by bodies of the State" : "only for imports";
    return judgement;
  }
  for (const auto& mark : regime.required)
    if (!carries(item, regime.item, mark)) judgement.missing.push_back(mark);
  for (const auto& mark : regime.conditional)
    if (is_due(item, mark) && !carries(item, regime.item, mark)) judgement.missing.push_back(mark);
  judgement.too_large = regime.lot_size_max > 0 && item.lot_size > regime.lot_size_max;
  judgement.satisfied = judgement.missing.empty() && !judgement.too_large;
  judgement.words = consequence_words(regime, judgement);
  return judgement;
}

std::vector<Judgement> judge_all(std::span<const Regime> regimes, const std::vector<std::string>& ids,
                                 const MarkedItem& item) {
  std::vector<Judgement> judgements;
  for (const Regime& regime : regimes)
    if (std::find(ids.begin(), ids.end(), regime.id) != ids.end()) judgements.push_back(judge(regime, item));
  return judgements;
}

}  // namespace lotline::marking
