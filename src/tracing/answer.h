#pragma once
// What a trace answers: six parts, each line with the numbers of the records it rests on. Names are resolved, so that
// an answer can be printed or kept without the register.
//
// Nothing in an answer is proof. A lot is "pointed to"; a microstamp is a lead to a firearm and closes nothing.

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/rounds.h"

namespace lotline::tracing {

/// A party as it is named in an answer. All texts but `name` are empty when there is no such party; `name` then says
/// what stands in its place ("production", "buyer not recorded").
struct PartyRef {
  PartyId id;
  std::string code;
  std::string name;
  std::string country;

  /// What a reader is shown: the name with the code, or whichever of them there is.
  [[nodiscard]] std::string text() const;
};

struct LotRef {
  LotId id;
  PartyRef maker;
  std::string number;

  [[nodiscard]] std::string text() const;  ///< number of maker
};

/// One meaning of one of the marks.
struct Reading {
  std::string mark{};  ///< headstamp, lot_mark or calibre
  std::string maker{};
  std::string country{};
  std::string years{};
  std::string calibre{};
  double probability = 0;  ///< among the readings of the same mark
  bool confirmed = false;  ///< a source states the maker; never true for unverified rows
  std::string trust{};     ///< stated, sourced or unverified: of the row it rests on
  std::vector<std::string> reasons{};
  std::vector<std::string> sources{};
};

/// Years from manufacture to recovery (R27).
struct Age {
  int least = 0;
  int most = 0;
  double expected = 0;
};

struct CandidateLot {
  LotRef lot{};
  double probability = 0;  ///< that what was found is of it; with `none_on_record` all lots sum to 1
  double fit = 0;          ///< of the marks, 1 for a perfect one, before rounds are counted
  Rounds at_large{};       ///< largest number that could have been at large on the day of recovery
  bool certain = true;     ///< false when imprecise dates leave that number open
  std::string calibre{};
  std::string made_on{};
  std::string channel{};            ///< commercial or official (para 55)
  int recipients = 0;               ///< organisations that had it, its maker and the State's custody left out
  std::string exclusivity{};        ///< in words: the lot went to one recipient, to 12, to buyers not recorded
  std::string information_value{};  ///< high, medium or low: what a match with it can tell
  int traceability = 0;             ///< 0 to 100: how completely its marks and records identify it (R53)
  std::optional<Age> age{};
  std::string recent{};  ///< certain, possible or no: made in the year of recovery or after the reference date (R28)
  std::vector<std::string> reasons{};
  std::vector<RecordNumber> records{};
};

struct RuledOutLot {
  LotRef lot;
  std::string reason;
};

/// One entry of a lot as a step of its line of supply.
struct SupplyStep {
  LotRef lot;
  PartyRef from;
  PartyRef to;
  Rounds rounds;
  std::string on;       ///< as precise as it is known
  std::string kind;     ///< the act: manufacture, dispatch, receive, sale, ...
  std::string licence;  ///< number, empty when it names none
  std::string package;  ///< code of the first package moved, empty when none was
  Rounds corrected;     ///< so many of the rounds were taken back by a later correction
  bool certain = true;  ///< false when its date leaves open whether it had happened on the day asked about
  bool late = false;    ///< entered late: in the order of happening it took rounds that were not there yet
  bool after_find = false;
  std::string gap;  ///< never received; received after 90 days; empty when there is none
  std::vector<RecordNumber> records;
};

/// A document, licence or report that speaks for or against a candidate (R114).
struct Support {
  std::string kind;  ///< transfer document, licence, theft report, loss report, decision, event
  std::string text;
  RecordNumber record = 0;
};

struct HolderPart {
  LotRef lot;
  Rounds passed;           ///< ever passed through it
  Rounds held;             ///< held on the day of recovery by the book
  Rounds reachable;        ///< of which it was the last possessor on record on that day, at most
  double probability = 0;  ///< that the find is of the lot and went through this holder last
};

struct Holder {
  PartyRef party{};
  LotRef lot{};  ///< the one that weighs most
  Rounds rounds{};
  double probability = 0;
  bool lawful = true;  ///< false when it had them by an act that needed a licence and had none, or against a rule
  std::vector<HolderPart> parts{};
  std::vector<std::string> reasons{};
  std::vector<Support> support{};
  std::vector<RecordNumber> records{};
};

struct EliminatedHolder {
  PartyRef party{};
  std::string reason{};
  std::vector<RecordNumber> records{};
};

/// Where rounds of a candidate lot left lawful hands, or may have.
struct Departure {
  std::string kind;  ///< theft, loss, dispatch_not_received, without_licence, outside_licence, against_rule,
                     ///< retransfer_breach, shortage, diversion, incident or unknown
  std::optional<LotRef> lot;
  PartyRef from;
  PartyRef to;  ///< of unknown: where it was found
  std::string on;
  Rounds rounds;
  double probability = 0;  ///< that the find is of the lot, times the share of its reachable rounds that left so
  std::string words;
  std::vector<RecordNumber> records;
};

/// A pointer to something other than a lot: a firearm, a retailer, a package.
struct Lead {
  std::string kind{};    ///< firearm, retailer or package
  std::string status{};  ///< found, unknown, record_absent, unreadable
  std::string text{};
  std::optional<PartyRef> party{};
  std::string caution{};
  std::vector<RecordNumber> records{};
};

struct Limit {
  std::string kind;
  std::string text;
};

/// A reading not yet made and what it would do to the number of lots that are left.
struct Narrowing {
  std::string reading;
  double lots_before = 0;
  double lots_after = 0;  ///< expected
  std::string words;
};

struct Answer {
  std::string words;  ///< one sentence for a person
  std::vector<Reading> readings;
  std::vector<CandidateLot> lots;
  std::size_t lots_total = 0;  ///< `lots` lists the likeliest of these
  double none_on_record = 0;
  std::vector<RuledOutLot> ruled_out;
  std::size_t ruled_out_total = 0;
  std::vector<SupplyStep> line_of_supply;
  std::vector<Holder> holders;
  std::vector<EliminatedHolder> eliminated;
  std::vector<Departure> left_lawful_hands;
  std::vector<Lead> leads;
  std::vector<Limit> limits;
  std::vector<Narrowing> would_narrow;
  std::optional<Age> age;         ///< over all lots, or from the year read when no lot fits
  double recent_probability = 0;  ///< that it was made in the year of recovery or after the reference date
  bool recent = false;            ///< as likely as not, or more
  std::string recent_reference;   ///< against what "recent" was judged
};

}  // namespace lotline::tracing
