#include "service/lot_rules.h"

#include <fmt/ranges.h>

#include "custody/refusals.h"
#include "marking/regime.h"

namespace lotline::service {

namespace {

std::vector<marking::Judgement> judgements(Desk& desk, const custody::LotRegistered& lot,
                                           const custody::MovementOrder& order) {
  std::vector<std::string> ids;
  for (const auto id : split(desk.profile().regimes, ';')) ids.emplace_back(id);
  marking::MarkedItem item;
  item.cartridge_marks = lot.cartridge_marks;
  item.package_marks = lot.package_marks;
  item.official = lot.channel == custody::Channel::official;
  item.purchaser_known = static_cast<bool>(lot.purchaser);
  item.destination_known = !lot.destination.empty();
  item.imported = order.act == custody::Act::import;
  item.lot_size = order.rounds.count();
  return marking::judge_all(desk.catalogue.regimes(), ids, item);
}

/// Regimes that stop rounds from entering: an import ban stops imports, a bar on authorization stops official lots.
bool forbids_entry(const marking::Judgement& judgement) {
  return judgement.applies && !judgement.missing.empty() &&
         (judgement.consequence == catalogue::Consequence::import_prohibited ||
          judgement.consequence == catalogue::Consequence::no_authorization);
}

}  // namespace

Result<void> check_marking(Desk& desk, const custody::LotRegistered& lot, const custody::MovementOrder& order) {
  for (const auto& judgement : judgements(desk, lot, order))
    if (forbids_entry(judgement))
      return refuse(custody::unmarked_refused, "{} ({}): {}", judgement.regime, judgement.title, judgement.words);
  return {};
}

Result<void> check_lot_size(Desk& desk, const custody::LotRegistered& lot, const custody::MovementOrder& order) {
  for (const auto& judgement : judgements(desk, lot, order))
    if (judgement.too_large)
      return refuse(custody::lot_too_large, "{} allows {}, the lot has {}", judgement.regime, judgement.lot_size_max,
                    order.rounds.count());
  return {};
}

}  // namespace lotline::service
