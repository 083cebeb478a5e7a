#include "stockpile/stocktake.h"

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
                                                  InvestigationDecided decided) {
  const auto row = stocktakes.investigations.find(make_key(decided.investigation));
  if (!row) return refuse(unknown_investigation, "{}", decided.investigation.number);
  if (!row->open) return refuse(investigation_closed, "{}", decided.investigation.number);
  if (decided.basis.empty()) return refuse(missing_value, "basis of the decision");
  for (const VarianceRow& variance : stocktakes.variances.all(make_key(decided.investigation))) {
    const bool surplus = variance.counted > variance.book;
    const bool fits = decided.finding == Finding::miscount || surplus == (decided.finding == Finding::surplus);
    if (!fits)
      return refuse(finding_does_not_fit, "counted {}, book {}, found to be {}", variance.counted.count(),
                    variance.book.count(), word(decided.finding));
    if (decided.finding == Finding::loss || decided.finding == Finding::theft)
      TRY(can_be_debited(custody::account_at(book, variance.lot, stock_of(row->possessor, row->place)), variance));
  }
  return decided;
}

std::vector<custody::Posting> postings_of(const Stocktakes& stocktakes, const InvestigationDecided& decided) {
  using custody::Standing;
  std::vector<custody::Posting> postings;
  const auto row = stocktakes.investigations.find(make_key(decided.investigation));
  if (!row || decided.finding == Finding::miscount) return postings;
  const custody::Side stock = stock_of(row->possessor, row->place);
  for (const VarianceRow& variance : stocktakes.variances.all(make_key(decided.investigation))) {
    if (decided.finding == Finding::surplus) {
      postings.push_back(
          {{PartyId{}, Standing::unattributed, {}}, variance.lot, variance.counted - variance.book, stock});
      continue;
    }
    const auto gone = decided.finding == Finding::theft ? Standing::stolen : Standing::lost;
    postings.push_back({stock, variance.lot, variance.book - variance.counted, {row->possessor, gone, row->place}});
  }
  return postings;
}

void apply(const StocktakeRecorded& record, RecordNumber number, const When& happened, Stocktakes& stocktakes,
           custody::Book& book) {
  const InvestigationId investigation{number};
  int differing = 0;
  for (const auto& count : record.counts) {
    if (count.book == count.counted) continue;
    ++differing;
    stocktakes.variances.put({investigation, count.lot, count.book, count.counted, count.frozen});
    if (count.frozen > Rounds{}) freeze(book, count.lot, stock_of(record.possessor, record.place), count.frozen);
  }
  stocktakes.stocktakes.put(
      {number, record.possessor, record.place, happened.last, static_cast<int>(record.counts.size()), differing});
  if (differing > 0)
    stocktakes.investigations.put({investigation, record.possessor, record.place, happened.last, true, {}});
}

void apply(const InvestigationDecided& record, Stocktakes& stocktakes, custody::Book& book) {
  auto row = stocktakes.investigations.find(make_key(record.investigation));
  CHECK(row.has_value());
  for (const VarianceRow& variance : stocktakes.variances.all(make_key(record.investigation)))
    if (variance.frozen > Rounds{}) freeze(book, variance.lot, stock_of(row->possessor, row->place), -variance.frozen);
  row->open = false;
  row->outcome = word(record.finding);
  stocktakes.investigations.put(*row);
}

}  // namespace lotline::stockpile
