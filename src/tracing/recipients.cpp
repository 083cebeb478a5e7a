#include "tracing/recipients.h"

#include <algorithm>

namespace lotline::tracing {

namespace {

using custody::Standing;

constexpr std::size_t kFewRecipients = 5;  ///< so many can still be asked one by one

}  // namespace

Recipients recipients_of(const LotHistory& history, Names& names) {
  Recipients recipients;
  const PartyId maker = names.organisation(history.lot.maker);
  for (const HistoryEntry& entry : history.entries) {
    if (entry.net == Rounds{}) continue;
    const auto& row = entry.row;
    if (row.to_standing == Standing::sold) {
      ++recipients.unrecorded_sales;
      recipients.sold_unrecorded += entry.net;
    }
    const bool reaches = row.to_standing == Standing::held || row.to_standing == Standing::exported;
    if (!reaches || row.from_standing == Standing::exhibit || names.keeps_for_others(row.to)) continue;
    const PartyId organisation = names.organisation(row.to);
    auto& known = recipients.organisations;
    const bool is_new = std::ranges::find(known, organisation) == known.end();
    if (organisation != maker && is_new) known.push_back(organisation);
  }
  return recipients;
}

std::string exclusivity_of(const Recipients& recipients) {
  const auto count = recipients.organisations.size();
  std::string words = count == 0   ? "no recipient of the lot is on record"
                      : count == 1 ? "the lot went to one recipient"
                                   : fmt::format("the lot went to {} recipients", count);
  if (recipients.unrecorded_sales > 0)
    words += fmt::format(", and {} rounds in {} {} to buyers not recorded", recipients.sold_unrecorded.count(),
                         recipients.unrecorded_sales, recipients.unrecorded_sales == 1 ? "sale" : "sales");
  return words;
}

std::string information_value_of(const Recipients& recipients, custody::Channel channel) {
  if (recipients.exclusive()) return "high";
  if (recipients.unrecorded_sales > 0 || recipients.organisations.empty()) return "low";
  const bool few = recipients.organisations.size() <= kFewRecipients;
  return few || channel == custody::Channel::official ? "medium" : "low";
}

}  // namespace lotline::tracing
