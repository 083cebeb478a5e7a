#pragma once
// Stocktakes: what was counted at a place beside what the book says. A difference opens an investigation and freezes
// what is there; nothing moves until it is decided (para 61, R89).

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "custody/book.h"

namespace lotline::stockpile {

struct InvestigationRow {
  static constexpr std::string_view table = "investigations";
  static constexpr int key_fields = 1;
  static constexpr std::array<std::string_view, 1> indexes{"possessor"};

  InvestigationId id;
  PartyId possessor;
  std::string place;
  Day counted_on;
  bool open = true;  ///< until its last difference is decided
  std::string outcome;
  RecordNumber decided = 0;  ///< the decision that closed it

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("id", self.id);
    visit("possessor", self.possessor);
    visit("place", self.place);
    visit("counted_on", self.counted_on);
    visit("open", self.open);
    visit("outcome", self.outcome);
    visit("decided", self.decided);
  }
};

/// A lot whose count differed.
struct VarianceRow {
  static constexpr std::string_view table = "variances";
  static constexpr int key_fields = 2;
  static constexpr std::array<std::string_view, 1> indexes{"lot"};

  InvestigationId investigation;
  LotId lot;
  Rounds book;
  Rounds counted;
  Rounds frozen;
  RecordNumber decided = 0;  ///< the decision on it; 0 while it is open
  std::string finding;       ///< what it was found to be

  [[nodiscard]] bool is_surplus() const { return counted > book; }

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("investigation", self.investigation);
    visit("lot", self.lot);
    visit("book", self.book);
    visit("counted", self.counted);
    visit("frozen", self.frozen);
    visit("decided", self.decided);
    visit("finding", self.finding);
  }
};

struct StocktakeRow {
  static constexpr std::string_view table = "stocktakes";
  static constexpr int key_fields = 1;
  static constexpr std::array<std::string_view, 1> indexes{"possessor"};

  RecordNumber number = 0;
  PartyId possessor;
  std::string place;
  Day counted_on;
  int lines = 0;
  int differing = 0;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("number", self.number);
    visit("possessor", self.possessor);
    visit("place", self.place);
    visit("counted_on", self.counted_on);
    visit("lines", self.lines);
    visit("differing", self.differing);
  }
};

struct StocktakeRecorded {
  static constexpr std::string_view kind_name = "stocktake";

  struct Count {
    Rounds book;
    Rounds counted;
    Rounds frozen;
    LotId lot;

    template <class Self, class Visit>
    static void fields(Self& self, Visit& visit) {
      visit("book", self.book);
      visit("counted", self.counted);
      visit("frozen", self.frozen);
      visit("lot", self.lot);
    }
  };
  std::vector<Count> counts;
  std::string place;
  PartyId possessor;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("counts", self.counts);
    visit("place", self.place);
    visit("possessor", self.possessor);
  }
};

/// What an investigation found a shortage to be; a surplus is entered, a miscount moves nothing.
enum class Finding { loss, theft, miscount, surplus };

/// What the difference of one lot was found to be.
struct LotFinding {
  Finding finding{};
  LotId lot;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("finding", self.finding);
    visit("lot", self.lot);
  }
};

/// Differences of an investigation were decided; those not named stay open and frozen.
struct InvestigationDecided {
  static constexpr std::string_view kind_name = "investigation_decided";

  std::string basis;
  std::vector<LotFinding> findings;
  InvestigationId investigation;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("basis", self.basis);
    visit("findings", self.findings);
    visit("investigation", self.investigation);
  }
};

struct Stocktakes {
  Table<StocktakeRow>& stocktakes;
  Table<InvestigationRow>& investigations;
  Table<VarianceRow>& variances;
};

struct Counted {
  LotId lot;
  Rounds rounds;
};

/// A decision as it is asked for: one finding for all differences that are open, others for the lots that are named, or
/// both.
struct DecisionOrder {
  InvestigationId investigation;
  std::string basis;
  std::optional<Finding> finding;
  std::vector<LotFinding> of_lots;
};

/// Compares what was counted with the book; lots of the place that were not counted are counted as nothing when
/// `complete`.
Result<StocktakeRecorded> decide_stocktake(const custody::Book& book, PartyId possessor, const std::string& place,
                                           const std::vector<Counted>& counted, bool complete);
/// Refuses a lot that did not differ or was decided before, what does not fit the count, and a loss or theft of rounds
/// that left the book since, lie in packages (these are recorded lost as packages) or are under a hold.
Result<InvestigationDecided> decide_investigation(const custody::Book& book, const Stocktakes& stocktakes,
                                                  const DecisionOrder& order);
/// The movements the findings give rise to, one for each kind of finding, to be entered after the freeze is lifted.
std::vector<custody::MovementPosted> movements_of(const Stocktakes& stocktakes, const InvestigationDecided& decided);

void apply(const StocktakeRecorded& record, RecordNumber number, const When& happened, Stocktakes& stocktakes,
           custody::Book& book);
void apply(const InvestigationDecided& record, RecordNumber number, Stocktakes& stocktakes, custody::Book& book);

}  // namespace lotline::stockpile

namespace lotline {
template <>
struct Words<stockpile::Finding> {
  using F = stockpile::Finding;
  static constexpr std::array<Word<F>, 4> all{
      {{F::loss, "loss"}, {F::theft, "theft"}, {F::miscount, "miscount"}, {F::surplus, "surplus"}}};
};
}  // namespace lotline
