#pragma once
// Movements: what was decided, as postings that only need to be applied; and the entries they leave, clustered by lot.

#include <array>
#include <string>
#include <vector>

#include "custody/account.h"

namespace lotline::custody {

/// The acts that move rounds. One word for one thing, as an officer would write it.
enum class Act {
  manufacture,
  import,
  dispatch,
  receive,
  void_,
  transfer,
  sale,
  issue,
  return_,
  expend,
  destroy,
  export_,
  loss,
  theft,
  find,
  relot,
  loosen,
  seize,
  recover,
  forfeit,
  restore,
  move_exhibit,
  attribute,
  identify,
  surplus,
  correct
};

/// Rounds of one lot from one account to another: nothing is ever made or lost by a posting.
struct Posting {
  Side from;
  LotId lot;
  Rounds rounds;
  Side to;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("from", self.from);
    visit("lot", self.lot);
    visit("rounds", self.rounds);
    visit("to", self.to);
  }
};

struct MovementPosted {
  static constexpr std::string_view kind_name = "movement";

  Act act{};
  PartyId carrier;
  RecordNumber corrects = 0;
  std::vector<std::string>
      export_chain;  ///< export State, import State, transit States of a movement across borders (para 52)
  PartyId final_recipient;
  PartyId first_recipient;  ///< of a manufacture or an import (para 56)
  LicenceId licence;
  std::string note;
  std::string override_reason;  ///< why a rule was set aside; the rule's refusal stands in `overridden`
  std::string overridden;
  PartyId owner;
  std::vector<PackageId> packages;  ///< moved whole, with all they contain
  std::vector<Posting> postings;
  ShipmentId shipment;  ///< the dispatch this receives, voids or takes from

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("act", self.act);
    visit("carrier", self.carrier);
    visit("corrects", self.corrects);
    visit("export_chain", self.export_chain);
    visit("final_recipient", self.final_recipient);
    visit("first_recipient", self.first_recipient);
    visit("licence", self.licence);
    visit("note", self.note);
    visit("overridden", self.overridden);
    visit("override_reason", self.override_reason);
    visit("owner", self.owner);
    visit("packages", self.packages);
    visit("postings", self.postings);
    visit("shipment", self.shipment);
  }
};

/// One posting as it is kept: all entries of a lot are one range read.
struct EntryRow {
  static constexpr std::string_view table = "entries";
  static constexpr int key_fields = 3;
  static constexpr bool written_once = true;
  static constexpr std::array<std::string_view, 0> indexes{};

  LotId lot;
  RecordNumber number = 0;
  int line = 0;
  Act act{};
  Rounds rounds;
  PartyId from;
  std::string from_where;
  Standing from_standing{};
  PartyId to;
  std::string to_where;
  Standing to_standing{};
  Day happened_first;
  Day happened_last;
  Instant recorded_at;
  LicenceId licence;
  ShipmentId shipment;
  RecordNumber corrects = 0;
  PartyId first_recipient;
  PackageId package;  ///< the first package moved; the record names them all
  std::string overridden;

  [[nodiscard]] When happened() const { return {happened_first, happened_last}; }
  [[nodiscard]] Side from_side() const { return {from, from_standing, from_where}; }
  [[nodiscard]] Side to_side() const { return {to, to_standing, to_where}; }

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("lot", self.lot);
    visit("number", self.number);
    visit("line", self.line);
    visit("act", self.act);
    visit("rounds", self.rounds);
    visit("from_party", self.from);
    visit("from_place", self.from_where);
    visit("from_standing", self.from_standing);
    visit("to_party", self.to);
    visit("to_place", self.to_where);
    visit("to_standing", self.to_standing);
    visit("happened_first", self.happened_first);
    visit("happened_last", self.happened_last);
    visit("recorded_at", self.recorded_at);
    visit("licence", self.licence);
    visit("shipment", self.shipment);
    visit("corrects", self.corrects);
    visit("first_recipient", self.first_recipient);
    visit("package", self.package);
    visit("overridden", self.overridden);
  }
};

struct ShipmentRow {
  static constexpr std::string_view table = "shipments";
  static constexpr int key_fields = 1;
  static constexpr std::array<std::string_view, 0> indexes{};

  ShipmentId id;
  PartyId from;
  std::string from_where;
  PartyId to;
  PartyId carrier;
  LicenceId licence;
  Day dispatched_first;
  Day dispatched_last;
  Rounds open;  ///< still on the way

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("id", self.id);
    visit("from_party", self.from);
    visit("from_place", self.from_where);
    visit("to_party", self.to);
    visit("carrier", self.carrier);
    visit("licence", self.licence);
    visit("dispatched_first", self.dispatched_first);
    visit("dispatched_last", self.dispatched_last);
    visit("open", self.open);
  }
};

/// A lot on a shipment, with the rounds sent.
struct ShipmentLineRow {
  static constexpr std::string_view table = "shipment_lines";
  static constexpr int key_fields = 2;
  static constexpr std::array<std::string_view, 0> indexes{};

  ShipmentId shipment;
  LotId lot;
  Rounds sent;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("shipment", self.shipment);
    visit("lot", self.lot);
    visit("sent", self.sent);
  }
};

/// A package on a shipment.
struct ShipmentPackageRow {
  static constexpr std::string_view table = "shipment_packages";
  static constexpr int key_fields = 2;
  static constexpr std::array<std::string_view, 0> indexes{};

  ShipmentId shipment;
  PackageId package;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("shipment", self.shipment);
    visit("package", self.package);
  }
};

/// How much of a movement has been reversed by corrections.
struct ReversalRow {
  static constexpr std::string_view table = "reversals";
  static constexpr int key_fields = 1;
  static constexpr std::array<std::string_view, 0> indexes{};

  RecordNumber number = 0;
  Rounds rounds;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("number", self.number);
    visit("rounds", self.rounds);
  }
};

/// Whether the act may take rounds from one standing to the other (R4): the whole life of a round as a table.
bool may_pass(Act act, Standing from, Standing to);

}  // namespace lotline::custody

namespace lotline {
template <>
struct Words<custody::Act> {
  using A = custody::Act;
  static constexpr std::array<Word<A>, 26> all{{{A::manufacture, "manufacture"},
                                                {A::import, "import"},
                                                {A::dispatch, "dispatch"},
                                                {A::receive, "receive"},
                                                {A::void_, "void"},
                                                {A::transfer, "transfer"},
                                                {A::sale, "sale"},
                                                {A::issue, "issue"},
                                                {A::return_, "return"},
                                                {A::expend, "expend"},
                                                {A::destroy, "destroy"},
                                                {A::export_, "export"},
                                                {A::loss, "loss"},
                                                {A::theft, "theft"},
                                                {A::find, "find"},
                                                {A::relot, "relot"},
                                                {A::loosen, "loosen"},
                                                {A::seize, "seize"},
                                                {A::recover, "recover"},
                                                {A::forfeit, "forfeit"},
                                                {A::restore, "restore"},
                                                {A::move_exhibit, "move_exhibit"},
                                                {A::attribute, "attribute"},
                                                {A::identify, "identify"},
                                                {A::surplus, "surplus"},
                                                {A::correct, "correct"}}};
};
}  // namespace lotline
