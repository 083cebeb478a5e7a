#pragma once
// Rounds fired from a registered gun so that the marks it leaves are known (paras 77, 79): a reference, asked for by
// some jurisdictions and not by others (R119).

#include "firearms/firearm.h"

namespace lotline::firearms {

struct TestFireRow {
  static constexpr std::string_view table = "test_fires";
  static constexpr int key_fields = 1;
  static constexpr std::array<std::string_view, 1> indexes{"firearm"};

  TestFireId id;
  FirearmId firearm;
  PartyId laboratory;
  Rounds rounds;
  std::string ammunition;  ///< what was fired, as its marks read
  std::string note;
  Day fired_first;
  Day fired_last;
  RecordNumber withdrawn = 0;  ///< the record that withdrew it; 0 while it stands

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("id", self.id);
    visit("firearm", self.firearm);
    visit("laboratory", self.laboratory);
    visit("rounds", self.rounds);
    visit("ammunition", self.ammunition);
    visit("note", self.note);
    visit("fired_first", self.fired_first);
    visit("fired_last", self.fired_last);
    visit("withdrawn", self.withdrawn);
  }
};

struct TestFired {
  static constexpr std::string_view kind_name = "test_fire";

  std::string ammunition;
  FirearmId firearm;
  PartyId laboratory;
  std::string note;
  Rounds rounds;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("ammunition", self.ammunition);
    visit("firearm", self.firearm);
    visit("laboratory", self.laboratory);
    visit("note", self.note);
    visit("rounds", self.rounds);
  }
};

/// Refuses one without a laboratory or of a firearm that is not registered.
Result<TestFired> decide_test_fire(const Firearms& firearms, TestFired fired);
void apply(const TestFired& record, RecordNumber number, const When& happened, Table<TestFireRow>& test_fires);

}  // namespace lotline::firearms
