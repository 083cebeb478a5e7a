#include "tracing/seizure_trace.h"

#include <gtest/gtest.h>

#include "custody/registration.h"
#include "tracing/small_register_fixture.h"

namespace lotline::tracing {
namespace {

using custody::Act;

/// Two depots of one force and a dealer, each with a mix of its own, over some years.
class Seizure : public ::testing::Test, protected SmallState {
 protected:
  Seizure() {
    for (int year = 2008; year < 2016; ++year) {
      const auto to = year % 2 == 0 ? depot : other_depot;
      supply(maker, "CBC", year, rifle, to);
      supply(other_maker, "IKX", year, pistol, year % 4 < 2 ? depot : other_depot);
      supply(other_maker, "IKX", year, rifle, dealer);
      for (std::size_t i = 0; i < others.size(); ++i)
        supply(third_maker, "QRS", year - static_cast<int>(i), i % 2 == 0 ? rifle : pistol, others[i], 40'000);
    }
  }

  LotId supply(PartyId of, const std::string& code, int year, ProductId product, PartyId to, int rounds = 10'000) {
    const auto text = fmt::format("{}", year);
    const LotId made = lot(of, fmt::format("{}{}-{}", code, year, ++serial_), product, text,
                           fmt::format("{} {:02}", code, year % 100));
    make(made, of, rounds, to, text + "-02-01");
    act(Act::transfer, made, rounds, of, to, text + "-03-01");
    return made;
  }

  static SeizureLine line(const std::string& headstamp, const std::string& calibre, std::int64_t count = 10) {
    SeizureLine made;
    made.marks.headstamp = headstamp;
    made.marks.calibre = calibre;
    made.count = count;
    return made;
  }
  static SeizureQuestion found(std::vector<SeizureLine> lines, const std::string& on = "2018-05-01") {
    SeizureQuestion question;
    question.lines = std::move(lines);
    int number = 0;
    for (auto& one : question.lines) one.number = ++number;
    question.found_on = parse_when(on).value();
    return question;
  }
  /// What the depot alone has: rifle rounds of even years, pistol rounds of two in four.
  static std::vector<SeizureLine> of_depot() {
    return {line("CBC 08", "7.62x39"), line("CBC 12", "7.62x39"), line("CBC 14", "7.62x39"),
            line("IKX 08", "9x19"),    line("IKX 13", "9x19"),    line("CBC 10", "7.62x39")};
  }
  [[nodiscard]] SeizureAnswer ask(const SeizureQuestion& question, const SeizureOptions& options = {}) const {
    return trace_seizure(question, sources(), options);
  }
  static const SeizureSource* source(const SeizureAnswer& answer, PartyId party) {
    for (const auto& one : answer.sources)
      if (one.party.id == party) return &one;
    return nullptr;
  }

  PartyId depot = party("DEPOT", Kind::unit, "BR", {}, police);
  PartyId other_depot = party("DEPOT-2", Kind::unit, "BR", {}, police);
  PartyId third_maker = party("THIRD", Kind::manufacturer, "BR", {"QRS"});
  std::vector<PartyId> others{party("ARMY-1", Kind::unit, "BR", {}, army), party("ARMY-2", Kind::unit, "BR", {}, army),
                              party("ARMY-3", Kind::unit, "BR", {}, army), party("ARMY-4", Kind::unit, "BR", {}, army)};

 private:
  int serial_ = 0;
};

// R113
TEST_F(Seizure, the_depot_whose_stock_explains_the_mix_stands_first) {
  const auto answer = ask(found(of_depot()));
  ASSERT_FALSE(answer.sources.empty());
  EXPECT_EQ(answer.sources.front().party.id, depot);
  EXPECT_GT(answer.sources.front().probability, 0.5);
  EXPECT_TRUE(answer.known);
  EXPECT_EQ(answer.sources.front().rounds_explained, 60);
  EXPECT_GT(answer.sources.front().log_likelihood, 0);
  EXPECT_NE(answer.words.find("Simulated DEPOT (DEPOT)"), std::string::npos) << answer.words;
  EXPECT_NE(answer.words.find("not proof"), std::string::npos);
}

TEST_F(Seizure, all_probabilities_together_are_one) {
  const auto answer = ask(found(of_depot()));
  double sum = answer.none_on_record;
  for (const auto& one : answer.sources) sum += one.probability;
  EXPECT_NEAR(sum, 1, 1e-9);
}

TEST_F(Seizure, explanations_stand_side_by_side_and_none_on_record_is_among_them) {
  SeizureOptions options;
  options.explanations_listed = 1000;
  const auto answer = ask(found(of_depot()), options);
  ASSERT_GT(answer.explanations.size(), 3U);
  EXPECT_TRUE(std::ranges::is_sorted(answer.explanations, std::ranges::greater{}, &ExplanationTold::probability));
  EXPECT_EQ(answer.explanations.front().sources.front().id, depot);
  const auto none = std::ranges::find_if(answer.explanations, [](const auto& e) { return e.sources.empty(); });
  ASSERT_NE(none, answer.explanations.end());
  EXPECT_EQ(none->words.find("none of those on record"), 0U);
}

TEST_F(Seizure, rounds_of_two_depots_are_told_as_of_two_sources) {
  auto lines = of_depot();
  for (const char* head : {"CBC 09", "CBC 11", "CBC 13", "CBC 15"}) lines.push_back(line(head, "7.62x39"));
  lines.push_back(line("IKX 10", "9x19"));
  lines.push_back(line("IKX 11", "9x19"));
  const auto answer = ask(found(lines));
  EXPECT_EQ(answer.explanations.front().sources.size(), 2U) << answer.explanations.front().words;
  EXPECT_GT(source(answer, depot)->any_part, 0.5);
  EXPECT_GT(source(answer, other_depot)->any_part, 0.5);
}

TEST_F(Seizure, what_fits_nobody_is_not_attributed) {
  const auto answer = ask(found({line("QZW 61", "45ACP"), line("VVK 73", "45ACP"), line("QZW 66", "45ACP"),
                                 line("PLD 70", "38SPL"), line("VVK 79", "45ACP")}));
  EXPECT_FALSE(answer.known);
  EXPECT_GT(answer.none_on_record, 0.5);
  EXPECT_EQ(answer.lines_unexplained, (std::vector<int>{1, 2, 3, 4, 5}));
  EXPECT_TRUE(answer.words.find("does not say") != std::string::npos ||
              answer.words.find("not known") != std::string::npos)
      << answer.words;
}

TEST_F(Seizure, wrongly_and_partly_read_marks_do_not_speak_the_depot_free) {
  auto lines = of_depot();
  lines[0].marks.calibre = "9x19";      // taken for another
  lines[1].marks.headstamp = "C8C 12";  // B read as 8
  lines[2].marks.headstamp = "C? 1?";
  lines[3].marks.headstamp = "KX";
  const auto answer = ask(found(lines));
  EXPECT_EQ(answer.sources.front().party.id, depot);
  EXPECT_GT(answer.sources.front().probability, 0.3);
}

TEST_F(Seizure, what_came_only_after_the_find_explains_nothing) {
  const PartyId late = party("LATE", Kind::unit, "BR", {}, army);
  for (int year = 2008; year < 2016; year += 2) {
    const LotId made =
        lot(maker, fmt::format("LATE{}", year), rifle, fmt::format("{}", year), fmt::format("CBC {:02}", year % 100));
    make(made, maker, 90'000, late, fmt::format("{}-02-01", year));
    act(Act::transfer, made, 90'000, maker, late, "2019-01-10");
  }
  const auto answer = ask(found(of_depot()));
  EXPECT_EQ(source(answer, late), nullptr);
  ASSERT_EQ(answer.eliminated.size(), 1U);
  EXPECT_EQ(answer.eliminated.front().party.id, late);
  EXPECT_EQ(answer.eliminated.front().reason, "had no round of any kind before the end of 2018");
  EXPECT_EQ(answer.sources.front().party.id, depot);
}

TEST_F(Seizure, a_theft_on_record_that_explains_the_mix_is_named_as_the_way) {
  const LotId one = supply(maker, "CBC", 2016, rifle, depot);
  const LotId two = supply(other_maker, "IKX", 2016, rifle, depot);
  const auto theft = act(Act::theft, one, 800, depot, {}, "2017-01-10");
  act(Act::theft, two, 700, depot, {}, "2017-01-10");
  const auto answer = ask(found({line("CBC 16", "7.62x39"), line("IKX 16", "7.62x39"), line("CBC 1?", "7.62x39", 3)}));
  ASSERT_FALSE(answer.sources.empty());
  const auto& best = answer.sources.front();
  EXPECT_EQ(best.party.id, depot);
  ASSERT_FALSE(best.ways.empty());
  EXPECT_EQ(best.ways.front().way, WayOut::stolen);
  EXPECT_EQ(best.ways.front().years, "2017");
  ASSERT_FALSE(best.events.empty());
  EXPECT_EQ(best.events.front().kind, "theft");
  EXPECT_EQ(best.events.front().record, theft);
}

TEST_F(Seizure, rounds_found_missing_at_a_stocktake_are_a_way_out) {
  const LotId one = supply(maker, "CBC", 2016, rifle, depot);
  auto asked = sources();
  asked.shortages_of_holder = [&](PartyId holder) {
    return holder == depot ? std::vector<Shortage>{{77, day_of(2017, 6, 1), {{one, Rounds(900)}}}}
                           : std::vector<Shortage>{};
  };
  asked.events_of_holder = [&](PartyId holder) {
    const When on{day_of(2017, 6, 1), day_of(2017, 6, 1)};
    return holder == depot ? std::vector<KnownEvent>{{77, EventKind::shortage, on, depot, {}, Rounds(900), "counted"}}
                           : std::vector<KnownEvent>{};
  };
  const auto answer = trace_seizure(found({line("CBC 16", "7.62x39"), line("CBC 1?", "7.62x39")}), asked);
  const auto& best = answer.sources.front();
  EXPECT_EQ(best.party.id, depot);
  EXPECT_EQ(best.ways.front().way, WayOut::missing);
  ASSERT_FALSE(best.events.empty());
  EXPECT_EQ(best.events.front().record, 77);
}

TEST_F(Seizure, a_lot_mark_points_at_who_had_that_lot) {
  const LotId mine = supply(maker, "CBC", 2016, rifle, other_depot);
  for (int i = 0; i < 5; ++i) supply(maker, "CBC", 2016, rifle, depot, 50'000);
  auto marked = line("CBC 16", "7.62x39");
  EXPECT_EQ(ask(found({marked})).sources.front().party.id, depot);
  marked.marks.lot_mark = sources().book.lots.find(make_key(mine))->number;
  const auto answer = ask(found({marked}));
  EXPECT_EQ(answer.sources.front().party.id, other_depot);
  EXPECT_GT(answer.sources.front().probability, 0.4);
  // With a character unread every lot of the kind is compared.
  marked.marks.lot_mark[1] = '?';
  EXPECT_EQ(ask(found({marked})).sources.front().party.id, other_depot);
  // A mark that no lot on record bears leaves what its kind says.
  marked.marks.lot_mark = "CBC2016-999";
  EXPECT_EQ(ask(found({marked})).sources.front().party.id, depot);
}

TEST_F(Seizure, equal_rows_are_one_line_with_both_numbers) {
  auto lines = of_depot();
  lines.push_back(line("CBC 08", "7.62x39", 7));
  const auto answer = ask(found(lines));
  EXPECT_EQ(answer.lines, 6U);
  EXPECT_EQ(answer.rounds, 67);
  EXPECT_EQ(answer.sources.front().lines.front().numbers, (std::vector<int>{1, 7}));
  EXPECT_EQ(answer.sources.front().lines.front().count, 17);
}

TEST_F(Seizure, what_was_recorded_or_happened_later_is_not_seen) {
  const PartyId later = party("LATER", Kind::unit, "BR", {}, army);
  for (int year = 2008; year < 2016; ++year) {
    const LotId made =
        lot(maker, fmt::format("L{}", year), rifle, fmt::format("{}", year), fmt::format("CBC {:02}", year % 100));
    make(made, maker, 90'000, later, fmt::format("{}-02-01", year));
    act(Act::transfer, made, 90'000, maker, later, "2016-01-10", {}, "2020-01-01");
  }
  auto question = found(of_depot());
  EXPECT_NE(source(ask(question), later), nullptr);
  question.as_known_on = day_of(2019, 1, 1);
  EXPECT_EQ(source(ask(question), later), nullptr);
  EXPECT_EQ(ask(question).sources.front().party.id, depot);
  question.as_known_on.reset();
  question.as_of = day_of(2015, 12, 31);
  EXPECT_EQ(source(ask(question), later), nullptr);
}

TEST_F(Seizure, asked_as_of_today_the_entries_counted_again_say_the_same) {
  auto question = found(of_depot());
  const auto kept = ask(question);
  question.as_known_on = today;
  const auto counted = ask(question);
  ASSERT_EQ(kept.sources.size(), counted.sources.size());
  for (std::size_t i = 0; i < kept.sources.size(); ++i) {
    EXPECT_EQ(kept.sources[i].party.id, counted.sources[i].party.id);
    EXPECT_DOUBLE_EQ(kept.sources[i].probability, counted.sources[i].probability);
  }
}

TEST_F(Seizure, an_answer_that_was_cut_says_so) {
  SeizureOptions options;
  options.sources_examined = 2;
  options.kinds_read = 3;
  const auto answer = ask(found(of_depot()), options);
  const auto has = [&](const char* kind) { return std::ranges::count(answer.limits, kind, &Limit::kind); };
  EXPECT_EQ(has("sources_cut"), 1);
  EXPECT_EQ(has("kinds_cut"), 1);
  EXPECT_EQ(has("no_proof"), 1);
}

TEST_F(Seizure, a_calibre_that_nobody_on_record_ever_had_is_of_none_on_record_rather_than_misread) {
  const auto answer = ask(found({line("", "12GA")}));
  EXPECT_FALSE(answer.known);
  EXPECT_GT(answer.none_on_record, 0.5);
}

TEST_F(Seizure, what_two_units_of_a_depot_hold_alike_is_of_the_depot_or_its_units) {
  const PartyId first = party("DEPOT-A", Kind::unit, "BR", {}, depot);
  const PartyId second = party("DEPOT-B", Kind::unit, "BR", {}, depot);
  for (const int year : {2008, 2010, 2012, 2014})
    for (const PartyId to : {first, second}) supply(maker, "CBC", year, rifle, to);
  const auto answer = ask(found(of_depot()));
  const auto* whole = source(answer, depot);
  ASSERT_NE(whole, nullptr);
  double sum = whole->probability;
  for (const PartyId id : {first, second}) {
    const auto* one = source(answer, id);
    ASSERT_NE(one, nullptr);
    EXPECT_GT(one->probability, 0.001);
    EXPECT_DOUBLE_EQ(one->with_units, one->probability);
    sum += one->probability;
  }
  EXPECT_NEAR(whole->with_units, sum, 1e-12);
}

TEST_F(Seizure, a_depot_weighs_as_much_as_the_units_to_which_all_of_it_went) {
  const PartyId store = party("STORE", Kind::unit, "BR", {}, police);
  const std::array units{party("STORE-A", Kind::unit, "BR", {}, store), party("STORE-B", Kind::unit, "BR", {}, store)};
  const LotId made = supply(other_maker, "IKX", 2001, pistol, store);
  for (const PartyId to : units) act(Act::transfer, made, 5'000, store, to, "2005-06-01");
  const auto answer = ask(found({line("IKX 01", "9x19")}));
  double of_units = 0;
  for (const PartyId id : units) of_units += source(answer, id)->probability;
  EXPECT_GT(of_units, 0.1);
  EXPECT_NEAR(source(answer, store)->probability / of_units, 1, 0.25);
}

TEST_F(Seizure, an_empty_register_knows_no_source) {
  const SmallRegister empty;
  const auto answer = trace_seizure(found({line("CBC 08", "9x19")}), empty.sources());
  EXPECT_TRUE(answer.sources.empty());
  EXPECT_NEAR(answer.none_on_record, 1, 1e-9);
  EXPECT_NE(answer.words.find("not known"), std::string::npos) << answer.words;
}

}  // namespace
}  // namespace lotline::tracing
