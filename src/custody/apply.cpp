#include "base/check.h"
#include "custody/book.h"
#include "custody/package_tree.h"

#include <fmt/ranges.h>

namespace lotline::custody {

namespace {

std::string joined(const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, ";")); }

/// Writes the account back. One of a shipment or an exhibit is dropped once it is empty; others stay, so that a
/// holder's past lots are found.
void settle(Book& book, const AccountRow& account) {
  CHECK(account.rounds >= Rounds{} || may_be_negative(account.standing));
  CHECK(account.packaged >= Rounds{} && account.reserved >= Rounds{});
  CHECK(may_be_negative(account.standing) ||
        (account.packaged <= account.rounds && account.reserved <= account.rounds));
  const bool empty = account.rounds == Rounds{} && account.packaged == Rounds{} && account.reserved == Rounds{};
  if (empty && (account.standing == Standing::in_transit || account.standing == Standing::exhibit))
    book.accounts.erase(key_of(account));
  else
    book.accounts.put(account);
}

void move_rounds(Book& book, const Posting& posting, Rounds packaged) {
  AccountRow from = account_at(book, posting.lot, posting.from);
  from.rounds -= posting.rounds;
  from.packaged -= packaged;
  settle(book, from);
  AccountRow to = account_at(book, posting.lot, posting.to);
  to.rounds += posting.rounds;
  to.packaged += packaged;
  settle(book, to);

  auto totals = book.totals.find(make_key(posting.lot)).value_or(LotTotalsRow{posting.lot, {}});
  totals.rounds[static_cast<std::size_t>(posting.from.standing)] -= posting.rounds;
  totals.rounds[static_cast<std::size_t>(posting.to.standing)] += posting.rounds;
  book.totals.put(totals);
}

void enter(Book& book, const MovementPosted& movement, const Posting& posting, int line, const RecordStamp& stamp) {
  book.entries.put({posting.lot,
                    stamp.number,
                    line,
                    movement.act,
                    posting.rounds,
                    posting.from.possessor,
                    posting.from.where,
                    posting.from.standing,
                    posting.to.possessor,
                    posting.to.where,
                    posting.to.standing,
                    stamp.happened.first,
                    stamp.happened.last,
                    stamp.recorded_at,
                    movement.licence,
                    movement.shipment,
                    movement.corrects,
                    movement.first_recipient,
                    movement.packages.empty() ? PackageId{} : movement.packages.front(),
                    movement.overridden});
}

/// Takes the holds off an account, so that they can be laid on where its rounds go.
std::vector<HoldRow> take_off_holds(Book& book, LotId lot, const Side& side) {
  std::vector<HoldRow> holds;
  for (HoldRow& hold : book.holds.all_by("lot", lot.number))
    if (hold.side() == side && hold.rounds > Rounds{}) holds.push_back(std::move(hold));
  AccountRow account = account_at(book, lot, side);
  for (const HoldRow& hold : holds) account.reserved -= hold.rounds;
  if (!holds.empty()) settle(book, account);
  return holds;
}

void lay_on_holds(Book& book, std::vector<HoldRow> holds, LotId lot, const Side& side) {
  if (holds.empty()) return;
  AccountRow account = account_at(book, lot, side);
  for (HoldRow& hold : holds) {
    hold.lot = lot;
    hold.possessor = side.possessor;
    hold.where = side.where;
    hold.standing = side.standing;
    book.holds.put(hold);
    account.reserved += hold.rounds;
  }
  settle(book, account);
}

/// Posts an entry. Holds on an exhibit go with it when all of it is moved.
void post(Book& book, Act act, const Posting& posting, Rounds packaged) {
  const bool whole = act == Act::move_exhibit && account_at(book, posting.lot, posting.from).rounds == posting.rounds;
  auto holds = whole ? take_off_holds(book, posting.lot, posting.from) : std::vector<HoldRow>{};
  move_rounds(book, posting, packaged);
  lay_on_holds(book, std::move(holds), posting.lot, posting.to);
}

void apply_shipment(const MovementPosted& movement, const RecordStamp& stamp, Book& book) {
  if (movement.act == Act::dispatch) {
    ShipmentRow shipment{ShipmentId{stamp.number},
                         movement.postings.front().from.possessor,
                         movement.postings.front().from.where,
                         movement.final_recipient,
                         movement.carrier,
                         movement.licence,
                         stamp.happened.first,
                         stamp.happened.last,
                         Rounds{}};
    for (const Posting& posting : movement.postings) {
      shipment.open += posting.rounds;
      auto line = book.shipment_lines.find(make_key(shipment.id, posting.lot))
                      .value_or(ShipmentLineRow{shipment.id, posting.lot, Rounds{}});
      line.sent += posting.rounds;
      book.shipment_lines.put(line);
    }
    book.shipments.put(shipment);
    for (const PackageId package : movement.packages) book.shipment_packages.put({shipment.id, package});
    return;
  }
  if (!movement.shipment) return;
  auto shipment = book.shipments.find(make_key(movement.shipment));
  CHECK(shipment.has_value());
  for (const Posting& posting : movement.postings) {
    if (posting.from.standing == Standing::in_transit) shipment->open -= posting.rounds;
    if (posting.to.standing == Standing::in_transit) shipment->open += posting.rounds;
  }
  book.shipments.put(*shipment);
}

/// A lot made of one for official use is for the same recipient.
void pass_on_recipient(Book& book, LotId from, LotId into) {
  const auto parent = book.lots.find(make_key(from));
  auto child = book.lots.find(make_key(into));
  if (!parent || !child || child->channel != Channel::official || child->recipient) return;
  child->recipient = parent->recipient;
  book.lots.put(*child);
}

/// A lot all of whose entries were mistakes has no recipient yet.
void forget_recipient(Book& book, const MovementPosted& correction) {
  for (const Posting& posting : correction.postings) {
    const auto totals = book.totals.find(make_key(posting.lot));
    auto lot = book.lots.find(make_key(posting.lot));
    if (!lot || !totals || totals->entered() != Rounds{}) continue;
    lot->recipient = PartyId{};
    book.lots.put(*lot);
  }
}

}  // namespace

AccountRow account_at(const Book& book, LotId lot, const Side& side) {
  const auto found = book.accounts.find(make_key(lot, side.possessor, side.where, side.standing));
  return found.value_or(AccountRow{lot, side.possessor, side.where, side.standing, {}, {}, {}});
}

void apply(const ProductRegistered& record, const RecordStamp& stamp, Book& book) {
  book.products.put({ProductId{stamp.number}, record.code, record.designation, record.calibre, record.type, record.item,
                     record.unit, record.gtin, record.colours, !record.not_controlled});
}

void apply(const LotRegistered& record, const RecordStamp& stamp, Book& book) {
  const LotRow lot{LotId{stamp.number},
                   record.maker,
                   record.number,
                   record.number_key,
                   record.product,
                   record.made_on.first,
                   record.made_on.last,
                   record.channel,
                   record.kind,
                   record.origin,
                   record.parent,
                   record.headstamp,
                   joined(record.cartridge_marks),
                   joined(record.package_marks),
                   record.technique,
                   record.marking_stage,
                   record.marked_by,
                   record.purchaser,
                   record.destination,
                   PartyId{}};
  book.lots.put(lot);
  count_lot(book.stock, lot);
}

void apply(const PackagePacked& record, const RecordStamp& stamp, Book& book) {
  const PackageId package{stamp.number};
  const Side side{record.possessor, Standing::held, record.where};
  book.packages.put({package, record.code, record.code_key, record.level, PackageId{}, true, side.possessor, side.where,
                     side.standing, joined(record.marks)});
  for (const LotLine& line : record.lines) {
    book.package_lines.put({package, line.lot, line.rounds});
    AccountRow account = account_at(book, line.lot, side);
    account.packaged += line.rounds;
    settle(book, account);
  }
  for (const PackageId inner : record.contains) {
    auto row = book.packages.find(make_key(inner));
    CHECK(row.has_value());
    row->parent = package;
    book.packages.put(*row);
    book.package_children.put({package, inner});
  }
}

void apply(const PackageOpened& record, const RecordStamp&, Book& book) {
  auto package = book.packages.find(make_key(record.package));
  CHECK(package.has_value());
  const ShipmentId on_way = shipment_of(package->side());
  package->sealed = false;
  book.packages.put(*package);
  for (const PackageId inner : children_of(book, record.package)) {
    auto row = book.packages.find(make_key(inner));
    CHECK(row.has_value());
    row->parent = PackageId{};
    book.packages.put(*row);
    if (on_way) book.shipment_packages.put({on_way, inner});
    book.package_children.erase(make_key(record.package, inner));
  }
  for (const LotLine& taken : record.taken) {
    auto line = book.package_lines.find(make_key(record.package, taken.lot));
    CHECK(line.has_value());
    line->rounds -= taken.rounds;
    CHECK(line->rounds >= Rounds{});
    if (line->rounds == Rounds{})
      book.package_lines.erase(key_of(*line));
    else
      book.package_lines.put(*line);
    AccountRow account = account_at(book, taken.lot, package->side());
    account.packaged -= taken.rounds;
    settle(book, account);
  }
}

void apply(const MovementPosted& record, const RecordStamp& stamp, Book& book) {
  std::map<LotId, Rounds> packaged;
  for (const PackageId package : record.packages)
    for (const LotLine& line : contents_of(book, package)) packaged[line.lot] += line.rounds;

  CHECK(!record.postings.empty());
  // A decided lot takes the exhibit's holds along: out of the account of the first posting into that of the last.
  const Posting& first = record.postings.front();
  const Posting& last = record.postings.back();
  const bool decided = record.act == Act::identify;
  auto holds = decided ? take_off_holds(book, first.lot, first.from) : std::vector<HoldRow>{};

  int line = 0;
  for (const Posting& posting : record.postings) {
    CHECK(posting.rounds > Rounds{});
    CHECK(may_pass(record.act, posting.from.standing, posting.to.standing));
    post(book, record.act, posting, packaged[posting.lot]);
    // What was recovered of a lot that nobody knows stands under its exhibit's number.
    const auto lot = book.lots.find(make_key(posting.lot));
    if (lot)
      count_rounds(book.stock, *lot, counted_sides(book.shipments, posting.from, posting.to), posting.rounds,
                   stamp.happened);
    packaged[posting.lot] = Rounds{};
    enter(book, record, posting, line++, stamp);
  }
  lay_on_holds(book, std::move(holds), last.lot, last.to);
  for (const PackageId package : record.packages) move_package(book, package, first.to);
  apply_shipment(record, stamp, book);

  if (record.first_recipient) {
    for (const Posting& posting : record.postings) {
      auto lot = book.lots.find(make_key(posting.lot));
      CHECK(lot.has_value());
      if (lot->channel == Channel::official && !lot->recipient) {
        lot->recipient = record.first_recipient;
        book.lots.put(*lot);
      }
    }
  }
  if (record.act == Act::relot || record.act == Act::loosen) pass_on_recipient(book, first.lot, last.lot);
  if (record.corrects != 0) {
    auto reversal = book.reversals.find(make_key(record.corrects)).value_or(ReversalRow{record.corrects, Rounds{}});
    for (const Posting& posting : record.postings) reversal.rounds += posting.rounds;
    book.reversals.put(reversal);
    forget_recipient(book, record);
  }
}

void apply(const HoldMade& record, const RecordStamp& stamp, Book& book) {
  book.holds.put({HoldId{stamp.number}, record.lot, record.side.possessor, record.side.where, record.side.standing,
                  record.rounds, record.kind, record.basis});
  AccountRow account = account_at(book, record.lot, record.side);
  account.reserved += record.rounds;
  settle(book, account);
}

void apply(const HoldLifted& record, const RecordStamp&, Book& book) {
  auto hold = book.holds.find(make_key(record.hold));
  CHECK(hold.has_value());
  AccountRow account = account_at(book, hold->lot, hold->side());
  account.reserved -= hold->rounds;
  settle(book, account);
  hold->rounds = Rounds{};
  book.holds.put(*hold);
}

}  // namespace lotline::custody
