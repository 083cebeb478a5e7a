// What a form may say: words, codes, quantities, dates and names, whatever the act.

#include "service/refusals.h"
#include "tests/register/desk_fixture.h"

namespace lotline {

class FormOfAct : public SmallState {};

TEST_F(FormOfAct, unknown_words_and_codes_are_refused_by_name) {
  made_lot("A17-1");
  EXPECT_EQ(refused("movements", transfer("A17-1", "NOBODY", "STORE", "ARMY", "1")), "unknown_party");
  EXPECT_EQ(refused("movements", transfer("A17-9", "MAKER", "STORE", "ARMY", "1")), "unknown_lot");
  EXPECT_EQ(refused("parties", {{"code", "X"}, {"kind", "maker"}, {"name", "X"}, {"country", "BR"}}), "unknown_word");
  EXPECT_EQ(refused("parties", {{"code", "X"}, {"kind", "dealer"}, {"name", "X"}, {"country", "QQ"}}), "unknown_word");
  EXPECT_EQ(refused("parties", {{"code", "X"}, {"kind", "dealer"}, {"name", "X"}, {"contry", "BR"}}), "unknown_field");
  EXPECT_EQ(refused("party", {}), "unknown_word");
  EXPECT_EQ(refused("products", {{"code", "P"}, {"calibre", "nothing at all"}}), "unknown_word");
  EXPECT_EQ(refused("products", {{"code", "P"}, {"calibre", "7.62"}}), "unclear_calibre");
  EXPECT_EQ(refused("products", {{"code", "P"}, {"type", "ball"}}), "missing_value");
  EXPECT_EQ(refused("products", {{"code", "P"}, {"calibre", "9x19"}, {"gtin", "(00)095212340000000013"}}),
            "not_a_gtin");
  EXPECT_EQ(refused("products", {{"code", "P"}, {"calibre", "9x19"}, {"controlled", "maybe"}}), "unknown_word");
  EXPECT_EQ(refused("lots", {{"maker", "MAKER"},
                             {"lot", "B"},
                             {"product", "NONE"},
                             {"made_on", "2017"},
                             {"act", "manufacture"},
                             {"rounds", "1"},
                             {"first_recipient", "POLICE"},
                             {"on", "2017"}}),
            "unknown_product");
  EXPECT_EQ(refused("movements", {{"act", "manufacture"},
                                  {"from", "MAKER"},
                                  {"maker", "MAKER"},
                                  {"lot", "A17-1"},
                                  {"rounds", "1"},
                                  {"on", "2018"}}),
            "unknown_word");
  EXPECT_EQ(
      refused(
          "movements",
          {{"act", "transfer"}, {"to", "ARMY"}, {"maker", "MAKER"}, {"lot", "A17-1"}, {"rounds", "1"}, {"on", "2018"}}),
      "missing_value");
  EXPECT_EQ(refused("condition", {{"maker", "MAKER"}, {"lot", "A17-1"}, {"code", "Z"}}), "unknown_word");
}

TEST_F(FormOfAct, an_act_of_the_same_ref_is_recorded_once) {
  const auto* kind = service::find_act("parties").value();
  const auto told = [&](std::string_view code) {
    const Fields fields{{"code", code}, {"kind", "company"}, {"name", code}, {"country", "BR"}, {"on", "2015-01-01"}};
    const auto values = service::Values::of(kind->form, fields);
    const auto number = service::record_act(*desk_, *kind, values.value(), {"", "ministry", "P-1"});
    return number ? std::string{} : std::string{number.error().name};
  };
  EXPECT_EQ(told("ONE"), "");
  EXPECT_EQ(told("TWO"), service::ref_reused.name);
  EXPECT_FALSE(desk_->lookup.party("TWO"));
}

TEST_F(FormOfAct, a_refusal_names_the_field_at_fault) {
  const auto refusal = act("movements", transfer("A17-1", "NOBODY", "STORE", "ARMY", "1"));
  ASSERT_FALSE(refusal.has_value());
  EXPECT_EQ(refusal.error().field, "from");
  made_lot("A17-1");
  const auto quantity = act("movements", transfer("A17-1", "MAKER", "STORE", "ARMY", "1.5"));
  ASSERT_FALSE(quantity.has_value());
  EXPECT_EQ(quantity.error().field, "rounds");
}

TEST_F(FormOfAct, bad_quantities_and_dates_are_refused) {
  made_lot("A17-1");
  for (const auto* rounds : {"-5", "0", "1.5", "1e3", "99999999999999999999", "9007199254740992", "ten"})
    EXPECT_EQ(refused("movements", transfer("A17-1", "MAKER", "STORE", "ARMY", rounds)), "bad_quantity") << rounds;
  auto late = transfer("A17-1", "MAKER", "STORE", "ARMY", "1");
  late.back().second = "2026-06-02";
  EXPECT_EQ(refused("movements", late), "future_date");
  late.back().second = "2018-02-30";
  EXPECT_EQ(refused("movements", late), "bad_date");
  EXPECT_EQ(refused("movements", transfer("A17-1", "MAKER", "STORE", "ARMY", "10001")), "not_enough_rounds");
  EXPECT_EQ(refused("movements", transfer("A17-1", "MAKER", "", "ARMY", "1")), "not_enough_rounds");
  EXPECT_EQ(refused("licences", {{"number", "F"},
                                 {"kind", "manufacture"},
                                 {"holder", "MAKER"},
                                 {"issued_on", "2027-01-01"},
                                 {"expires_on", "2028-01-01"}}),
            "future_date");
}

TEST_F(FormOfAct, names_with_control_or_direction_characters_are_refused) {
  EXPECT_EQ(refused("parties", {{"code", "X"}, {"kind", "dealer"}, {"name", "good\u202Edab"}, {"country", "BR"}}),
            "unsafe_text");
  EXPECT_EQ(refused("parties", {{"code", "X"}, {"kind", "dealer"}, {"name", "bell\x07"}, {"country", "BR"}}),
            "unsafe_text");
  EXPECT_EQ(refused("parties", {{"code", "X"}, {"kind", "dealer"}, {"name", "lat\xE9in"}, {"country", "BR"}}),
            "bad_encoding");
}

}  // namespace lotline
