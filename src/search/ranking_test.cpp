#include "search/ranking.h"

#include <gtest/gtest.h>

#include <atomic>
#include <map>
#include <utility>

#include "search/made_marks.h"
#include "search/refusals.h"

namespace lotline::search {
namespace {

using comparison::Comparison;

PairLlr no_calibrator(const Comparison&, const Item&) { return {.reason = "no calibrator"}; }

/// Comparisons as a table; an item that is not in it scores 0.
CompareWith scores(std::map<ItemNumber, double> table) {
  return [table = std::move(table)](ItemNumber item) -> Result<Comparison> {
    const auto found = table.find(item);
    return Comparison{.score = found == table.end() ? 0 : found->second};
  };
}

class RankingTest : public testing::Test {
 protected:
  /// Twelve guns with one test fire each; gun 3 has three.
  RankingTest() {
    for (ItemNumber gun = 1; gun <= 12; ++gun) add(gun, gun, 1);
    add(31, 3, 2);
    add(32, 3, 3);
  }
  void add(ItemNumber number, SourceNumber gun, std::uint64_t firing, ClassFields fields = {}) {
    const Item item{.number = number, .source = gun, .kind = ItemKind::test_fire, .fields = std::move(fields)};
    ASSERT_TRUE(gallery.add(item, signature(made_mark({.gun = static_cast<std::uint64_t>(gun), .firing = firing}))));
  }
  [[nodiscard]] Ranking ranked(const CompareWith& compare_with, const RankingOptions& options = {},
                               const Questioned& questioned = {}, const LlrOf& llr_of = no_calibrator) const {
    auto result = rank(probe, questioned, gallery, compare_with, llr_of, options);
    EXPECT_TRUE(result) << result.error().text;
    return *std::move(result);
  }

  Gallery gallery{surface::Mark::breech_face};
  Probe probe{made_mark({.gun = 3, .firing = 9, .rotation_deg = 40})};
};

TEST_F(RankingTest, lists_sources_by_the_best_score_of_their_items) {
  const Ranking ranking = ranked(scores({{3, 2.0}, {31, 5.0}, {32, 4.0}, {8, 3.0}}));
  ASSERT_EQ(ranking.lines.size(), 12U);
  EXPECT_EQ(ranking.lines[0].source, 3);
  EXPECT_EQ(ranking.lines[0].score, 5.0);
  EXPECT_EQ(ranking.lines[0].items, 3U);
  ASSERT_EQ(ranking.lines[0].compared.size(), 3U);
  EXPECT_EQ(ranking.lines[0].compared[0].item.number, 31);
  EXPECT_EQ(ranking.lines[0].compared[2].item.number, 3);
  EXPECT_EQ(ranking.lines[1].source, 8);
  EXPECT_EQ(ranking.items, 14U);
  EXPECT_EQ(ranking.searched, 14U);
  EXPECT_EQ(ranking.compared, 14U);
  EXPECT_EQ(ranking.gallery_snapshot, gallery.snapshot());
}

TEST_F(RankingTest, compares_in_full_what_the_rings_put_first) {
  std::atomic<int> calls = 0;
  const CompareWith counting = [&](ItemNumber) -> Result<Comparison> {
    ++calls;
    return Comparison{};
  };
  RankingOptions options;
  options.short_list = 4;
  options.most_of_a_source = 2;
  const Ranking ranking = ranked(counting, options);
  EXPECT_EQ(calls, 4);
  EXPECT_EQ(ranking.compared, 4U);
  ASSERT_EQ(ranking.lines.size(), 3U);
  // All scores are equal, so the rings decide; two of gun 3 and no third.
  EXPECT_EQ(ranking.lines[0].source, 3);
  EXPECT_EQ(ranking.lines[0].compared.size(), 2U);
  EXPECT_EQ(ranking.lines[0].items, 3U);
  EXPECT_EQ(ranking.lines[0].compared[0].signature_place, 1U);
}

TEST_F(RankingTest, equal_ones_go_by_the_rings_and_then_by_number) {
  Gallery twins(surface::Mark::breech_face);
  const Signature same = signature(made_mark({.gun = 3}));
  for (const ItemNumber number : {9, 2, 5}) ASSERT_TRUE(twins.add({.number = number, .source = 10 - number}, same));
  const auto result = rank(probe, {}, twins, scores({}), no_calibrator);
  ASSERT_TRUE(result);
  EXPECT_EQ(result->lines[0].compared[0].item.number, 2);
  EXPECT_EQ(result->lines[1].compared[0].item.number, 5);
  EXPECT_EQ(result->lines[2].compared[0].item.number, 9);
}

TEST_F(RankingTest, what_differs_in_class_is_counted_and_not_searched) {
  add(50, 50, 1, {.calibre = "45"});
  add(51, 51, 1, {.calibre = "9x19"});
  add(52, 52, 1, {.calibre = "45", .breech_face_class = "arched"});
  add(53, 53, 1, {.breech_face_class = "arched"});
  const Ranking ranking = ranked(scores({}), {}, {.fields = {.calibre = "9x19", .breech_face_class = "parallel"}});
  EXPECT_EQ(ranking.excluded_by[static_cast<std::size_t>(ClassField::calibre)], 2U);
  EXPECT_EQ(ranking.excluded_by[static_cast<std::size_t>(ClassField::breech_face_class)], 1U);
  EXPECT_EQ(ranking.searched, 15U);
  for (const Line& line : ranking.lines) EXPECT_TRUE(line.source <= 12 || line.source == 51);
}

TEST_F(RankingTest, the_questioned_item_and_a_known_source_are_left_out) {
  EXPECT_EQ(ranked(scores({}), {}, {.item = 31}).left_out, 1U);
  const Ranking without = ranked(scores({}), {}, {.source = 3});
  EXPECT_EQ(without.left_out, 3U);
  EXPECT_EQ(without.searched, 11U);
  for (const Line& line : without.lines) EXPECT_NE(line.source, 3);
}

TEST_F(RankingTest, unsuitable_items_are_counted_and_not_listed) {
  ASSERT_TRUE(gallery.add({.number = 60, .source = 60}, {}));
  const Ranking ranking = ranked(scores({}));
  EXPECT_EQ(ranking.unsuitable, 1U);
  for (const Line& line : ranking.lines) EXPECT_NE(line.source, 60);
}

TEST_F(RankingTest, a_comparison_that_is_refused_is_reported) {
  const CompareWith partly = [](ItemNumber item) -> Result<Comparison> {
    if (item == 8) return refuse(no_signature, "gone");
    return Comparison{};
  };
  const Ranking ranking = ranked(partly);
  ASSERT_EQ(ranking.failed.size(), 1U);
  EXPECT_EQ(ranking.failed[0].item, 8);
  EXPECT_EQ(ranking.failed[0].refusal.number, no_signature.number);
  EXPECT_EQ(ranking.compared, 13U);
}

TEST_F(RankingTest, dependent_items_give_the_mean_of_their_ratios) {
  const LlrOf llr_of = [](const Comparison& comparison, const Item&) -> PairLlr { return {.llr = comparison.score}; };
  const auto table = scores({{3, 1.0}, {31, 2.0}, {32, 3.0}, {8, 2.5}});
  const Ranking all = ranked(table, {}, {}, llr_of);
  EXPECT_NEAR(*all.lines[0].llr, std::log10((10 + 100 + 1000) / 3.0), 1e-12);
  EXPECT_NEAR(*all.lines[1].llr, 2.5, 1e-12);
  RankingOptions options;
  options.most_of_a_source = 1;
  // One of three compared: the other two count as ratios of 0.
  const Ranking one = ranked(table, options, {}, llr_of);
  const auto gun3 = std::find_if(one.lines.begin(), one.lines.end(), [](const Line& line) { return line.source == 3; });
  EXPECT_NEAR(*gun3->llr, gun3->score - std::log10(3.0), 1e-12);
}

TEST_F(RankingTest, a_source_has_no_ratio_where_one_of_its_items_has_none) {
  const LlrOf llr_of = [](const Comparison&, const Item& item) -> PairLlr {
    return item.number == 31 ? PairLlr{.reason = "other instrument"} : PairLlr{.llr = 1.0};
  };
  const Ranking ranking = ranked(scores({{31, 5.0}}), {}, {}, llr_of);
  EXPECT_FALSE(ranking.lines[0].llr);
  EXPECT_EQ(ranking.lines[0].llr_reason, "other instrument");
  EXPECT_TRUE(ranking.lines[1].llr);
}

TEST_F(RankingTest, is_the_same_for_any_number_of_threads_and_order_of_adding) {
  const auto told = [](const Ranking& ranking) {
    std::string all;
    for (const Line& line : ranking.lines) {
      all += fmt::format("{}:", line.source);
      for (const std::string& reason : reasons(line, ranking)) all += reason + ";";
      all += fmt::format("{:a} {:a}\n", line.score, line.compared[0].signature_correlation);
    }
    return all;
  };
  RankingOptions options;
  options.threads = 1;
  const std::string once = told(ranked(scores({{4, 1.0}}), options));
  for (const unsigned threads : {2U, 16U}) {
    options.threads = threads;
    EXPECT_EQ(told(ranked(scores({{4, 1.0}}), options)), once);
  }
  Gallery backwards(surface::Mark::breech_face);
  for (auto item = gallery.items().rbegin(); item != gallery.items().rend(); ++item) {
    const std::uint64_t firing = item->number > 12 ? static_cast<std::uint64_t>(item->number - 29) : 1;
    const auto gun = static_cast<std::uint64_t>(item->source);
    ASSERT_TRUE(backwards.add(*item, signature(made_mark({.gun = gun, .firing = firing}))));
  }
  EXPECT_EQ(backwards.snapshot(), gallery.snapshot());
  EXPECT_EQ(told(*rank(probe, {}, backwards, scores({{4, 1.0}}), no_calibrator)), once);
}

TEST_F(RankingTest, tells_its_progress_and_stops_when_asked) {
  RankingOptions options;
  std::vector<std::string> stages;
  options.progress = [&](const RankingProgress& progress) {
    if (progress.done == progress.of) stages.emplace_back(progress.stage);
  };
  EXPECT_EQ(ranked(scores({}), options).compared, 14U);
  EXPECT_EQ(stages, (std::vector<std::string>{"signatures", "comparisons"}));
  options.stop = [] { return true; };
  EXPECT_EQ(rank(probe, {}, gallery, scores({}), no_calibrator, options).error().number, search_stopped.number);
  int asked = 0;
  options.stop = [&] { return ++asked > 2; };
  EXPECT_EQ(rank(probe, {}, gallery, scores({}), no_calibrator, options).error().number, search_stopped.number);
}

TEST_F(RankingTest, compares_nothing_in_full_once_asked_to_stop) {
  RankingOptions options;
  bool asked = false;
  options.stop = [&] { return !std::exchange(asked, true); };  // at the rings, and never again
  std::atomic<int> calls = 0;
  const CompareWith counting = [&](ItemNumber) -> Result<Comparison> {
    ++calls;
    return Comparison{};
  };
  const auto result = rank(probe, {}, gallery, counting, no_calibrator, options);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().number, search_stopped.number);
  EXPECT_EQ(calls, 0);
}

TEST_F(RankingTest, refuses_what_cannot_be_searched_with) {
  const auto refused = [&](const Probe& with, const Questioned& questioned) {
    return rank(with, questioned, gallery, scores({}), no_calibrator).error().number;
  };
  EXPECT_EQ(refused(Probe(surface::Prepared{}), {}), nothing_to_search_with.number);
  surface::Prepared pin = made_mark({});
  pin.mark = surface::Mark::firing_pin;
  EXPECT_EQ(refused(Probe(pin), {}), nothing_to_search_with.number);
  EXPECT_EQ(refused(probe, {.fields = {.extractor_clock = 0}}), bad_class_field.number);
}

TEST_F(RankingTest, says_why_each_line_stands_there) {
  const Ranking ranking = ranked(scores({{3, 2.0}}), {}, {.fields = {.calibre = "9x19"}});
  const auto all = reasons(ranking.lines[0], ranking);
  ASSERT_EQ(all.size(), 5U);
  EXPECT_TRUE(all[0].starts_with("rings: correlation 0."));
  EXPECT_TRUE(all[0].ends_with("of 14 searched"));
  EXPECT_TRUE(all[1].starts_with("full comparison: score 2.000, 0 cells congruent of 0 compared"));
  EXPECT_EQ(all[2],
            "class fields not known of both, so not used: calibre, firing_pin_shape, breech_face_class, "
            "extractor_to_ejector");
  EXPECT_TRUE(all[3].starts_with("3 items of this source, 3 compared"));
  EXPECT_EQ(all[4], "no likelihood ratio: no calibrator");
}

}  // namespace
}  // namespace lotline::search
