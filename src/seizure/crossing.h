#pragma once
// Crossings of a border with ammunition, as customs recorded them or an investigation worked them out (para 32). They
// move nothing in the ledger: what was bought and what was recovered does. Many small ones of one party are added up
// (R44).

#include <array>
#include <string>

#include "base/table.h"

namespace lotline::seizure {

struct CrossingRow {
  static constexpr std::string_view table = "crossings";
  static constexpr int key_fields = 1;
  static constexpr std::array<std::string_view, 1> indexes{"party"};

  RecordNumber number = 0;
  PartyId party;
  Day crossed_first;
  Day crossed_last;
  std::string from_state;
  std::string to_state;
  std::string place;
  Rounds rounds;         ///< 0 when it is not known how many
  std::string modality;  ///< word of `trafficking_modality`; empty: not reported

  [[nodiscard]] When crossed_on() const { return {crossed_first, crossed_last}; }

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("number", self.number);
    visit("party", self.party);
    visit("crossed_first", self.crossed_first);
    visit("crossed_last", self.crossed_last);
    visit("from_state", self.from_state);
    visit("to_state", self.to_state);
    visit("place", self.place);
    visit("rounds", self.rounds);
    visit("modality", self.modality);
  }
};

struct BorderCrossed {
  static constexpr std::string_view kind_name = "crossing";

  std::string case_number;
  std::string from_state;
  std::string modality;
  PartyId party;
  std::string place;
  Rounds rounds;
  std::string to_state;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("case_number", self.case_number);
    visit("from_state", self.from_state);
    visit("modality", self.modality);
    visit("party", self.party);
    visit("place", self.place);
    visit("rounds", self.rounds);
    visit("to_state", self.to_state);
  }
};

/// Refuses one without a party, and one that stays in one State.
Result<BorderCrossed> decide_crossing(BorderCrossed crossed);
void apply(const BorderCrossed& record, RecordNumber number, const When& happened, Table<CrossingRow>& crossings);

}  // namespace lotline::seizure
