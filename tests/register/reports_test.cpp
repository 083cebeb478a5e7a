// Reports over a register with every kind of record: what no scenario shows.

#include "service/report.h"

#include "catalogue/business_rule.h"
#include "tests/register/every_kind_fixture.h"

namespace lotline {

class Reports : public EveryKind {
 protected:
  Result<service::Report> asked(std::string_view name, const Fields& fields = {}) {
    for (const auto& kind : service::reports())
      if (kind.form.name == name)
        return service::make_report(*store_, reference(), kind, TRY(service::Values::of(kind.form, fields)));
    throw std::runtime_error("no such report");
  }
  service::Report report(std::string_view name, const Fields& fields = {}) { return asked(name, fields).value(); }
  std::string refusal(std::string_view name, const Fields& fields) {
    const auto made = asked(name, fields);
    return made ? "" : made.error().name;
  }
  /// The row whose first cell is this text.
  static const std::vector<service::ReportValue>& row(const service::Report& report, std::size_t table,
                                                      const std::string& first) {
    for (const auto& one : report.tables.at(table).rows)
      if (std::get<std::string>(one.front()) == first) return one;
    throw std::runtime_error("no row " + first);
  }
  static std::int64_t whole_at(const std::vector<service::ReportValue>& row, std::size_t column) {
    return std::get<std::int64_t>(row.at(column));
  }
  static bool limits_say(const service::Report& report, std::string_view words) {
    return std::ranges::any_of(report.limits, [&](const std::string& limit) { return limit.contains(words); });
  }
};

TEST_F(Reports, each_has_a_method_its_columns_and_the_head_it_was_read_from) {
  for (const auto& kind : service::reports()) {
    const auto made = report(kind.form.name);
    EXPECT_EQ(made.name, kind.form.name);
    EXPECT_GE(made.method, 1);
    EXPECT_FALSE(made.words.empty());
    EXPECT_FALSE(made.tables.empty());
    EXPECT_EQ(made.head.records, store_->head().records);
    for (const auto& table : made.tables)
      for (const auto& line : table.rows)
        EXPECT_EQ(line.size(), table.columns.size()) << made.name << " " << table.name;
  }
}

// R36
TEST_F(Reports, equipment_is_counted_by_class_and_weighed_apart) {
  const auto made = report("equipment");
  const auto& propellant = row(made, 0, "propellant");
  EXPECT_EQ(whole_at(propellant, 6), 5'000);
  EXPECT_TRUE(std::holds_alternative<std::monostate>(propellant.at(5))) << "nobody counted pieces";
}

// R37
TEST_F(Reports, indicators_are_counted_by_class) {
  const auto made = report("indicators");
  EXPECT_EQ(whole_at(row(made, 0, "tool_marks"), 3), 5);
  EXPECT_EQ(whole_at(row(made, 0, "none"), 2), 0);
  EXPECT_EQ(whole_at(row(made, 1, "not_examined"), 2), 3);
}

// R46
TEST_F(Reports, the_share_of_ammunition_among_offers_is_worked_out) {
  const auto made = report("online");
  EXPECT_DOUBLE_EQ(std::get<double>(row(made, 1, "simulated market").at(8)), 0.00125);
}

// R111
TEST_F(Reports, what_was_traced_is_told_from_what_was_only_begun) {
  const auto made = report("tracing");
  EXPECT_EQ(whole_at(row(made, 2, "to_last_holder"), 2), 5);
  EXPECT_EQ(whole_at(row(made, 2, "to_first_recipient"), 2), 3);
}

// R115
TEST_F(Reports, the_power_of_marks_on_a_day_leaves_out_what_was_corrected_later) {
  const auto rounds_of = [&](const Fields& fields, const std::string& party) {
    return whole_at(row(report("mark_power", fields), 1, party), 1);
  };
  // 300 rounds were moved to the dealer, and 100 of them taken back nine years later as misread.
  EXPECT_EQ(rounds_of({{"as_of", "2017-06-15"}}, "DEALER"), 200);
  EXPECT_EQ(rounds_of({{"as_of", "2017-06-15"}}, "ARMY"), 3'800);
  EXPECT_EQ(rounds_of({}, "ARMY"), 3'600);
}

// R116
TEST_F(Reports, recoveries_that_lead_to_a_depot_are_looked_at_together) {
  const auto made = report("depots");
  const auto& army = row(made, 0, "ARMY");
  EXPECT_EQ(std::get<std::string>(army.at(2)), "none");
  EXPECT_EQ(whole_at(army, 5), 5);
}

// R44
TEST_F(Reports, a_purchase_taken_back_is_none) {
  const auto one_and_all = [&] {
    return report("small_consignments", {{"purchases_least", "1"}, {"purchase_rounds_least", "1"}});
  };
  ASSERT_EQ(one_and_all().tables.front().rows.size(), 1u);
  EXPECT_EQ(whole_at(one_and_all().tables.front().rows.front(), 5), 50);
  done("correct", {{"movement", text(sale_)}, {"note", "never sold"}});
  EXPECT_TRUE(one_and_all().tables.front().rows.empty());
}

TEST_F(Reports, a_line_that_may_lie_outside_the_period_is_counted_and_told) {
  done("recoveries", {{"case_number", "C-9"},
                      {"kind", "live_round"},
                      {"count", "7"},
                      {"country", "BR"},
                      {"circumstances", "seized"},
                      {"custodian", "LAB"},
                      {"headstamp", "MKR 17"},
                      {"trace", "yes"},
                      {"on", "2022"}});
  const auto half = report("tracing", {{"from", "2022-07-01"}});
  EXPECT_EQ(whole_at(half.tables.front().rows.front(), 3), 7);
  EXPECT_TRUE(limits_say(half, "1 lines are counted whose dates"));
  EXPECT_FALSE(limits_say(report("tracing", {{"from", "2022-01-01"}}), "lines are counted"));
  EXPECT_EQ(whole_at(report("tracing", {{"to", "2021-12-31"}}).tables.front().rows.front(), 3), 8);
}

TEST_F(Reports, what_is_asked_in_wrong_words_is_refused) {
  EXPECT_EQ(refusal("equipment", {{"country", "ZZ"}}), "unknown_word");
  EXPECT_EQ(refusal("equipment", {{"from", "soon"}}), "bad_date");
  EXPECT_EQ(refusal("equipment", {{"colour", "red"}}), "unknown_field");
  EXPECT_EQ(refusal("depots", {{"cases_least", "1000001"}}), "bad_quantity");
  EXPECT_EQ(refusal("depots", {{"cases_least", "1000000"}}), "");
  EXPECT_EQ(refusal("mark_power", {{"by", "village"}}), "unknown_word");
  EXPECT_EQ(refusal("mark_power", {{"holder", "NOBODY"}}), "unknown_party");
  EXPECT_EQ(refusal("trace_requests", {{"status", "late"}}), "unknown_word");
  EXPECT_EQ(refusal("test_fires", {{"status", "late"}}), "unknown_word");
  EXPECT_EQ(refusal("licence_approvals", {{"status", "late"}}), "unknown_word");
  EXPECT_EQ(refusal("licence_approvals", {{"status", "not_needed"}}), "unknown_word");
}

TEST(BusinessRules, they_name_origins_as_the_register_does) {
  EXPECT_TRUE(std::ranges::equal(catalogue::business_origins(), all_words<custody::Origin>()));
}

}  // namespace lotline
