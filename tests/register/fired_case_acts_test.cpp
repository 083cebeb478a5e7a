// Scans, searches, leads and conclusions as acts: what the register says of them, and what it withholds.

#include "service/report.h"
#include "tests/register/desk_fixture.h"

namespace lotline {

class FiredCaseActs : public SmallState {
 protected:
  FiredCaseActs() {
    for (const char* number : {"EX-1", "EX-2"}) {
      done("parties", {{"code", ""}, {"kind", "person"}, {"name", "Simulated"}, {"country", "BR"}, {"number", number}});
    }
    first_ = scene("C-1", "2021-02-03");
    second_ = scene("C-2", "2021-08-20");
    done("firearm", {{"make", "Demonstration Arms"}, {"serial", "S-1"}, {"jurisdiction", "br-rj"}});
    done("firearm", {{"make", "Demonstration Arms"}, {"serial", "S-2"}, {"owner", "POLICE"}});
    done("firearm", {{"make", "Demonstration Arms"}, {"serial", "S-3"}});
  }

  RecordNumber scene(std::string_view case_number, std::string_view on) {
    return done("recoveries", {{"case_number", case_number},
                               {"kind", "fired_case"},
                               {"count", "3"},
                               {"country", "BR"},
                               {"place", "Simulated City"},
                               {"circumstances", "crime_scene"},
                               {"incident", "shooting"},
                               {"custodian", "LAB"},
                               {"headstamp", "MKR 17"},
                               {"calibre", "9x19"},
                               {"trace", "yes"},
                               {"on", on}});
  }
  RecordNumber scan(std::string_view of, RecordNumber number, char file) {
    return done("scans", {{of, std::to_string(number)},
                          {"file", "scan.x3p"},
                          {"sha256", std::string(64, file)},
                          {"mark", "breech_face"}});
  }
  /// A search with the first that lists the second, and a lead out of it.
  RecordNumber lead_between(RecordNumber one, RecordNumber other) {
    auto work = service::UnitOfWork::begin(*store_).value();
    service::Circumstance now{{desk_->today(), desk_->today()}, {}, {}};
    seizure::ScansSearched searched;
    searched.scan = ScanId{one};
    searched.gallery_scans = 1;
    searched.candidates.push_back({true, 2'300, "", {}, ScanId{other}, 731'245});
    search_ = service::enter(*desk_, now, searched);
    work.commit();
    return done("lead", {{"search", std::to_string(search_)}, {"rank", "1"}, {"reviewer", "POLICE"}});
  }
  RecordNumber conclude(RecordNumber lead, std::string_view examiner, std::string_view level) {
    return done("conclusion", {{"lead", std::to_string(lead)},
                               {"examiner", examiner},
                               {"organisation", "LAB"},
                               {"accreditation", "ISO/IEC 17025, 0123"},
                               {"level", level},
                               {"basis", "report"}});
  }
  service::Report report(std::string_view name, const Fields& fields = {}) {
    for (const auto& kind : service::reports())
      if (kind.form.name == name)
        return service::make_report(*store_, reference(), kind, service::Values::of(kind.form, fields).value()).value();
    throw std::runtime_error("no such report");
  }
  /// Rows of a table as texts and numbers under the names of their columns.
  static std::vector<std::map<std::string, service::ReportValue>> rows(const service::Report& made, std::size_t table) {
    std::vector<std::map<std::string, service::ReportValue>> named;
    for (const auto& row : made.tables.at(table).rows) {
      auto& one = named.emplace_back();
      for (std::size_t at = 0; at < row.size(); ++at) one[made.tables[table].columns[at].name] = row[at];
    }
    return named;
  }
  static std::string text_at(const std::map<std::string, service::ReportValue>& row, const std::string& column) {
    return std::get<std::string>(row.at(column));
  }
  static std::int64_t count_at(const std::map<std::string, service::ReportValue>& row, const std::string& column) {
    return std::get<std::int64_t>(row.at(column));
  }
  static bool limits_say(const service::Report& report, std::string_view words) {
    return std::ranges::any_of(report.limits, [&](const std::string& limit) { return limit.contains(words); });
  }

  RecordNumber first_ = 0, second_ = 0, search_ = 0;
};

// R117
TEST_F(FiredCaseActs, links_stand_with_examiner_and_conclusion_level) {
  const auto fired = done("test_fires", {{"firearm", "S-1"}, {"laboratory", "LAB"}, {"rounds", "2"}});
  const auto scan_1 = scan("exhibit", first_, '1');
  const auto scan_2 = scan("exhibit", second_, '2');
  const auto scan_3 = scan("test_fire", fired, '3');
  conclude(lead_between(scan_1, scan_3), "EX-1", "identification");
  conclude(lead_between(scan_1, scan_2), "EX-1", "inconclusive_b");
  done("foreign_links", {{"network", "ibin"},
                         {"reference", "IBIN-9"},
                         {"exhibit", std::to_string(first_)},
                         {"state", "ar"},
                         {"other_case", "AR-77"}});
  const auto links = rows(report("ballistic_links"), 0);
  ASSERT_EQ(links.size(), 3u);
  EXPECT_EQ(text_at(links[0], "kind"), "case_to_firearm");
  EXPECT_EQ(text_at(links[0], "case_number"), "C-1");
  EXPECT_EQ(text_at(links[0], "firearm"), "Demonstration Arms S-1");
  EXPECT_EQ(text_at(links[0], "level"), "identification");
  EXPECT_EQ(text_at(links[0], "organisation"), "LAB");
  EXPECT_EQ(text_at(links[0], "accreditation"), "ISO/IEC 17025, 0123");
  EXPECT_TRUE(text_at(links[0], "examiner").starts_with("P-"));
  EXPECT_EQ(text_at(links[1], "kind"), "case_to_case");
  EXPECT_EQ(text_at(links[1], "other_case"), "C-2");
  EXPECT_EQ(text_at(links[1], "level"), "inconclusive_b");
  EXPECT_EQ(text_at(links[2], "network"), "ibin");
  EXPECT_EQ(text_at(links[2], "other_case"), "AR-77");
  EXPECT_EQ(text_at(links[2], "state"), "AR");
  EXPECT_EQ(text_at(links[2], "level"), "none stated");
  EXPECT_EQ(rows(report("ballistic_links", {{"case_number", "C-2"}}), 0).size(), 1u);
  EXPECT_EQ(rows(report("ballistic_links", {{"firearm", "S-1"}}), 0).size(), 1u);
  EXPECT_EQ(rows(report("ballistic_links", {{"firearm", "S-2"}}), 0).size(), 0u);
  EXPECT_EQ(rows(report("ballistic_links", {{"network", "ibin"}}), 0).size(), 1u);
  EXPECT_EQ(rows(report("ballistic_links", {{"level", "inconclusive_b"}}), 0).size(), 1u);
  expect_verified();
}

TEST_F(FiredCaseActs, a_first_conclusion_is_withheld_until_the_blind_second_has_concluded) {
  const auto lead = lead_between(scan("exhibit", first_, '1'), scan("exhibit", second_, '2'));
  const auto number = std::to_string(lead);
  done("blind_examination", {{"lead", number}, {"examiner", "EX-1"}});
  const auto second = done("blind_examination", {{"lead", number}, {"examiner", "EX-2"}});
  const auto of_first = conclude(lead, "EX-1", "identification");

  const auto hidden = report("ballistic_links");
  EXPECT_TRUE(hidden.tables[0].rows.empty());
  EXPECT_TRUE(limits_say(hidden, "1 conclusions are withheld"));
  EXPECT_EQ(service::entry_card(*store_, reference(), of_first, {}).error().name, "withheld_while_blind");
  EXPECT_EQ(service::entry_card(*store_, reference(), search_, {}).error().name, "withheld_while_blind")
      << "it tells the likelihood ratio";
  EXPECT_TRUE(service::entry_card(*store_, reference(), second, {}).has_value());
  for (const auto& row : rows(report("fired_cases"), 0)) EXPECT_EQ(count_at(row, "linked"), 0);

  conclude(lead, "EX-2", "inconclusive_a");
  const auto links = rows(report("ballistic_links"), 0);
  ASSERT_EQ(links.size(), 2u);
  EXPECT_EQ(text_at(links[0], "before_lr"), "yes");
  EXPECT_EQ(text_at(links[0], "blind_second"), "no");
  EXPECT_EQ(text_at(links[1], "level"), "inconclusive_a");
  EXPECT_EQ(text_at(links[1], "blind_second"), "yes");
  EXPECT_TRUE(service::entry_card(*store_, reference(), of_first, {}).has_value());
  EXPECT_TRUE(service::entry_card(*store_, reference(), search_, {}).has_value());
  EXPECT_EQ(refused("blind_examination", {{"lead", number}, {"examiner", "LAB"}}), "not_blind");
}

TEST_F(FiredCaseActs, a_withdrawn_conclusion_is_no_link_and_both_records_stay) {
  const auto lead = lead_between(scan("exhibit", first_, '1'), scan("exhibit", second_, '2'));
  const auto conclusion = conclude(lead, "EX-1", "identification");
  EXPECT_EQ(count_at(rows(report("fired_cases"), 0)[0], "linked"), 2);
  done("withdraw", {{"record", std::to_string(conclusion)}, {"reason", "misread"}});
  const auto made = report("ballistic_links");
  EXPECT_TRUE(made.tables[0].rows.empty());
  EXPECT_TRUE(limits_say(made, "1 links were replaced or withdrawn"));
  EXPECT_TRUE(store_->read(conclusion).has_value());
  expect_verified();
}

// R119
TEST_F(FiredCaseActs, registered_guns_that_lack_a_test_fire_are_listed_by_jurisdiction) {
  const auto fired = done("test_fires", {{"firearm", "S-1"}, {"laboratory", "LAB"}, {"rounds", "2"}});
  const auto status = [&](std::size_t at) { return text_at(rows(report("test_fires"), 1).at(at), "status"); };
  EXPECT_EQ(status(0), "test_fired");
  scan("test_fire", fired, '1');
  EXPECT_EQ(status(0), "imaged");
  EXPECT_EQ(status(1), "lacking");
  const auto made = report("test_fires", {{"status", "lacking"}});
  EXPECT_EQ(made.words, "2 of 3 registered guns lack a test fire");
  const auto sums = rows(made, 0);
  ASSERT_EQ(sums.size(), 3u);
  EXPECT_EQ(text_at(sums[0], "jurisdiction"), "") << "neither jurisdiction nor owner";
  EXPECT_EQ(text_at(sums[1], "jurisdiction"), "BR") << "of the owner";
  EXPECT_EQ(count_at(sums[1], "lacking"), 1);
  EXPECT_EQ(text_at(sums[2], "jurisdiction"), "BR-RJ");
  EXPECT_EQ(count_at(sums[2], "lacking"), 0);
  EXPECT_EQ(rows(made, 1).size(), 2u);
  EXPECT_TRUE(limits_say(made, "of 1 guns neither"));
  EXPECT_EQ(refused("firearm", {{"make", "Demonstration Arms"}, {"serial", "S-4"}, {"jurisdiction", "QQ-1"}}),
            "unknown_word");
}

// R120
TEST_F(FiredCaseActs, a_replica_goes_to_a_partner_and_every_step_is_on_record) {
  const auto replica =
      std::to_string(done("replicas", {{"exhibit", std::to_string(first_)}, {"cast", "double"}, {"made_by", "LAB"}}));
  done("replica_custody", {{"replica", replica}, {"act", "send"}, {"by", "LAB"}, {"to", "POLICE"}, {"seal", "S-44"}});
  auto made = report("replicas");
  EXPECT_EQ(text_at(rows(made, 0)[0], "on_way_to"), "POLICE");
  EXPECT_EQ(text_at(rows(made, 0)[0], "with"), "LAB");
  EXPECT_EQ(refused("replica_custody", {{"replica", replica}, {"act", "receive"}, {"by", "ARMY"}}), "replica_not_sent");
  done("replica_custody", {{"replica", replica}, {"act", "receive"}, {"by", "POLICE"}, {"condition", "whole"}});
  const auto scanned = scan("replica", std::stoll(replica), '1');
  made = report("replicas", {{"with", "POLICE"}});
  ASSERT_EQ(rows(made, 0).size(), 1u);
  EXPECT_EQ(text_at(rows(made, 0)[0], "with"), "POLICE");
  EXPECT_EQ(std::get<std::vector<RecordNumber>>(rows(made, 0)[0].at("scans")), std::vector{scanned});
  ASSERT_EQ(rows(made, 1).size(), 2u);
  EXPECT_EQ(text_at(rows(made, 1)[0], "seal"), "S-44");
  EXPECT_EQ(text_at(rows(made, 1)[1], "condition"), "whole");
  EXPECT_TRUE(rows(report("replicas", {{"with", "ARMY"}}), 0).empty());
  expect_verified();
}

// R122
TEST_F(FiredCaseActs, cases_from_scenes_that_were_never_imaged_are_flagged) {
  EXPECT_EQ(report("imaging").words, "2 of 2 exhibits of fired cases from crime scenes were never imaged");
  const auto scanned = scan("exhibit", first_, '1');
  auto made = report("imaging");
  ASSERT_EQ(rows(made, 1).size(), 1u);
  EXPECT_EQ(text_at(rows(made, 1)[0], "case_number"), "C-2");
  EXPECT_EQ(count_at(rows(made, 0)[0], "imaged"), 1);
  // A scan of a replica images the case it is a cast of.
  const auto replica = done("replicas", {{"exhibit", std::to_string(second_)}, {"cast", "double"}, {"made_by", "LAB"}});
  EXPECT_EQ(std::get<std::vector<RecordNumber>>(rows(report("imaging"), 1)[0].at("replicas")), std::vector{replica});
  scan("replica", replica, '2');
  EXPECT_TRUE(rows(report("imaging"), 1).empty());
  done("withdraw", {{"record", std::to_string(scanned)}, {"reason", "of another case"}});
  EXPECT_EQ(rows(report("imaging"), 1).size(), 1u);
}

// R108
TEST_F(FiredCaseActs, fired_cases_are_profiled_by_time_and_place) {
  scene("C-3", "2021-08-30");
  scene("C-4", "2021");
  const auto by_month = report("fired_cases", {{"by", "month"}});
  const auto periods = rows(by_month, 0);
  ASSERT_EQ(periods.size(), 3u);
  EXPECT_EQ(text_at(periods[0], "period"), "") << "not known to the month";
  EXPECT_EQ(text_at(periods[1], "period"), "2021-02");
  EXPECT_EQ(text_at(periods[2], "period"), "2021-08");
  EXPECT_EQ(count_at(periods[2], "cases"), 6);
  EXPECT_TRUE(limits_say(by_month, "1 exhibits are not dated well enough"));
  const auto quarters =
      rows(report("fired_cases", {{"by", "quarter"}, {"from", "2021-07-01"}, {"to", "2021-09-30"}}), 0);
  EXPECT_EQ(text_at(quarters.back(), "period"), "2021-Q3");
  const auto years = rows(report("fired_cases"), 1);
  ASSERT_EQ(years.size(), 1u);
  EXPECT_EQ(text_at(years[0], "place"), "Simulated City");
  EXPECT_EQ(text_at(years[0], "incident"), "shooting");
  EXPECT_EQ(count_at(years[0], "exhibits"), 4);
  EXPECT_TRUE(rows(report("fired_cases", {{"place", "Elsewhere"}}), 0).empty());
}

TEST_F(FiredCaseActs, every_search_is_on_record_also_without_a_lead) {
  const auto scan_1 = scan("exhibit", first_, '1');
  const auto scan_2 = scan("exhibit", second_, '2');
  const auto lead = lead_between(scan_1, scan_2);
  done("withdraw", {{"record", std::to_string(lead)}, {"reason", "chosen in error"}});
  const auto made = report("scan_searches", {{"case_number", "C-1"}});
  EXPECT_EQ(made.words, "1 searches, 1 of them without a lead");
  EXPECT_EQ(count_at(rows(made, 0)[0], "listed"), 1);
  EXPECT_TRUE(rows(report("scan_searches", {{"case_number", "C-2"}}), 0).empty());
}

TEST_F(FiredCaseActs, what_a_form_says_of_a_scan_is_checked) {
  const std::string exhibit = std::to_string(first_);
  const std::string hash(64, 'a');
  const auto said = [&](std::string_view field, std::string_view value) {
    Fields fields{{"exhibit", exhibit}, {"file", "scan.x3p"}, {"sha256", hash}, {"mark", "breech_face"}};
    for (auto& [name, text] : fields)
      if (name == field) text = value;
    if (std::ranges::none_of(fields, [&](const auto& f) { return f.first == field; }))
      fields.emplace_back(field, value);
    return refused("scans", fields);
  };
  EXPECT_EQ(said("mark", "bolt_face"), "unknown_word");
  EXPECT_EQ(said("firing_pin", "star"), "unknown_word");
  EXPECT_EQ(said("breech_face", "shiny"), "unknown_word");
  EXPECT_EQ(said("extractor", "13"), "unknown_word");
  EXPECT_EQ(said("calibre", "nothing at all"), "unknown_word");
  EXPECT_EQ(said("sha256", "abc"), "bad_hash");
  EXPECT_EQ(said("exhibit", "9999"), "unknown_exhibit");
}

}  // namespace lotline
