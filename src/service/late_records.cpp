#include "service/late_records.h"

namespace lotline::service {

std::int64_t list_late(const custody::Book& book, LotId lot, std::vector<LateRecord>& late) {
  auto entries = book.entries.all(make_key(lot));
  const auto count = static_cast<std::int64_t>(entries.size());
  // By the last day on which each can have happened; of one day in the order of the records.
  std::stable_sort(entries.begin(), entries.end(),
                   [](const auto& a, const auto& b) { return a.happened_last < b.happened_last; });
  std::map<std::tuple<PartyId, std::string, custody::Standing>, Rounds> balances;
  for (std::size_t i = 0; i < entries.size();) {
    // A day is judged as a whole: what came and went on it may be recorded in either order.
    const Day day = entries[i].happened_last;
    std::map<std::tuple<PartyId, std::string, custody::Standing>, RecordNumber> touched;
    for (; i < entries.size() && entries[i].happened_last == day; ++i) {
      const auto& entry = entries[i];
      balances[{entry.from, entry.from_where, entry.from_standing}] -= entry.rounds;
      balances[{entry.to, entry.to_where, entry.to_standing}] += entry.rounds;
      touched[{entry.from, entry.from_where, entry.from_standing}] = entry.number;
    }
    for (const auto& [account, number] : touched) {
      const auto& [possessor, where, standing] = account;
      const Rounds balance = balances[account];
      if (balance < Rounds{} && !custody::may_be_negative(standing))
        late.push_back({lot, {possessor, standing, where}, day, balance, number});
    }
  }
  return count;
}

}  // namespace lotline::service
