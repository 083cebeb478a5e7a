#include "stockpile/stocktake.h"

#include <fmt/ranges.h>

#include <set>

#include "custody/refusals.h"
#include "stockpile/refusals.h"

namespace lotline::stockpile {

namespace {

custody::Side stock_of(PartyId possessor, const std::string& place) {
  return {possessor, custody::Standing::held, place};
}

/// Reserves or frees rounds of the account without a hold of their own: the investigation is what holds them.
void freeze(custody::Book& book, LotId lot, const custody::Side& side, Rounds rounds) {
  auto account = custody::account_at(book, lot, side);
  account.reserved += rounds;
  CHECK(account.reserved >= Rounds{} && account.reserved <= account.rounds);
  book.accounts.put(account);
}

/// Whether the shortage can be taken out of the account once the investigation's freeze is lifted.
Result<void> can_be_debited(const custody::AccountRow& account, const VarianceRow& variance) {
  const Rounds gone = variance.book - variance.counted;
  const Rounds free = account.free() + variance.frozen;
  if (account.rounds < variance.book)
    return refuse(book_changed, "lot {}: the book says {}, at the count it said {}", variance.lot.number,
                  account.rounds.count(), variance.book.count());
  if (gone > account.loose())
    return refuse(custody::rounds_in_packages, "{} are missing, {} are loose", gone.count(), account.loose().count());
  if (gone > free)
    return refuse(custody::rounds_reserved, "{} are missing, {} free of hold", gone.count(), free.count());
  return {};
}

}  // namespace

Result<StocktakeRecorded> decide_stocktake(const custody::Book& book, PartyId possessor, const std::string& place,
                                           const std::vector<Counted>& counted, bool complete) {
  const custody::Side side = stock_of(possessor, place);
  std::map<LotId, Rounds> counts;
  for (const Counted& count : counted) {
    if (counts.contains(count.lot)) return refuse(counted_twice, "lot {}", count.lot.number);
    counts[count.lot] = count.rounds;
  }
  if (complete) {
    book.accounts.scan_by("possessor", possessor.number, [&](const custody::AccountRow& account) {
      const bool here = account.standing == custody::Standing::held && account.where == place;
      if (here && account.rounds > Rounds{}) counts.try_emplace(account.lot, Rounds{});
      return true;
    });
  }
  if (counts.empty()) return refuse(nothing_counted, "{}", place);
  StocktakeRecorded stocktake{{}, place, possessor};
  for (const auto& [lot, rounds] : counts) {
    const auto account = custody::account_at(book, lot, side);
    const bool differs = account.rounds != rounds;
    stocktake.counts.push_back({account.rounds, rounds, differs ? account.free() : Rounds{}, lot});
  }
  return stocktake;
}

Result<InvestigationDecided> decide_investigation(const custody::Book& book, const Stocktakes& stocktakes,
                                                  const DecisionOrder& order) {
  const auto row = stocktakes.investigations.find(make_key(order.investigation));
  if (!row) return refuse(unknown_investigation, "{}", order.investigation.number);
  if (!row->open) return refuse(investigation_closed, "{}", order.investigation.number);
  if (order.basis.empty()) return refuse(missing_value, "basis of the decision");
  std::map<LotId, Finding> named;
  for (const LotFinding& one : order.of_lots) {
    const auto variance = stocktakes.variances.find(make_key(order.investigation, one.lot));
    if (!variance || variance->decided != 0) return refuse(no_open_difference, "lot {}", one.lot.number);
    if (named.contains(one.lot)) return refuse(decided_twice, "lot {}", one.lot.number);
    named[one.lot] = one.finding;
  }
  InvestigationDecided decided{order.basis, {}, order.investigation};
  for (const VarianceRow& variance : stocktakes.variances.all(make_key(order.investigation))) {
    const auto of_lot = named.find(variance.lot);
    const auto finding = of_lot != named.end() ? std::optional(of_lot->second) : order.finding;
    if (variance.decided != 0 || !finding) continue;
    const bool fits = finding == Finding::miscount || variance.is_surplus() == (finding == Finding::surplus);
    if (!fits)
      return refuse(finding_does_not_fit, "lot {}: counted {}, book {}, found to be {}", variance.lot.number,
                    variance.counted.count(), variance.book.count(), word(*finding));
    if (finding == Finding::loss || finding == Finding::theft)
      TRY(can_be_debited(custody::account_at(book, variance.lot, stock_of(row->possessor, row->place)), variance));
    decided.findings.push_back({*finding, variance.lot});
  }
  if (decided.findings.empty()) return refuse(missing_value, "finding, of all that differs or of a lot");
  return decided;
}

std::vector<custody::MovementPosted> movements_of(const Stocktakes& stocktakes, const InvestigationDecided& decided) {
  using custody::Act;
  using custody::Standing;
  const auto row = stocktakes.investigations.find(make_key(decided.investigation));
  CHECK(row.has_value());
  const custody::Side stock = stock_of(row->possessor, row->place);
  std::map<Finding, custody::MovementPosted> movements;
  for (const auto& [finding, lot] : decided.findings) {
    const auto variance = stocktakes.variances.find(make_key(decided.investigation, lot));
    CHECK(variance.has_value());
    if (finding == Finding::miscount) continue;
    auto& movement = movements[finding];
    if (finding == Finding::surplus) {
      movement.act = Act::surplus;
      movement.postings.push_back(
          {{PartyId{}, Standing::unattributed, {}}, lot, variance->counted - variance->book, stock});
      continue;
    }
    movement.act = finding == Finding::theft ? Act::theft : Act::loss;
    const auto gone = finding == Finding::theft ? Standing::stolen : Standing::lost;
    movement.postings.push_back({stock, lot, variance->book - variance->counted, {row->possessor, gone, row->place}});
  }
  std::vector<custody::MovementPosted> posted;
  for (auto& entry : movements) posted.push_back(std::move(entry.second));
  return posted;
}

void apply(const StocktakeRecorded& record, RecordNumber number, const When& happened, Stocktakes& stocktakes,
           custody::Book& book) {
  const InvestigationId investigation{number};
  int differing = 0;
  for (const auto& count : record.counts) {
    if (count.book == count.counted) continue;
    ++differing;
    stocktakes.variances.put({investigation, count.lot, count.book, count.counted, count.frozen, 0, {}});
    if (count.frozen > Rounds{}) freeze(book, count.lot, stock_of(record.possessor, record.place), count.frozen);
  }
  stocktakes.stocktakes.put(
      {number, record.possessor, record.place, happened.last, static_cast<int>(record.counts.size()), differing});
  if (differing > 0)
    stocktakes.investigations.put({investigation, record.possessor, record.place, happened.last, true, {}, 0});
}

void apply(const InvestigationDecided& record, RecordNumber number, Stocktakes& stocktakes, custody::Book& book) {
  auto row = stocktakes.investigations.find(make_key(record.investigation));
  CHECK(row.has_value());
  for (const auto& [finding, lot] : record.findings) {
    auto variance = stocktakes.variances.find(make_key(record.investigation, lot));
    CHECK(variance.has_value() && variance->decided == 0);
    if (variance->frozen > Rounds{}) freeze(book, lot, stock_of(row->possessor, row->place), -variance->frozen);
    variance->decided = number;
    variance->finding = word(finding);
    stocktakes.variances.put(*variance);
  }
  std::set<std::string> found;
  bool open = false;
  for (const VarianceRow& variance : stocktakes.variances.all(make_key(record.investigation))) {
    open = open || variance.decided == 0;
    found.insert(variance.finding);
  }
  if (open) return;
  row->open = false;
  row->outcome = fmt::format("{}", fmt::join(found, ", "));
  row->decided = number;
  stocktakes.investigations.put(*row);
}

}  // namespace lotline::stockpile
