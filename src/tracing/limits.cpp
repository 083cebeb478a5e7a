#include "tracing/limits.h"

#include <algorithm>

namespace lotline::tracing {

namespace {

using custody::Act;
using custody::Standing;

constexpr double kCounts = 0.05;  ///< a reading below it decides nothing

struct Counts {
  Rounds exported;
  PartyId exported_to;
  Rounds unpacked;
  int imprecise = 0;
  int late = 0;
  bool after_first_recipient = false;  ///< something is on record after the lot reached its first recipient
};

Counts counts_of(const LotHistory& history, const Recipients& recipients, Names& names) {
  Counts counts;
  for (const HistoryEntry& entry : history.entries) {
    const auto& row = entry.row;
    if (entry.net == Rounds{}) continue;
    if (row.to_standing == Standing::exported) {
      counts.exported += entry.net;
      counts.exported_to = row.to;
    }
    if (row.act == Act::loosen && row.to_standing == Standing::relotted_out) counts.unpacked += entry.net;
    if (!row.happened().exact()) ++counts.imprecise;
    if (entry.late) ++counts.late;
    const bool from_recipient = !recipients.organisations.empty() && row.from_standing == Standing::held &&
                                names.organisation(row.from) == recipients.organisations.front();
    counts.after_first_recipient |= from_recipient;
  }
  return counts;
}

/// The first recipient as the maker or importer stated it (para 56), before anything was delivered.
std::string made_for(const LotHistory& history, Names& names) {
  for (const auto& entry : history.entries)
    if (entry.row.first_recipient)
      return fmt::format(" and at the first recipient it was recorded for, {}",
                         names.party(entry.row.first_recipient).text());
  return {};
}

}  // namespace

std::vector<Limit> limits_of(const WeighedLot& lot, const Recipients& recipients, bool dealers_name_buyers,
                             Names& names) {
  const std::string& number = lot.history.lot.number;
  const Counts counts = counts_of(lot.history, recipients, names);
  std::vector<Limit> limits;
  if (recipients.organisations.empty())
    limits.push_back({"no_recipient", fmt::format("lot {}: no delivery is on record; the trail stops at the maker{}",
                                                  number, made_for(lot.history, names))});
  else if (!counts.after_first_recipient)
    limits.push_back({"first_recipient",
                      fmt::format("lot {}: the trail stops at the first recipient, {}; no later movement is on record",
                                  number, names.party(recipients.organisations.front()).text())});
  if (counts.exported > Rounds{})
    limits.push_back(
        {"exported", fmt::format("lot {}: {} rounds were exported to {}; what happened there is in another "
                                 "register, if in any",
                                 number, counts.exported.count(), names.party(counts.exported_to).text())});
  if (recipients.unrecorded_sales > 0) {
    limits.push_back(
        {"unrecorded_buyers", fmt::format("lot {}: {} rounds were sold in {} {} to buyers not recorded", number,
                                          recipients.sold_unrecorded.count(), recipients.unrecorded_sales,
                                          recipients.unrecorded_sales == 1 ? "sale" : "sales")});
    if (!dealers_name_buyers)
      limits.push_back({"no_dealer_register", "dealers of this State are not required to name their buyers"});
  }
  if (counts.unpacked > Rounds{})
    limits.push_back({"lost_lot", fmt::format("lot {}: {} rounds were unpacked unmarked and can no longer be told from "
                                              "others of their kind",
                                              number, counts.unpacked.count())});
  if (custody::is_component(lot.history.product.item))
    limits.push_back({"component", fmt::format("lot {} is of {}s: who loaded them is not known from it", number,
                                               word(lot.history.product.item))});
  if (counts.imprecise > 0)
    limits.push_back(
        {"imprecise_dates", fmt::format("lot {}: {} {} known only to the month or the year", number, counts.imprecise,
                                        counts.imprecise == 1 ? "entry is" : "entries are")});
  if (counts.late > 0)
    limits.push_back(
        {"late_records", fmt::format("lot {}: {} {} rounds that were not there yet in the order of "
                                     "happening: recorded late or wrongly dated",
                                     number, counts.late, counts.late == 1 ? "entry took" : "entries took")});
  return limits;
}

std::vector<Limit> general_limits(const Answer& answer, const DayOfFind& find) {
  std::vector<Limit> limits;
  if (!answer.lots.empty())
    limits.push_back({"no_proof", "a match with a lot points to where a round may have come from; it is never proof"});
  if (!find.known)
    limits.push_back(
        {"day_of_find", fmt::format("the day of the find is not given: {} is taken, and exhibits already in "
                                    "custody are not left out",
                                    to_text(find.day))});
  const bool unverified = std::ranges::any_of(
      answer.readings, [](const Reading& r) { return r.trust == "unverified" && r.probability >= kCounts; });
  if (unverified)
    limits.push_back(
        {"unverified_tables", "some readings rest on rows of the reference tables that nobody has verified"});
  if (answer.lots_total > answer.lots.size())
    limits.push_back({"more_lots", fmt::format("{} lots fit; the likeliest {} are listed, all are counted",
                                               answer.lots_total, answer.lots.size())});
  return limits;
}

}  // namespace lotline::tracing
