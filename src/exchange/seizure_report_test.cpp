// The report of a whole seizure: the same answer gives the same PDF, and what it may not leave out changes it.

#include "exchange/seizure_report.h"

#include <gtest/gtest.h>

#include "exchange/report_fixture.h"
#include "exchange/seizure_words.h"

namespace lotline::exchange {
namespace {

const tracing::PartyRef kDepot{PartyId{1}, "DEPOT-1", "Simulated depot", "BR"};

service::SeizureTraced traced(std::size_t rows, std::size_t sources) {
  service::SeizureTraced made;
  made.head = {"0123456789abcdef0123456789abcdef", 12, {}, true};
  made.answer.words = "the mix of what was seized points to Simulated depot";
  made.answer.rounds = static_cast<std::int64_t>(3 * rows);
  made.answer.lines = rows;
  made.answer.none_on_record = 0.2;
  for (std::size_t i = 0; i < rows; ++i) {
    tracing::SeizureLine line{static_cast<int>(i) + 1, {}, 3, i % 2 == 0};
    line.marks.headstamp = "DCW 94";
    made.question.lines.push_back(line);
  }
  for (std::size_t i = 0; i < sources; ++i) {
    tracing::SeizureSource source;
    source.party = kDepot;
    source.probability = 0.4;
    source.log_likelihood = 3;
    source.ways.push_back({tracing::WayOut::stolen, "1994/1996", 0.8});
    source.events.push_back({"theft", "1995-02-01", Rounds{500}, "500 rounds stolen", 7});
    for (std::size_t at = 0; at < rows; ++at) source.lines.push_back({{static_cast<int>(at) + 1}, 3, 0.9, 40});
    made.answer.sources.push_back(source);
  }
  made.answer.explanations.resize(2);
  made.answer.explanations[0] = {"all of it from Simulated depot", {kDepot}, 1, 3, 0.8};
  made.answer.explanations[1] = {"none of those on record: rounds of makers that are not on record", {}, 1, 0, 0.2};
  made.answer.eliminated.push_back({kDepot, "had no round of any kind before the end of 2005", {}});
  made.answer.limits.push_back({"no_proof", "it is never proof"});
  return made;
}

const TraceAskedFor kAsked{{{"found_on", "2005-06-14"}}, "amara.diallo", "K-1", day_of(2026, 6, 1)};

TEST(SeizureReport, is_the_same_for_the_same_answer_and_dated_by_the_day_it_was_asked_on) {
  const auto once = seizure_report(traced(5, 2), kAsked);
  EXPECT_TRUE(once.starts_with("%PDF-"));
  EXPECT_EQ(once, seizure_report(traced(5, 2), kAsked));
  EXPECT_NE(once.find("/CreationDate (20260601"), std::string::npos);
}

TEST(SeizureReport, differs_by_every_part_of_the_answer_and_by_who_asked) {
  const auto once = seizure_report(traced(5, 2), kAsked);
  const std::vector<std::function<void(service::SeizureTraced&)>> changes{
      [](auto& s) { s.answer.words = "several sources explain it"; },
      [](auto& s) { s.question.lines[2].count = 4; },
      [](auto& s) { s.question.lines[2].marks.year = "1994"; },
      [](auto& s) { s.question.lines[1].fired = true; },
      [](auto& s) { s.question.found_in = "BR"; },
      [](auto& s) { s.answer.explanations.pop_back(); },
      [](auto& s) { s.answer.none_on_record = 0.3; },
      [](auto& s) { s.answer.none[0] = 0.1; },
      [](auto& s) { s.answer.sources[0].ways[0].years = "1995"; },
      [](auto& s) { s.answer.sources[1].events[0].record = 8; },
      [](auto& s) { s.answer.sources[1].lines[0].chance = 0; },
      [](auto& s) { s.answer.eliminated.clear(); },
      [](auto& s) { s.answer.lines_unexplained = {3}; },
      [](auto& s) { s.answer.holders_on_record = 9; },
      [](auto& s) { s.answer.limits[0].text = "it says nothing of who took it"; },
      [](auto& s) { s.head.root[0] = 1; },
      [](auto& s) { s.head.simulated = false; }};
  for (std::size_t i = 0; i < changes.size(); ++i) {
    auto other = traced(5, 2);
    changes[i](other);
    EXPECT_NE(once, seizure_report(other, kAsked)) << i;
  }
  auto asked = kAsked;
  asked.case_number = "K-2";
  EXPECT_NE(once, seizure_report(traced(5, 2), asked));
  asked = kAsked;
  asked.who = "lin.wei";
  EXPECT_NE(once, seizure_report(traced(5, 2), asked));
}

TEST(SeizureReport, tells_the_find_of_the_file_where_the_asker_told_none) {
  auto seized = traced(2, 1);
  seized.question.found_on = When{day_of(2005, 6, 14), day_of(2005, 6, 14)};
  const TraceAskedFor without{{}, "amara.diallo", "K-1", day_of(2026, 6, 1)};
  EXPECT_EQ(seizure_report(seized, without), seizure_report(seized, kAsked));
}

TEST(SeizureReport, takes_the_pages_it_needs_and_of_long_lists_no_more) {
  EXPECT_GT(pages_of(seizure_report(traced(80, 3), kAsked)), pages_of(seizure_report(traced(5, 3), kAsked)));
  EXPECT_EQ(pages_of(seizure_report(traced(1'000, 3), kAsked)), pages_of(seizure_report(traced(400, 3), kAsked)));
}

TEST(SeizureReport, of_nothing_on_record_is_a_page) {
  service::SeizureTraced nothing;
  EXPECT_EQ(pages_of(seizure_report(nothing, {{}, "", "", day_of(2026, 6, 1)})), 1);
}

TEST(SeizureWords, say_how_much_better_than_none_on_record) {
  EXPECT_EQ(fit_in_words(0.1), "as well as none on record");
  EXPECT_EQ(fit_in_words(3), "20.1 times better than none on record");
  EXPECT_EQ(fit_in_words(-3), "20.1 times worse than none on record");
  EXPECT_EQ(fit_in_words(40), "more than a million times better than none on record");
}

}  // namespace
}  // namespace lotline::exchange
