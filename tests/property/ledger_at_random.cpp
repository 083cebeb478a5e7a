#include "tests/property/ledger_at_random.h"

#include <fmt/ranges.h>

namespace lotline {

using namespace custody;

namespace {

/// One of the rows, by number; none when there is none.
template <class Row>
std::optional<Row> one_of(const std::vector<Row>& rows, int choice) {
  if (rows.empty()) return {};
  return rows[static_cast<std::size_t>(choice) % rows.size()];
}

/// From nothing to a quarter more than there is.
Rounds part_of(Rounds whole, int share) { return Rounds(whole.count() * share / 204); }

Side side_of(const AccountRow& account) { return {account.possessor, account.standing, account.where}; }

ExhibitId exhibit_of(const Side& side) {
  return side.standing == Standing::exhibit ? ExhibitId{std::stoll(side.where.substr(1))} : ExhibitId{};
}

std::vector<AccountRow> filled_accounts(const Book& book) {
  std::vector<AccountRow> accounts;
  for (const auto& account : book.accounts.all())
    if (account.rounds > Rounds{}) accounts.push_back(account);
  return accounts;
}

}  // namespace

LedgerAtRandom::LedgerAtRandom() {
  for (const Channel channel : {Channel::commercial, Channel::commercial, Channel::official}) {
    LotRegistered record;
    record.number = record.number_key = fmt::format("LOT-{}", lots_.size());
    record.maker = ledger_.maker;
    record.product = ProductId{1};
    record.channel = channel;
    take(record);
    lots_.push_back(LotId{ledger_.number});
  }
  for (int i = 0; i < 3; ++i) produce({0, i, 0, 0, 250, 0});
}

bool LedgerAtRandom::attempt(const Step& step) {
  switch (step[0] % 24) {
    case 0:
      return produce(step);
    case 1:
    case 2:
      return move_package(step);
    case 3:
      return end_shipment(step);
    case 4:
    case 5:
      return pack(step);
    case 6:
      return open(step);
    case 7:
      return hold(step);
    case 8:
    case 9:
      return lift(step);
    case 10:
    case 11:
      return correct(step);
    case 12:
      return change_lot(step);
    case 13:
      return count(step);
    case 14:
    case 15:
      return decide(step);
    default:
      return move_lot(step);
  }
}

std::vector<Cells> LedgerAtRandom::rows_of(const MemoryBook& book, const Stock& stock) {
  auto rows = book.rows();
  for (const auto& row : stock.counts.all()) rows.push_back(cells_of(row));
  for (const auto& row : stock.investigations.all()) rows.push_back(cells_of(row));
  for (const auto& row : stock.variances.all()) rows.push_back(cells_of(row));
  return rows;
}

void LedgerAtRandom::apply_to(Book& book, Stock& stock, const Taken& taken, RecordNumber number) {
  const Day day = day_of(2020, 1, 1);
  const RecordStamp stamp{number, {day, day}, Instant{number}};
  std::visit(
      [&]<class T>(const T& record) {
        if constexpr (std::is_same_v<T, stockpile::StocktakeRecorded>)
          stockpile::apply(record, number, stamp.happened, stock.stocktakes, book);
        else if constexpr (std::is_same_v<T, stockpile::InvestigationDecided>)
          stockpile::apply(record, number, stock.stocktakes, book);
        else
          custody::apply(record, stamp, book);
      },
      taken);
}

bool LedgerAtRandom::take(Taken taken) {
  apply_to(ledger_.book, stock_, taken, ++ledger_.number);
  if (const auto* movement = std::get_if<MovementPosted>(&taken)) ledger_.posted[ledger_.number] = *movement;
  log_.emplace_back(ledger_.number, std::move(taken));
  return true;
}

std::vector<Cells> LedgerAtRandom::replayed_tables() const {
  MemoryBook book;
  Stock stock;
  for (const auto& [number, taken] : log_) apply_to(book.book, stock, taken, number);
  return rows_of(book, stock);
}

PartyId LedgerAtRandom::party(int choice) const {
  const std::array<PartyId, 8> parties{ledger_.maker,  ledger_.police,  ledger_.station,    ledger_.army,
                                       ledger_.dealer, ledger_.carrier, ledger_.laboratory, PartyId{}};
  return parties[static_cast<std::size_t>(choice) % parties.size()];
}

bool LedgerAtRandom::produce(const Step& step) {
  MovementOrder order;
  order.act = step[2] % 2 == 0 ? Act::manufacture : Act::import;
  order.lot = lot(step[1]);
  order.from = order.act == Act::import ? ledger_.importer : ledger_.maker;
  order.rounds = Rounds(step[4]);
  order.first_recipient = step[3] % 8 == 7 ? ledger_.army : ledger_.police;
  return take_if(ledger_.decide(order));
}

/// Fills an order about rounds that stand at `from`: where they are, to whom and how they go.
void LedgerAtRandom::complete(MovementOrder& order, const Side& from, const Step& step) const {
  order.from = from.possessor;
  order.out_of = from.standing;
  order.shipment = shipment_of(from);
  order.exhibit = exhibit_of(from);
  if (!order.shipment && !order.exhibit) order.from_place = from.where;
  const bool to_exhibit = order.act == Act::seize || order.act == Act::recover;
  if (to_exhibit) order.exhibit = ExhibitId{ledger_.number + 1};
  order.to = party(step[3]);
  order.to_place = step[5] % 2 == 0 ? "" : "STORE";
  if (step[5] % 4 > 1) order.carrier = ledger_.carrier;
  if (step[5] % 8 > 5) order.override_reason = "simulated override";
}

bool LedgerAtRandom::move_lot(const Step& step) {
  const auto account = one_of(filled_accounts(ledger_.book), step[1]);
  if (!account) return false;
  MovementOrder order;
  const auto& acts = Words<Act>::all;
  order.act = acts[static_cast<std::size_t>(step[2]) % acts.size()].value;
  order.lot = account->lot;
  order.rounds = part_of(account->rounds, step[4]);
  complete(order, side_of(*account), step);
  return take_if(ledger_.decide(order));
}

bool LedgerAtRandom::move_package(const Step& step) {
  const auto package = one_of(ledger_.packages.all(), step[1]);
  if (!package) return false;
  constexpr std::array acts{Act::transfer, Act::dispatch, Act::receive,      Act::void_, Act::destroy, Act::theft,
                            Act::seize,    Act::forfeit,  Act::move_exhibit, Act::loss,  Act::sale,    Act::export_};
  MovementOrder order;
  order.act = acts[static_cast<std::size_t>(step[2]) % acts.size()];
  order.package = package->id;
  complete(order, package->side(), step);
  return take_if(ledger_.decide(order));
}

bool LedgerAtRandom::end_shipment(const Step& step) {
  const auto shipment = one_of(ledger_.shipments.all(), step[1]);
  if (!shipment) return false;
  MovementOrder order;
  order.act = step[2] % 2 == 0 ? Act::receive : Act::void_;
  order.shipment = shipment->id;
  return take_if(ledger_.decide(order));
}

bool LedgerAtRandom::pack(const Step& step) {
  const auto account = one_of(filled_accounts(ledger_.book), step[1]);
  if (!account) return false;
  PackagePacked package;
  package.code = package.code_key = fmt::format("PACKAGE-{}", ledger_.number + 1);
  package.level = Words<PackageLevel>::all[static_cast<std::size_t>(step[2]) % 3].value;
  package.possessor = account->possessor;
  package.where = account->where;
  if (step[5] % 4 != 0) package.lines.push_back({account->lot, part_of(account->loose(), step[4])});
  for (const auto& other : ledger_.packages.all())
    if (step[3] % 2 == 0 && other.side() == side_of(*account) && !other.parent && other.level < package.level)
      package.contains.push_back(other.id);
  return take_if(decide_packing(ledger_.book, package));
}

bool LedgerAtRandom::open(const Step& step) {
  const auto package = one_of(ledger_.packages.all(), step[1]);
  if (!package) return false;
  std::optional<LotLine> taken;
  const auto line = one_of(ledger_.package_lines.all(make_key(package->id)), step[2]);
  if (line && step[5] % 2 == 0) taken = LotLine{line->lot, part_of(line->rounds, step[4])};
  return take_if(decide_opening(ledger_.book, package->id, taken));
}

bool LedgerAtRandom::hold(const Step& step) {
  const auto account = one_of(filled_accounts(ledger_.book), step[1]);
  if (!account) return false;
  const HoldMade wanted{"simulated order", HoldKind::judicial, account->lot, part_of(account->rounds, step[4]),
                        side_of(*account)};
  return take_if(decide_hold(ledger_.book, wanted));
}

bool LedgerAtRandom::lift(const Step& step) {
  const auto made = one_of(ledger_.holds.all(), step[1]);
  return made && take_if(decide_lifting(ledger_.book, {"simulated decision", made->id}));
}

bool LedgerAtRandom::correct(const Step& step) {
  std::vector<RecordNumber> numbers;
  for (const auto& entry : ledger_.posted) numbers.push_back(entry.first);
  const auto corrected = one_of(numbers, 255 - step[1]);
  std::optional<std::int64_t> rounds;
  if (step[5] % 2 == 0) rounds = step[4];
  return corrected && take_if(ledger_.decide_correct(*corrected, rounds));
}

/// An exhibit's lot is decided, or loose and free rounds become another lot.
bool LedgerAtRandom::change_lot(const Step& step) {
  const auto account = one_of(filled_accounts(ledger_.book), step[1]);
  if (!account || lot(step[2]) == account->lot) return false;
  const Side side = side_of(*account);
  if (account->standing == Standing::exhibit && account->packaged == Rounds{}) {
    const Side nobody{PartyId{}, Standing::unattributed, ""};
    MovementPosted change;
    change.act = Act::identify;
    change.postings = {{side, account->lot, account->rounds, nobody}, {nobody, lot(step[2]), account->rounds, side}};
    return take(change);
  }
  const Act act = step[3] % 2 == 0 ? Act::relot : Act::loosen;
  const LotLine line{account->lot, Rounds(step[4] + 1)};
  return take_if(decide_change_of_lot(ledger_.book, act, line, lot(step[2]), side));
}

bool LedgerAtRandom::count(const Step& step) {
  const auto account = one_of(filled_accounts(ledger_.book), step[1]);
  if (!account) return false;
  const Rounds counted = step[5] % 4 == 0 ? account->rounds : part_of(account->rounds, step[4]);
  return take_if(stockpile::decide_stocktake(ledger_.book, account->possessor, account->where,
                                             {{account->lot, counted}}, step[3] % 8 == 0));
}

bool LedgerAtRandom::decide(const Step& step) {
  const auto investigation = one_of(stock_.investigations.all(), step[1]);
  if (!investigation) return false;
  const auto& findings = Words<stockpile::Finding>::all;
  const auto finding = findings[static_cast<std::size_t>(step[2]) % 4].value;
  stockpile::DecisionOrder order{investigation->id, "simulated inquiry", finding, {}};
  // Now and then lot by lot, and not all of them.
  if (step[3] % 3 == 0) order.finding.reset();
  for (const auto& variance : stock_.variances.all(make_key(investigation->id)))
    if ((step[4] + variance.lot.number) % 3 != 0)
      order.of_lots.push_back(
          {findings[static_cast<std::size_t>(step[5] + variance.lot.number) % 4].value, variance.lot});
  const auto decided = stockpile::decide_investigation(ledger_.book, stock_.stocktakes, order);
  if (!decided) return false;
  take(*decided);
  for (auto& movement : stockpile::movements_of(stock_.stocktakes, *decided)) take(std::move(movement));
  return true;
}

std::string LedgerAtRandom::acts_never_taken() const {
  std::set<Act> taken;
  for (const auto& entry : ledger_.entries.all()) taken.insert(entry.act);
  std::vector<std::string_view> never;
  for (const auto& act : Words<Act>::all)
    if (!taken.contains(act.value)) never.push_back(act.text);
  return fmt::format("{}", fmt::join(never, " "));
}

}  // namespace lotline
