#pragma once
// For tests: a book over tables in memory, with a small simulated State, in which every record is decided as it would
// be and applied under the next number.

#include <map>
#include <string>
#include <string_view>

#include "custody/book.h"
#include "custody/memory_tables.h"
#include "custody/order.h"
#include "custody/refusals.h"
#include "custody/registration.h"
#include "parties/memory_tables.h"
#include "parties/registration.h"

namespace lotline::custody {

/// The name of the refusal; empty when nothing was refused.
template <class T>
std::string refusal_of(const Result<T>& result) {
  return result ? std::string{} : result.error().name;
}

/// An empty book and the tables behind it.
struct MemoryBook {
  MemoryTable<ProductRow> products;
  MemoryTable<LotRow> lots;
  MemoryTable<AccountRow> accounts;
  MemoryTable<LotTotalsRow> totals;
  MemoryTable<EntryRow> entries;
  MemoryTable<ShipmentRow> shipments;
  MemoryTable<ShipmentLineRow> shipment_lines;
  MemoryTable<ShipmentPackageRow> shipment_packages;
  MemoryTable<ReversalRow> reversals;
  MemoryTable<PackageRow> packages;
  MemoryTable<PackageLineRow> package_lines;
  MemoryTable<PackageChildRow> package_children;
  MemoryTable<HoldRow> holds;
  MemoryTable<RoundKindRow> round_kinds;
  MemoryTable<HolderProductsRow> holder_products;
  MemoryTable<StockYearsRow> stock_years;
  Book book{products,       lots,
            accounts,       totals,
            entries,        shipments,
            shipment_lines, shipment_packages,
            reversals,      packages,
            package_lines,  package_children,
            holds,          {round_kinds, holder_products, stock_years}};

  MemoryBook() = default;
  MemoryBook(const MemoryBook&) = delete;
  MemoryBook& operator=(const MemoryBook&) = delete;

  /// Every row of every table, so that two books can be compared.
  [[nodiscard]] std::vector<Cells> rows() const {
    std::vector<Cells> all;
    const auto add = [&](const auto& table) {
      for (const auto& row : table.all()) all.push_back(cells_of(row));
      all.emplace_back();
    };
    add(products), add(lots), add(accounts), add(totals), add(entries), add(shipments), add(shipment_lines);
    add(shipment_packages), add(reversals), add(packages), add(package_lines), add(package_children), add(holds);
    add(round_kinds), add(holder_products), add(stock_years);
    return all;
  }
};

/// A simulated maker, importer, two forces (one with a unit), a dealer, a carrier, a court and a laboratory.
class SimulatedBook : public MemoryBook {
 public:
  using Kind = parties::PartyKind;

  PartyId party(const std::string& code, Kind kind, PartyId parent = {}) {
    parties::PartyRegistered record;
    record.code = code;
    record.kind = kind;
    record.name = "Simulated " + code;
    record.country = "BR";
    record.parent = parent;
    parties::apply(record, ++number, directory);
    return PartyId{number};
  }

  LotId lot(const std::string& mark, Channel channel = Channel::commercial) {
    LotRegistered record;
    record.number = record.number_key = mark;
    record.maker = maker;
    record.product = ProductId{1};
    record.channel = channel;
    apply(record, stamp(), book);
    return LotId{number};
  }

  /// 1000 rounds of a new lot in the maker's STORE, made for the police.
  LotId made(const std::string& mark, Channel channel = Channel::commercial, std::int64_t rounds = 1000) {
    const LotId id = lot(mark, channel);
    MovementOrder order = of(Act::manufacture, id, rounds, maker, {}, "STORE");
    order.first_recipient = police;
    take(order);
    return id;
  }

  static MovementOrder of(Act act, LotId lot, std::int64_t rounds, PartyId from, PartyId to = {},
                          const std::string& to_place = "") {
    MovementOrder order;
    order.act = act;
    order.lot = lot;
    order.rounds = Rounds(rounds);
    order.from = from;
    order.to = to;
    order.to_place = to_place;
    return order;
  }
  /// The same, out of a place.
  static MovementOrder out_of(const std::string& place, MovementOrder order) {
    order.from_place = place;
    return order;
  }
  static MovementOrder of_shipment(Act act, RecordNumber dispatch, LotId lot = {}, std::int64_t rounds = 0) {
    MovementOrder order = of(act, lot, rounds, {});
    order.shipment = ShipmentId{dispatch};
    return order;
  }
  static MovementOrder of_package(Act act, PackageId package, PartyId from, PartyId to) {
    MovementOrder order = of(act, {}, 0, from, to);
    order.package = package;
    return order;
  }
  static MovementOrder of_exhibit(Act act, RecordNumber exhibit, LotId lot, std::int64_t rounds, PartyId from,
                                  PartyId to = {}) {
    MovementOrder order = of(act, lot, rounds, from, to);
    order.exhibit = ExhibitId{exhibit};
    return order;
  }

  [[nodiscard]] Result<MovementPosted> decide(const MovementOrder& order) const {
    return decide_movement(book, directory, order, number + 1);
  }
  [[nodiscard]] std::string refusal(const MovementOrder& order) const { return refusal_of(decide(order)); }
  RecordNumber post(const MovementPosted& movement) {
    apply(movement, stamp(), book);
    posted[number] = movement;
    for (const Posting& posting : movement.postings) check_conservation(book, posting.lot);
    return number;
  }
  /// Decides and applies what must be taken; its number.
  RecordNumber take(const MovementOrder& order) { return post(decide(order).value()); }

  [[nodiscard]] Result<MovementPosted> decide_correct(RecordNumber movement,
                                                      std::optional<std::int64_t> rounds = {}) const {
    std::optional<Rounds> part;
    if (rounds) part = Rounds(*rounds);
    return decide_correction(book, posted.at(movement), movement, part, "simulated mistake");
  }
  RecordNumber correct(RecordNumber movement, std::optional<std::int64_t> rounds = {}) {
    return post(decide_correct(movement, rounds).value());
  }

  [[nodiscard]] PackagePacked filling(const std::string& code, PackageLevel level, const std::vector<LotLine>& lines,
                                      const std::vector<PackageId>& contains = {}) const {
    PackagePacked package;
    package.code = package.code_key = code;
    package.level = level;
    package.lines = lines;
    package.contains = contains;
    package.possessor = maker;
    package.where = "STORE";
    return package;
  }
  PackageId pack(const PackagePacked& package) {
    apply(decide_packing(book, package).value(), stamp(), book);
    return PackageId{number};
  }
  PackageId box(const std::string& code, LotId lot_id, std::int64_t rounds) {
    return pack(filling(code, PackageLevel::box, {{lot_id, Rounds(rounds)}}));
  }
  void open(PackageId package, std::optional<LotLine> taken = {}) {
    apply(decide_opening(book, package, taken).value(), stamp(), book);
  }

  [[nodiscard]] HoldMade holding(LotId lot_id, std::int64_t rounds, const Side& side) const {
    return {"simulated order", HoldKind::judicial, lot_id, Rounds(rounds), side};
  }
  HoldId hold(LotId lot_id, std::int64_t rounds, const Side& side) {
    apply(decide_hold(book, holding(lot_id, rounds, side)).value(), stamp(), book);
    return HoldId{number};
  }
  void lift(HoldId hold_id) { apply(decide_lifting(book, {"simulated decision", hold_id}).value(), stamp(), book); }

  static Side held(PartyId possessor, const std::string& place = "") { return {possessor, Standing::held, place}; }
  static Side kept(PartyId possessor, RecordNumber exhibit) {
    return {possessor, Standing::exhibit, where_of(ExhibitId{exhibit})};
  }
  [[nodiscard]] AccountRow at(LotId lot_id, const Side& side) const { return account_at(book, lot_id, side); }
  [[nodiscard]] std::int64_t rounds(LotId lot_id, const Side& side) const { return at(lot_id, side).rounds.count(); }
  [[nodiscard]] std::int64_t total(LotId lot_id, Standing standing) const {
    return totals.find(make_key(lot_id))->of(standing).count();
  }
  [[nodiscard]] std::int64_t still_open(RecordNumber dispatch) const {
    return shipments.find(make_key(dispatch))->open.count();
  }
  RecordStamp stamp() {
    const Day day = day_of(2020, 1, 1);
    return {++number, {day, day}, Instant{0}};
  }

  RecordNumber number = 0;
  std::map<RecordNumber, MovementPosted> posted;
  MemoryTable<parties::PartyRow> party_rows;
  MemoryTable<parties::MakerCodeRow> maker_codes;
  MemoryTable<parties::PlaceRow> places;
  parties::Directory directory{party_rows, maker_codes, places};
  PartyId maker = party("MAKER", Kind::manufacturer);
  PartyId importer = party("IMPORTER", Kind::importer);
  PartyId police = party("POLICE", Kind::force);
  PartyId station = party("STATION", Kind::unit, police);
  PartyId army = party("ARMY", Kind::force);
  PartyId dealer = party("DEALER", Kind::dealer);
  PartyId carrier = party("CARRIER", Kind::carrier);
  PartyId court = party("COURT", Kind::court);
  PartyId authority = party("AUTHORITY", Kind::authority);
  PartyId laboratory = party("LAB", Kind::laboratory);
};

}  // namespace lotline::custody
