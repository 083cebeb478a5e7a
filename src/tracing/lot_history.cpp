#include "tracing/lot_history.h"

#include <algorithm>
#include <tuple>

namespace lotline::tracing {

namespace {

using custody::EntryRow;

bool mirrors(const EntryRow& correction, const EntryRow& original) {
  return original.from == correction.to && original.to == correction.from &&
         original.from_standing == correction.to_standing && original.to_standing == correction.from_standing;
}

/// REQUIRES entries in the order of their numbers.
void net_corrections(std::vector<HistoryEntry>& entries) {
  for (HistoryEntry& correction : entries) {
    if (correction.row.corrects == 0) continue;
    Rounds left = correction.row.rounds;
    const auto number_of = [](const HistoryEntry& e) { return e.row.number; };
    for (HistoryEntry& original : std::ranges::equal_range(entries, correction.row.corrects, {}, number_of)) {
      if (!mirrors(correction.row, original.row)) continue;
      const Rounds taken = std::min(left, original.net);
      original.net -= taken;
      left -= taken;
    }
    // What it corrects may not be in view, such as an entry not known by then: it then stands on its own.
    correction.net = left;
  }
}

void keep_happened_by(std::vector<HistoryEntry>& entries, Day as_of) {
  std::erase_if(entries, [&](const HistoryEntry& e) { return happened_by(e.row.happened(), as_of) == Likelihood::no; });
  for (HistoryEntry& e : entries) e.certain = happened_by(e.row.happened(), as_of) == Likelihood::certain;
}

/// One change of an account on the day that leaves it fullest: arrivals as early and departures as late as they may be.
struct Change {
  std::tuple<PartyId, custody::Standing, std::string_view> account;
  Day on;
  bool leaves;
  RecordNumber number;
  std::size_t entry;

  [[nodiscard]] auto order() const { return std::tie(account, on, leaves, number); }
};

/// Marks the entries at which an account falls below zero in the order of happening: each account by itself.
void mark_late(std::vector<HistoryEntry>& entries) {
  std::vector<Change> changes;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const EntryRow& row = entries[i].row;
    if (entries[i].net == Rounds{}) continue;
    if (!custody::may_be_negative(row.from_standing))
      changes.push_back({{row.from, row.from_standing, row.from_where}, row.happened_last, true, row.number, i});
    changes.push_back({{row.to, row.to_standing, row.to_where}, row.happened_first, false, row.number, i});
  }
  std::ranges::sort(changes, [](const Change& a, const Change& b) { return a.order() < b.order(); });
  Rounds balance;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const Change& change = changes[i];
    if (i == 0 || changes[i - 1].account != change.account) balance = Rounds{};
    HistoryEntry& entry = entries[change.entry];
    balance = change.leaves ? balance - entry.net : balance + entry.net;
    entry.late |= change.leaves && balance < Rounds{};
  }
}

}  // namespace

LotHistory read_history(const Sources& sources, const custody::LotRow& lot, const Question& question) {
  LotHistory history{lot, sources.book.products.find(make_key(lot.product)).value_or(custody::ProductRow{}), {}};
  auto& entries = history.entries;
  sources.book.entries.scan(make_key(lot.id), [&](const EntryRow& row) {
    if (!question.as_known_on || row.recorded_at.day() <= *question.as_known_on) entries.push_back({row, row.rounds});
    return true;
  });
  const bool any_corrected = std::ranges::any_of(entries, [](const auto& e) { return e.row.corrects != 0; });
  if (any_corrected) net_corrections(entries);
  if (question.as_of) keep_happened_by(entries, *question.as_of);
  const auto order = [](const HistoryEntry& e) {
    return std::tie(e.row.happened_first, e.row.happened_last, e.row.number, e.row.line);
  };
  std::ranges::sort(entries, [&](const auto& a, const auto& b) { return order(a) < order(b); });
  mark_late(entries);
  return history;
}

}  // namespace lotline::tracing
