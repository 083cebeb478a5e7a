#pragma once
// A small simulated register in memory for the tests of tracing: parties, lots and movements entered one by one, each
// decided as it would be, under the next record number.

#include <stdexcept>

#include "custody/memory_tables.h"
#include "custody/order.h"
#include "custody/registration.h"
#include "firearms/memory_tables.h"
#include "licensing/memory_tables.h"
#include "marking/lot_mark_key.h"
#include "marking/package_code.h"
#include "parties/memory_tables.h"
#include "parties/registration.h"
#include "tracing/trace.h"

namespace lotline::tracing {

class SmallRegister {
 public:
  PartyId party(const std::string& code, parties::PartyKind kind, const std::string& country = "BR",
                const std::vector<std::string>& headstamp_codes = {}, PartyId parent = {}) {
    parties::PartyRegistered record;
    record.code = code;
    record.kind = kind;
    record.name = kind == parties::PartyKind::person ? "" : "Simulated " + code;
    record.country = country;
    record.headstamp_codes = headstamp_codes;
    record.parent = parent;
    parties::apply(record, ++number_, directory_);
    return PartyId{number_};
  }

  ProductId product(const std::string& code, const std::string& calibre,
                    custody::ItemClass item = custody::ItemClass::complete_round, const std::string& colours = "",
                    const std::string& gtin = "") {
    custody::ProductRegistered record;
    record.code = code;
    record.designation = code;
    record.calibre = calibre;
    record.item = item;
    record.colours = colours;
    record.gtin = gtin;
    custody::apply(record, stamp("2000-01-01"), book_);
    return ProductId{number_};
  }

  LotId lot(PartyId maker, const std::string& mark, ProductId product, const std::string& made,
            const std::string& headstamp = "", custody::Channel channel = custody::Channel::commercial,
            custody::LotKind kind = custody::LotKind::registered, LotId parent = {}) {
    custody::LotRegistered record;
    record.maker = maker;
    record.number = mark;
    record.number_key = marking::lot_mark_key(mark);
    record.product = product;
    record.made_on = parse_when(made).value();
    record.headstamp = headstamp;
    record.channel = channel;
    record.kind = kind;
    record.parent = parent;
    custody::apply(record, stamp(made), book_);
    return LotId{number_};
  }

  /// Decides and enters a movement; fails the test with the refusal when it may not be.
  RecordNumber move(const custody::MovementOrder& order, const std::string& on, const std::string& recorded = "") {
    const auto decided = custody::decide_movement(book_, directory_, order, number_ + 1);
    if (!decided) throw std::runtime_error(decided.error().text);
    return post(*decided, on, recorded);
  }

  RecordNumber post(const custody::MovementPosted& movement, const std::string& on, const std::string& recorded = "") {
    custody::apply(movement, stamp(on, recorded), book_);
    posted_[number_] = movement;
    return number_;
  }

  RecordNumber correct(RecordNumber movement, std::int64_t rounds, const std::string& on) {
    return post(custody::decide_correction(book_, posted_.at(movement), movement, Rounds(rounds), "mistake").value(),
                on);
  }

  RecordNumber make(LotId lot, PartyId maker, std::int64_t rounds, PartyId first, const std::string& on) {
    custody::MovementOrder order;
    order.act = custody::Act::manufacture;
    order.lot = lot;
    order.rounds = Rounds(rounds);
    order.from = maker;
    order.first_recipient = first;
    return move(order, on);
  }

  RecordNumber act(custody::Act act, LotId lot, std::int64_t rounds, PartyId from, PartyId to, const std::string& on,
                   LicenceId licence = {}, const std::string& recorded = "") {
    custody::MovementOrder order;
    order.act = act;
    order.lot = lot;
    order.rounds = Rounds(rounds);
    order.from = from;
    order.to = to;
    order.licence = licence;
    return move(order, on, recorded);
  }

  RecordNumber receive(RecordNumber dispatch, const std::string& on) {
    custody::MovementOrder order;
    order.act = custody::Act::receive;
    order.shipment = ShipmentId{dispatch};
    return move(order, on);
  }

  PackageId pack(const std::string& code, PartyId possessor, LotId lot, std::int64_t rounds) {
    custody::PackagePacked record;
    record.code = code;
    record.code_key = marking::package_code_key(marking::read_package_code(code, today).value());
    record.lines = {{lot, Rounds(rounds)}};
    record.possessor = possessor;
    custody::apply(record, stamp("2010-01-01"), book_);
    return PackageId{number_};
  }

  LicenceId licence(const std::string& mark, PartyId holder, const std::string& from, const std::string& to,
                    PartyId final_recipient = {}, bool non_retransfer = false,
                    const std::vector<std::string>& lots = {}) {
    licensing::LicenceRegistered record;
    record.number = mark;
    record.kind = licensing::LicenceKind::export_;
    record.holder = holder;
    record.issued_on = parse_day(from).value();
    record.expires_on = parse_day(to).value();
    record.final_recipient = final_recipient;
    record.non_retransfer = non_retransfer;
    record.lots = lots;
    licensing::apply(record, ++number_, {}, licences_);
    return LicenceId{number_};
  }
  /// One that was prepared and is not decided on yet.
  LicenceId prepared_licence(const std::string& mark, PartyId holder, const std::string& from, const std::string& to) {
    const LicenceId id = licence(mark, holder, from, to);
    auto row = *licence_rows_.find(make_key(id));
    row.approval = licensing::Approval::awaited;
    licence_rows_.put(row);
    return id;
  }
  void approve(LicenceId id, const std::string& on) {
    licensing::apply(licensing::LicenceDecided{licensing::Decision::approved, id, {}}, ++number_,
                     parse_when(on).value(), licences_);
  }

  FirearmId firearm(const std::string& serial, const std::string& microstamp, PartyId owner) {
    firearms::apply(firearms::FirearmRegistered{"9X19", "", "Simulated Arms", microstamp, "S1", owner, serial},
                    ++number_, When{}, firearms_);
    return FirearmId{number_};
  }

  void retailer_mark(const std::string& code, PartyId retailer, LotId lot, RecordNumber sale) {
    custody::apply(custody::RetailerMarkRegistered{code, lot, retailer, sale}, ++number_, marks_);
  }

  [[nodiscard]] Sources sources() const {
    return {.book = book_,
            .parties = directory_,
            .licences = licences_,
            .firearms = firearms_,
            .retailer_marks = marks_,
            .catalogue = catalogue(),
            .readers = readers(),
            .today = today,
            .events = events};
  }

  [[nodiscard]] Answer ask(const Question& question, const TraceOptions& options = {}) const {
    return trace(question, sources(), options);
  }

  static const catalogue::Catalogue& catalogue() {
    static const auto loaded = catalogue::Catalogue::load({LOTLINE_SOURCE_DIR "/data"}).value();
    return loaded;
  }
  static const Readers& readers() {
    static const Readers ready(catalogue(), day_of(2024, 6, 1));
    return ready;
  }

  Day today = day_of(2024, 6, 1);
  std::function<std::vector<KnownEvent>(LotId)> events;

 private:
  custody::RecordStamp stamp(const std::string& on, const std::string& recorded = "") {
    const When happened = parse_when(on).value();
    const Day day = recorded.empty() ? happened.last : parse_day(recorded).value();
    return {++number_, happened, Instant{std::int64_t{day.count} * 86400}};
  }

  RecordNumber number_ = 0;
  std::map<RecordNumber, custody::MovementPosted> posted_;
  MemoryTable<parties::PartyRow> parties_;
  MemoryTable<parties::MakerCodeRow> maker_codes_;
  MemoryTable<parties::PlaceRow> places_;
  parties::Directory directory_{parties_, maker_codes_, places_};
  MemoryTable<licensing::LicenceRow> licence_rows_;
  MemoryTable<licensing::LicenceUseRow> licence_use_;
  licensing::Licences licences_{licence_rows_, licence_use_};
  MemoryTable<firearms::FirearmRow> firearm_rows_;
  firearms::Firearms firearms_{firearm_rows_};
  MemoryTable<custody::RetailerMarkRow> marks_;
  MemoryTable<custody::ProductRow> products_;
  MemoryTable<custody::LotRow> lots_;
  MemoryTable<custody::AccountRow> accounts_;
  MemoryTable<custody::LotTotalsRow> totals_;
  MemoryTable<custody::EntryRow> entries_;
  MemoryTable<custody::ShipmentRow> shipments_;
  MemoryTable<custody::ShipmentLineRow> shipment_lines_;
  MemoryTable<custody::ShipmentPackageRow> shipment_packages_;
  MemoryTable<custody::ReversalRow> reversals_;
  MemoryTable<custody::PackageRow> packages_;
  MemoryTable<custody::PackageLineRow> package_lines_;
  MemoryTable<custody::PackageChildRow> package_children_;
  MemoryTable<custody::HoldRow> holds_;
  MemoryTable<custody::RoundKindRow> round_kinds_;
  MemoryTable<custody::HolderProductsRow> holder_products_;
  MemoryTable<custody::StockYearsRow> stock_years_;
  custody::Book book_{products_,       lots_,
                      accounts_,       totals_,
                      entries_,        shipments_,
                      shipment_lines_, shipment_packages_,
                      reversals_,      packages_,
                      package_lines_,  package_children_,
                      holds_,          {round_kinds_, holder_products_, stock_years_}};
};

/// The usual parties of the tests: a maker with codes, two forces with a unit each, a dealer.
struct SmallState : SmallRegister {
  using Kind = parties::PartyKind;
  PartyId maker = party("MAKER", Kind::manufacturer, "BR", {"CBC"});
  PartyId other_maker = party("OTHER", Kind::manufacturer, "BR", {"IKX"});
  PartyId police = party("POLICE", Kind::force);
  PartyId unit = party("POLICE-1", Kind::unit, "BR", {}, police);
  PartyId army = party("ARMY", Kind::force);
  PartyId dealer = party("DEALER", Kind::dealer);
  PartyId foreign = party("FOREIGN", Kind::force, "PY");
  PartyId laboratory = party("LAB", Kind::laboratory);
  ProductId rifle = product("RIFLE", "7.62X39");
  ProductId pistol = product("PISTOL", "9X19");
};

/// A question by lot mark, found on a day.
inline Question by_lot(const std::string& mark, const std::string& found_on = "2020-06-01") {
  Question question;
  question.marks.lot_mark = mark;
  question.found_on = parse_when(found_on).value();
  return question;
}

}  // namespace lotline::tracing
