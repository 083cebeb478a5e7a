#include "service/late_records.h"

#include <algorithm>

namespace lotline::service {

namespace {

using custody::EntryRow;

/// What one entry does to one of its two accounts, on the last day on which it can have happened.
struct Change {
  std::tuple<PartyId, std::string_view, custody::Standing> account;
  Day on;
  RecordNumber number;
  Rounds rounds;  ///< less than zero: they leave
};

std::vector<Change> changes_of(const std::vector<const EntryRow*>& entries) {
  std::vector<Change> changes;
  changes.reserve(2 * entries.size());
  for (const EntryRow* entry : entries) {
    changes.push_back(
        {{entry->from, entry->from_where, entry->from_standing}, entry->happened_last, entry->number, -entry->rounds});
    changes.push_back(
        {{entry->to, entry->to_where, entry->to_standing}, entry->happened_last, entry->number, entry->rounds});
  }
  std::ranges::sort(changes, {}, [](const Change& c) { return std::tie(c.account, c.on, c.number); });
  return changes;
}

}  // namespace

void list_late(LotId lot, const std::vector<const EntryRow*>& entries, std::vector<LateRecord>& late) {
  const auto changes = changes_of(entries);
  const auto first = static_cast<std::ptrdiff_t>(late.size());
  Rounds balance;
  for (std::size_t i = 0; i < changes.size();) {
    const bool same_account = i > 0 && changes[i - 1].account == changes[i].account;
    if (!same_account) balance = Rounds{};
    const auto& [account, day, number, rounds] = changes[i];
    // A day is judged as a whole: what came and went on it may be recorded in either order.
    RecordNumber left = 0;
    for (; i < changes.size() && changes[i].account == account && changes[i].on == day; ++i) {
      balance += changes[i].rounds;
      if (changes[i].rounds < Rounds{}) left = changes[i].number;
    }
    const auto& [possessor, where, standing] = account;
    if (left != 0 && balance < Rounds{} && !custody::may_be_negative(standing))
      late.push_back({lot, {possessor, standing, std::string{where}}, day, balance, left});
  }
  std::ranges::stable_sort(late.begin() + first, late.end(), {}, &LateRecord::on);
}

}  // namespace lotline::service
