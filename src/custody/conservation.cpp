#include "base/check.h"
#include "custody/book.h"

namespace lotline::custody {

void check_conservation(const Book& book, LotId lot) {
  std::array<Rounds, kStandings> sums{};
  book.accounts.scan(make_key(lot), [&](const AccountRow& account) {
    sums[static_cast<std::size_t>(account.standing)] += account.rounds;
    return true;
  });
  const LotTotalsRow totals = book.totals.find(make_key(lot)).value_or(LotTotalsRow{lot, {}});
  CHECK(sums == totals.rounds);
  CHECK(totals.entered() == totals.accounted());
}

}  // namespace lotline::custody
