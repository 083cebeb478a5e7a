// Pairs of scan files, from their file to the file of their scores.

#include "service/compare_pairs.h"

#include <gtest/gtest.h>

#include "exchange/calibrator_file.h"
#include "exchange/pair_scores_file.h"
#include "surface/refusals.h"
#include "surface/x3p_reader.h"
#include "tests/scans/made_scans.h"

namespace lotline {
namespace {

using comparison::Calibrator;
using service::PairCompared;
using service::PairOfScans;

Calibrator calibrator() {
  Calibrator made;
  made.name = "made up";
  made.scope = {std::string{comparison::score_version}, surface::Mark::breech_face, {}, {}, 1, 25};
  made.line = {-1, 0.05};
  made.cap = {-1, 1};
  return made;
}

std::vector<PairCompared> answers(const std::vector<PairOfScans>& pairs, unsigned threads,
                                  const Calibrator* by = nullptr) {
  service::PairsRequest request;
  request.pairs = pairs;
  request.read = [](const std::string& path) { return surface::read_x3p(path); };
  request.prepare = surface::defaults_for(surface::Mark::breech_face);
  request.comparison.calibrator = by;
  request.threads = threads;
  return service::compare_pairs(request);
}

/// Two guns, two scans each.
struct FourScans {
  ScanFolder folder;
  std::string one = folder.scan("one.x3p", 1, {}, 1);
  std::string again = folder.scan("again.x3p", 1, {40, 60, -30}, 2);
  std::string other = folder.scan("other.x3p", 2, {}, 3);
  std::string fourth = folder.scan("fourth.x3p", 2, {-75, 0, 45}, 4);
};

TEST(ComparePairs, scans_of_one_gun_score_higher_and_lie_as_they_were_made) {
  const FourScans scans;
  const auto found = answers({{scans.again, scans.one, {}}, {scans.again, scans.other, {}}}, 2);
  ASSERT_TRUE(found[0].compared && found[1].compared);
  EXPECT_GT(found[0].compared->found.score, found[1].compared->found.score);
  EXPECT_NEAR(found[0].compared->found.a_from_b.rotation_deg, 40, 1);
  EXPECT_NEAR(found[0].compared->found.a_from_b.tx_um, 60, 15);
  EXPECT_NEAR(found[0].compared->found.a_from_b.ty_um, -30, 15);
}

TEST(ComparePairs, threads_and_order_change_no_answer) {
  const FourScans scans;
  std::vector<PairOfScans> pairs{{scans.one, scans.again, {}},
                                 {scans.one, scans.other, {}},
                                 {scans.again, scans.fourth, {}},
                                 {scans.other, scans.fourth, {}},
                                 {scans.one, scans.one, {}}};
  const auto once = answers(pairs, 1);
  std::vector<PairOfScans> backwards(pairs.rbegin(), pairs.rend());
  const auto again = answers(backwards, 8);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto& a = once[i].compared->found;
    const auto& b = again[pairs.size() - 1 - i].compared->found;
    EXPECT_EQ(a.score, b.score);
    EXPECT_EQ(a.cells_congruent, b.cells_congruent);
    EXPECT_EQ(a.a_from_b, b.a_from_b);
  }
}

TEST(ComparePairs, changing_sides_keeps_score_and_ratio_and_inverts_the_pose) {
  const FourScans scans;
  const Calibrator by = calibrator();
  const auto found = answers({{scans.one, scans.again, {}}, {scans.again, scans.one, {}}}, 2, &by);
  EXPECT_EQ(found[0].compared->found.score, found[1].compared->found.score);
  EXPECT_EQ(found[0].compared->weight.ratio->llr, found[1].compared->weight.ratio->llr);
  EXPECT_NEAR(found[0].compared->found.a_from_b.rotation_deg, -found[1].compared->found.a_from_b.rotation_deg, 1e-9);
}

TEST(ComparePairs, a_scan_that_cannot_be_read_is_said_in_its_row_and_the_rest_goes_on) {
  const FourScans scans;
  const std::string torn = scans.folder.write("torn.x3p", "no scan");
  const Refusal known = refuse(surface::no_x3p, "known before").error();
  const auto found = answers({{scans.folder.path("absent.x3p"), scans.one, {}},
                              {scans.one, torn, {}},
                              {scans.one, scans.again, known},
                              {scans.one, scans.again, {}}},
                             2);
  EXPECT_EQ(found[0].refused->number, unreadable_file.number);
  EXPECT_EQ(found[1].refused->number, surface::no_x3p.number);
  EXPECT_EQ(found[2].refused->text, known.text);
  EXPECT_FALSE(found[3].refused);
  EXPECT_TRUE(found[3].compared);
}

TEST(ComparePairs, of_two_unreadable_scans_the_first_is_named) {
  const ScanFolder folder;
  const auto found = answers({{folder.path("first.x3p"), folder.path("second.x3p"), {}}}, 1);
  EXPECT_NE(found[0].refused->text.find("first.x3p"), std::string::npos);
}

TEST(ComparePairs, published_counts_are_there_when_asked_for_and_change_no_score) {
  const FourScans scans;
  service::PairsRequest request;
  const std::vector<PairOfScans> pairs{{scans.one, scans.again, {}}};
  request.pairs = pairs;
  request.read = [](const std::string& path) { return surface::read_x3p(path); };
  request.prepare = surface::defaults_for(surface::Mark::breech_face);
  const auto without = service::compare_pairs(request);
  EXPECT_FALSE(without[0].compared->counts);
  request.comparison.published_counts = true;
  const auto with = service::compare_pairs(request);
  ASSERT_TRUE(with[0].compared->counts);
  EXPECT_GE(with[0].compared->counts->cmc_original_ab, 6);  // one gun
  EXPECT_EQ(with[0].compared->found.score, without[0].compared->found.score);
}

TEST(ComparePairs, without_a_calibrator_the_ratio_is_empty_and_the_reason_said) {
  const FourScans scans;
  const auto found = answers({{scans.one, scans.again, {}}}, 1);
  EXPECT_FALSE(found[0].compared->weight.ratio);
  EXPECT_EQ(found[0].compared->weight.reason, comparison::NoLlr::no_calibrator);
}

TEST(ComparePairs, a_calibrator_of_another_algorithm_gives_no_ratio) {
  const FourScans scans;
  Calibrator by = calibrator();
  by.scope.score_version = "nfi-scratch-accf";
  const auto found = answers({{scans.one, scans.again, {}}}, 1, &by);
  EXPECT_EQ(found[0].compared->weight.reason, comparison::NoLlr::other_score_version);
}

TEST(ComparePairs, the_file_of_scores_has_a_row_for_each_row_in_the_columns_that_are_promised) {
  const FourScans scans;
  const std::string file = scans.folder.write("pairs.csv", "a,b\none.x3p,again.x3p\nabsent.x3p,one.x3p\nhalf a row\n");
  const auto pairs = exchange::read_scan_pairs(file).value();
  std::vector<PairOfScans> asked;
  for (const auto& row : pairs.rows) asked.push_back({row.path_a, row.path_b, row.refused});
  const Calibrator by = calibrator();
  const auto found = answers(asked, 2, &by);
  EXPECT_EQ(exchange::pair_scores_header(false),
            "a,b,status,error,score,llr,llr_reason,cells_congruent,rotation_deg,tx_um,ty_um,ms\n");
  EXPECT_EQ(exchange::pair_scores_header(true),
            "a,b,status,error,score,llr,llr_reason,cells_congruent,rotation_deg,tx_um,ty_um,ms,"
            "cmc_original_ab,cmc_original_ba,cmc_high\n");
  for (const bool counts : {false, true})
    for (std::size_t i = 0; i < found.size(); ++i) {
      auto reader = CsvReader::of_text(
          exchange::pair_scores_header(counts) + exchange::pair_scores_row(pairs.rows[i], found[i], counts), "row");
      const std::size_t columns = reader.next().value()->fields.size();
      const auto read = reader.next();
      ASSERT_TRUE(read && *read);
      const auto& fields = (*read)->fields;
      EXPECT_EQ(fields.size(), columns);
      EXPECT_EQ(fields[0], pairs.rows[i].a);
      EXPECT_EQ(fields[2], i == 0 ? "ok" : "error");
      EXPECT_EQ(fields[3].empty(), i == 0);
      EXPECT_EQ(fields[4].empty(), i != 0);
      EXPECT_EQ(fields[5].empty(), i != 0);
    }
}

}  // namespace
}  // namespace lotline
