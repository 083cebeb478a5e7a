// The sums that must hold in a book, each worked out from other tables than the one it is compared with.

#include "tests/property/ledger_at_random.h"

namespace lotline {

using namespace custody;

namespace {

using Account = std::tuple<LotId, PartyId, std::string, Standing>;
using Sums = std::map<Account, Rounds>;

Account account_of(LotId lot, const Side& side) { return {lot, side.possessor, side.where, side.standing}; }

std::string named(const Account& account) {
  const auto& [lot, possessor, where, standing] = account;
  return fmt::format("lot {} with {} at \"{}\", {}", lot.number, possessor.number, where, word(standing));
}

/// Compares one column of the accounts with sums worked out elsewhere.
std::string difference(const Book& book, Sums sums, Rounds AccountRow::* column, std::string_view what) {
  for (const auto& row : book.accounts.all()) {
    const Account account{row.lot, row.possessor, row.where, row.standing};
    if (row.*column != sums[account])
      return fmt::format("{}: {} of {}, not {}", named(account), (row.*column).count(), what, sums[account].count());
    sums.erase(account);
  }
  for (const auto& [account, rounds] : sums)
    if (rounds != Rounds{}) return fmt::format("{}: no account, but {} of {}", named(account), rounds.count(), what);
  return {};
}

}  // namespace

std::string LedgerAtRandom::fault_of_entries() const {
  Sums sums;
  for (const auto& entry : ledger_.entries.all()) {
    sums[{entry.lot, entry.from, entry.from_where, entry.from_standing}] -= entry.rounds;
    sums[{entry.lot, entry.to, entry.to_where, entry.to_standing}] += entry.rounds;
  }
  return difference(ledger_.book, std::move(sums), &AccountRow::rounds, "its entries");
}

std::string LedgerAtRandom::fault_of_packages() const {
  Sums sums;
  for (const auto& line : ledger_.package_lines.all())
    sums[account_of(line.lot, ledger_.packages.find(make_key(line.package))->side())] += line.rounds;
  for (const auto& row : ledger_.package_children.all()) {
    const auto inner = ledger_.packages.find(make_key(row.child));
    if (inner->parent != row.parent || inner->side() != ledger_.packages.find(make_key(row.parent))->side())
      return fmt::format("package {} does not stand where the one around it stands", row.child.number);
  }
  return difference(ledger_.book, std::move(sums), &AccountRow::packaged, "its packages");
}

std::string LedgerAtRandom::fault_of_holds() const {
  Sums sums;
  for (const auto& hold : ledger_.holds.all()) sums[account_of(hold.lot, hold.side())] += hold.rounds;
  for (const auto& variance : stock_.variances.all()) {
    const auto investigation = stock_.investigations.find(make_key(variance.investigation));
    if (variance.decided != 0) continue;
    sums[{variance.lot, investigation->possessor, investigation->place, Standing::held}] += variance.frozen;
  }
  return difference(ledger_.book, std::move(sums), &AccountRow::reserved, "its holds");
}

std::string LedgerAtRandom::fault_of_shipments() const {
  std::map<ShipmentId, Rounds> open;
  for (const auto& row : ledger_.accounts.all())
    if (row.standing == Standing::in_transit) open[shipment_of({row.possessor, row.standing, row.where})] += row.rounds;
  for (const auto& shipment : ledger_.shipments.all())
    if (shipment.open != open[shipment.id])
      return fmt::format("dispatch {}: {} open, {} on the way", shipment.id.number, shipment.open.count(),
                         open[shipment.id].count());
  return {};
}

std::string LedgerAtRandom::first_fault() const {
  for (const auto& totals : ledger_.totals.all()) check_conservation(ledger_.book, totals.lot);
  for (const auto& fault : {fault_of_entries(), fault_of_packages(), fault_of_holds(), fault_of_shipments()})
    if (!fault.empty()) return fault;
  return {};
}

}  // namespace lotline
