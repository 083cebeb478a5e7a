#include "marking/regime.h"

#include <fmt/ranges.h>

#include <algorithm>

#include "base/text.h"

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

/// A demand such as `calibre|type` is met by either mark.
bool meets(const MarkedItem& item, RegimeItem where, std::string_view demand) {
  const auto marks = split(demand, '|');
  return std::ranges::any_of(marks, [&](std::string_view mark) { return carries(item, where, mark); });
}

bool is_due(const MarkedItem& item, std::string_view conditional) {
  if (conditional == "purchaser") return item.purchaser_known;
  if (conditional == "destination") return item.destination_known;
  return true;
}

/// Why a regime does not apply; empty when it does.
std::string why_not(const Regime& regime, const MarkedItem& item) {
  const bool elsewhere = !item.state.empty() && !regime.states.empty() && !has(regime.states, item.state);
  if (elsewhere) return fmt::format("law of {}, not of {}", fmt::join(regime.states, ", "), item.state);
  if (regime.official_only && !item.official) return "only for ammunition bought by bodies of the State";
  if (regime.item == RegimeItem::import && !item.imported) return "only for imports";
  return {};
}

std::string_view name_of(RegimeItem item) {
  if (item == RegimeItem::package) return "smallest package";
  return item == RegimeItem::import ? "import" : "cartridge";
}

/// What follows from missing marks, and what is not settled about it.
std::string what_follows(const Regime& regime, const Judgement& judgement) {
  if (judgement.consequence == Consequence::none_stated && regime.consequence != Consequence::none_stated)
    return fmt::format("incomplete, not unmarked: whether \"{}\" follows is for the competent authority",
                       regime.consequence_text);
  std::string words = regime.consequence_text;
  if (judgement.consequence == Consequence::illicit_destroy)
    words +=
        "; not before an evidence hold on it is lifted: what may be evidence is kept until a final judicial "
        "decision (para 69)";
  return words;
}

std::string words_of(const Regime& regime, const Judgement& judgement) {
  if (judgement.satisfied) return "nothing is missing";
  std::vector<std::string> parts;
  if (!judgement.missing.empty())
    parts.push_back(fmt::format("missing on the {}: {}", name_of(regime.item), fmt::join(judgement.missing, ", ")));
  if (judgement.too_large) parts.push_back(fmt::format("the lot is larger than {} rounds", regime.lot_size_max));
  if (const auto follows = what_follows(regime, judgement); !judgement.missing.empty() && !follows.empty())
    parts.push_back(follows);
  return fmt::format("{}", fmt::join(parts, "; "));
}

void find_missing(const Regime& regime, const MarkedItem& item, Judgement& judgement) {
  for (const auto& demand : regime.required)
    if (!meets(item, regime.item, demand)) judgement.missing.push_back(demand);
  judgement.unmarked = judgement.missing.size() == regime.required.size();
  for (const auto& demand : regime.conditional) {
    if (!is_due(item, demand))
      judgement.reasons.push_back(fmt::format("{} was not known at the time of manufacture: not due", demand));
    else if (!meets(item, regime.item, demand))
      judgement.missing.push_back(demand);
  }
}

}  // namespace

Judgement judge(const Regime& regime, const MarkedItem& item) {
  Judgement judgement;
  judgement.regime = regime.id;
  judgement.title = regime.title;
  judgement.nature = regime.nature;
  judgement.item = regime.item;
  judgement.source = regime.source.text;
  judgement.trust = regime.source.trust;
  judgement.lot_size_max = regime.lot_size_max;
  if (const auto reason = why_not(regime, item); !reason.empty()) {
    judgement.applies = false;
    judgement.words = reason;
    judgement.reasons.push_back(reason);
    return judgement;
  }
  judgement.reasons.push_back(fmt::format("{} speaks of the {}", regime.title, name_of(regime.item)));
  find_missing(regime, item, judgement);
  judgement.too_large = regime.lot_size_max > 0 && item.lot_size > regime.lot_size_max;
  judgement.satisfied = judgement.missing.empty() && !judgement.too_large;
  const bool follows = regime.consequence_when == catalogue::ConsequenceWhen::incomplete || judgement.unmarked;
  if (!judgement.missing.empty() && follows) judgement.consequence = regime.consequence;
  judgement.words = words_of(regime, judgement);
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
