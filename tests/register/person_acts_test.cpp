// People: what is kept of them beside the log, and for how long.

#include "tests/register/desk_fixture.h"

namespace lotline {

class PersonActs : public SmallState {
 protected:
  explicit PersonActs(service::Opening opening = {"BR", {}, false, "tester"}) : SmallState(std::move(opening)) {
    number_ = done("parties", {{"kind", "person"},
                               {"name", "Simulated Person"},
                               {"country", "BR"},
                               {"number", "ID-77"},
                               {"address", "Simulated Street 1"}});
    code_ = store_->state().parties.parties.find(make_key(number_))->code;
  }
  void on(int year, unsigned month, unsigned day) {
    clock_.moment.seconds = std::int64_t{day_of(year, month, day).count} * 86400;
    reopen();
  }
  /// The refusal's text; empty when the values were erased.
  std::string erasing() {
    const std::string before = root();
    const auto number = act("erase", {{"party", code_}, {"basis", "request"}});
    if (number) return "";
    EXPECT_EQ(number.error().name, "kept_too_short");
    EXPECT_EQ(root(), before);
    return number.error().text;
  }
  [[nodiscard]] bool says(const std::string& text, std::string_view words) const {
    return text.find(words) != std::string::npos;
  }

  RecordNumber number_ = 0;
  std::string code_;
};

// R29
TEST_F(PersonActs, values_stand_beside_the_log_and_go_ten_years_after_registration) {
  EXPECT_EQ(store_->read(number_)->body.find("Simulated Person"), std::string::npos);
  on(2036, 5, 31);
  EXPECT_TRUE(says(erasing(), "counted from 2026-06-01, kept at least to 2036-06-01"));
  on(2036, 6, 1);
  EXPECT_EQ(erasing(), "");
  EXPECT_TRUE(store_->state().personal.all(make_key(number_)).empty());
  expect_verified();
  EXPECT_EQ(refused("erase", {{"party", code_}, {"basis", "request"}}), "nothing_to_erase");
  EXPECT_EQ(refused("erase", {{"party", "MAKER"}, {"basis", "request"}}), "nothing_to_erase");
}

// R29
TEST_F(PersonActs, values_are_kept_while_a_lot_the_person_had_may_exist_and_ten_years_after) {
  const auto lot = made_lot("A17-1");
  done("movements", moved("sale", "MAKER", "STORE", "ID-77", "A17-1", "50", "2018"));
  done("movements", moved("return", "ID-77", "", "MAKER", "A17-1", "50", "2019"));
  on(2060, 1, 1);
  EXPECT_TRUE(says(erasing(), "lot " + std::to_string(lot) + " may exist")) << erasing();
  done("movements", moved("expend", "MAKER", "STORE", "", "A17-1", "9950", "2058-01-01"));
  EXPECT_TRUE(says(erasing(), "may exist"));
  done("movements", moved("expend", "MAKER", "", "", "A17-1", "50", "2059-03-04"));
  on(2069, 3, 3);
  EXPECT_TRUE(says(erasing(), "counted from 2059-03-04, kept at least to 2069-03-04")) << erasing();
  on(2069, 3, 4);
  EXPECT_EQ(erasing(), "");
  expect_verified();
}

TEST_F(PersonActs, a_licence_in_force_and_a_firearm_in_the_persons_name_keep_the_values) {
  done("licences", {{"number", "T-1"},
                    {"kind", "trade"},
                    {"holder", "ID-77"},
                    {"issued_on", "2026-01-01"},
                    {"expires_on", "2027-02-03"}});
  on(2036, 6, 1);
  EXPECT_TRUE(says(erasing(), "counted from 2027-02-03")) << erasing();
  done("firearm", {{"make", "Demo"}, {"serial", "S-1"}, {"calibre", "9x19"}, {"owner", "ID-77"}});
  done("firearm", {{"make", "Demo"}, {"serial", "S-2"}, {"calibre", "9x19"}, {"owner", "DEALER"}});
  on(2046, 5, 31);
  EXPECT_TRUE(says(erasing(), "counted from 2036-06-01")) << erasing();
  on(2046, 6, 1);
  EXPECT_EQ(erasing(), "");
}

class LongTerm : public PersonActs {
 protected:
  LongTerm() : PersonActs({"BR", {}, false, "tester", false, 30}) {}
};

// R29 R77
TEST_F(LongTerm, of_the_state_is_kept) {
  on(2056, 5, 31);
  EXPECT_TRUE(says(erasing(), "kept at least to 2056-06-01")) << erasing();
  on(2056, 6, 1);
  EXPECT_EQ(erasing(), "");
}

}  // namespace lotline
