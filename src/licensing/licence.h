#pragma once
// Licences in the plain form that entries need: number, kind, holder, dates, States, recipient, quantity, lots. One
// that was prepared is worth nothing until somebody else approves it.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/table.h"

namespace lotline::licensing {

enum class LicenceKind { manufacture, import, export_, transit, trade };

/// Where a licence stands with those who approve it; one recorded by who may approve needs no approval.
enum class Approval { not_needed, awaited, approved, refused };

/// What whoever approves decides.
enum class Decision { approved, refused };

struct LicenceRow {
  static constexpr std::string_view table = "licences";
  static constexpr int key_fields = 1;
  static constexpr std::array<std::string_view, 3> indexes{"number", "holder", "gdti"};

  LicenceId id;
  std::string number;
  LicenceKind kind{};
  PartyId holder;
  Day issued_on;
  Day expires_on;
  std::string export_state;  ///< ISO 3166 alpha-2, as the next two
  std::string import_state;
  std::string transit_states;  ///< separated by ';', or "none"
  PartyId final_recipient;
  std::string description;
  Rounds rounds;                ///< licensed quantity; 0 when it states none
  bool non_retransfer = false;  ///< the recipient undertook not to pass the ammunition on without consent (para 63)
  std::string lots;             ///< marks of the lots it lists (para 65), separated by ';'; empty when it lists none
  std::string gdti;             ///< GS1 number of the document; empty when it has none
  Approval approval{};
  std::string prepared_by;    ///< account of whoever recorded it; empty where no approval is needed, as the next
  Day prepared_on;            ///< day it was recorded
  Day decided_on;             ///< last day the decision may be of; of no meaning without one
  RecordNumber decision = 0;  ///< 0 while there is none

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("id", self.id);
    visit("number", self.number);
    visit("kind", self.kind);
    visit("holder", self.holder);
    visit("issued_on", self.issued_on);
    visit("expires_on", self.expires_on);
    visit("export_state", self.export_state);
    visit("import_state", self.import_state);
    visit("transit_states", self.transit_states);
    visit("final_recipient", self.final_recipient);
    visit("description", self.description);
    visit("rounds", self.rounds);
    visit("non_retransfer", self.non_retransfer);
    visit("lots", self.lots);
    visit("gdti", self.gdti);
    visit("approval", self.approval);
    visit("prepared_by", self.prepared_by);
    visit("prepared_on", self.prepared_on);
    visit("decided_on", self.decided_on);
    visit("decision", self.decision);
  }
};

/// How many rounds have been entered under a licence, so that it is not exceeded.
struct LicenceUseRow {
  static constexpr std::string_view table = "licence_use";
  static constexpr int key_fields = 1;
  static constexpr std::array<std::string_view, 0> indexes{};

  LicenceId licence;
  Rounds used;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("licence", self.licence);
    visit("used", self.used);
  }
};

struct LicenceRegistered {
  static constexpr std::string_view kind_name = "licence";

  bool awaits_approval = false;
  std::string description;
  Day expires_on;
  std::string export_state;
  PartyId final_recipient;
  std::string gdti;
  PartyId holder;
  std::string import_state;
  Day issued_on;
  LicenceKind kind{};
  std::vector<std::string> lots;
  bool non_retransfer = false;
  std::string number;
  Rounds rounds;
  std::vector<std::string> transit_states;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("awaits_approval", self.awaits_approval);
    visit("description", self.description);
    visit("expires_on", self.expires_on);
    visit("export_state", self.export_state);
    visit("final_recipient", self.final_recipient);
    visit("gdti", self.gdti);
    visit("holder", self.holder);
    visit("import_state", self.import_state);
    visit("issued_on", self.issued_on);
    visit("kind", self.kind);
    visit("lots", self.lots);
    visit("non_retransfer", self.non_retransfer);
    visit("number", self.number);
    visit("rounds", self.rounds);
    visit("transit_states", self.transit_states);
  }
};

/// A licence that was prepared was approved or refused.
struct LicenceDecided {
  static constexpr std::string_view kind_name = "licence_decided";

  Decision decision{};
  LicenceId licence;
  std::string reason;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("decision", self.decision);
    visit("licence", self.licence);
    visit("reason", self.reason);
  }
};

struct Licences {
  Table<LicenceRow>& licences;
  Table<LicenceUseRow>& use;
};

/// Refuses a number already registered, dates the wrong way round, and an international licence (import, export,
/// transit) without both dates, both States, transit States (or "none"), final recipient, description and quantity
/// (paras 52, 64).
Result<LicenceRegistered> decide_licence(const Licences& licences, LicenceRegistered licence);
/// Refuses an unknown licence, one that awaits no decision, a decision by the account that prepared it or of before it
/// was prepared, and a refusal without a reason.
Result<LicenceDecided> decide_approval(const Licences& licences, LicenceDecided decided, const When& happened,
                                       std::string_view by);

/// Who recorded a licence, by account, and on which day.
struct Preparation {
  std::string by;
  Day on;
};
void apply(const LicenceRegistered& record, RecordNumber number, Preparation preparation, Licences& licences);
void apply(const LicenceDecided& record, RecordNumber number, const When& happened, Licences& licences);
/// The row without its decision.
LicenceRow undecided(LicenceRow licence);

/// The first day an act may rest on it: that of issue, or of approval where that is later. None while it is not
/// approved.
std::optional<Day> in_force_from(const LicenceRow& licence);

/// What an entry wants a licence for.
struct Use {
  LicenceKind kind{};
  PartyId holder;  ///< who acts under it
  When happened;
  std::string lot_mark;  ///< the lot's number as marked
  Rounds rounds;
  PartyId recipient;  ///< none when the licence's recipient does not matter
};

/// Whether the licence covers the use; refused with the reason otherwise: wrong kind or holder, not approved, or not
/// by then, not in force on the whole of the date, lot not on its list (R97), another recipient, more rounds than it
/// allows.
Result<void> permits(const Licences& licences, const LicenceRow& licence, const Use& use);
/// Counts rounds entered under the licence; called when the entry is applied.
void count_use(Licences& licences, LicenceId licence, Rounds rounds);

}  // namespace lotline::licensing

namespace lotline {
template <>
struct Words<licensing::LicenceKind> {
  using K = licensing::LicenceKind;
  static constexpr std::array<Word<K>, 5> all{{{K::manufacture, "manufacture"},
                                               {K::import, "import"},
                                               {K::export_, "export"},
                                               {K::transit, "transit"},
                                               {K::trade, "trade"}}};
};
template <>
struct Words<licensing::Approval> {
  using A = licensing::Approval;
  static constexpr std::array<Word<A>, 4> all{
      {{A::not_needed, "not_needed"}, {A::awaited, "awaited"}, {A::approved, "approved"}, {A::refused, "refused"}}};
};
template <>
struct Words<licensing::Decision> {
  using D = licensing::Decision;
  static constexpr std::array<Word<D>, 2> all{{{D::approved, "approved"}, {D::refused, "refused"}}};
};
}  // namespace lotline
