// Which firearm made which scan, and the scores another institute published.

#include "exchange/labels_file.h"

#include <gtest/gtest.h>

#include "comparison/refusals.h"
#include "exchange/nfi_scores.h"
#include "surface/real_scans_fixture.h"
#include "tests/scans/made_scans.h"

namespace lotline {
namespace {

TEST(LabelsFile, scans_stand_in_the_order_of_their_names_with_their_firearms) {
  const ScanFolder folder;
  folder.write("labels.csv", "file,firearm\nGun_B.x3p,two\nGun_1-2.x3p,one\n");
  const auto scans = exchange::read_labels(folder.folder());
  ASSERT_TRUE(scans) << scans.error().text;
  ASSERT_EQ(scans->size(), 2u);
  EXPECT_EQ((*scans)[0].path, folder.path("Gun_1-2.x3p"));
  EXPECT_EQ((*scans)[0].firearm, "one");
  EXPECT_TRUE((*scans)[0].known);
  EXPECT_FALSE((*scans)[1].known);
}

TEST(LabelsFile, a_column_says_which_cases_are_known) {
  const ScanFolder folder;
  folder.write("labels.csv", "known,file,firearm\nyes,b.x3p,two\nno,a-1.x3p,one\n");
  const auto scans = exchange::read_labels(folder.folder());
  EXPECT_FALSE((*scans)[0].known);
  EXPECT_TRUE((*scans)[1].known);
}

TEST(LabelsFile, a_row_without_file_or_firearm_is_refused_and_so_is_a_file_that_stands_twice) {
  const ScanFolder folder;
  for (const char* rows : {",one\n", "a.x3p,\n", "a.x3p\n"}) {
    folder.write("labels.csv", std::string{"file,firearm\n"} + rows);
    EXPECT_EQ(exchange::read_labels(folder.folder()).error().number, missing_value.number) << rows;
  }
  folder.write("labels.csv", "file,firearm\na.x3p,one\na.x3p,two\n");
  EXPECT_EQ(exchange::read_labels(folder.folder()).error().number, bad_columns.number);
  folder.write("labels.csv", "file\na.x3p\n");
  EXPECT_EQ(exchange::read_labels(folder.folder()).error().number, bad_columns.number);
  EXPECT_EQ(exchange::read_labels(folder.path("nowhere")).error().number, unreadable_file.number);
}

/// Both files, the second with these rows.
ScanFolder& scores(ScanFolder& folder, const std::string& rows) {
  const std::string header = "weapon1,weapon2,hypothesis,accf,cmc,n,split1,split2,split3\n";
  folder.write("breech_face_impression.csv", header + "7,7,1,66.2,16,31,v,t,t\n7,3,0,9.5,0,31,n,t,n\n");
  folder.write("firing_pin_impression.csv", header + rows);
  return folder;
}

TEST(NfiScores, weapons_are_numbered_alike_for_all_marks_and_split_as_their_pairs_are) {
  ScanFolder folder;
  const auto read = exchange::read_nfi_scores(scores(folder, "3,3,1,80.5,30,36,t,t,n\n").folder());
  ASSERT_TRUE(read) << read.error().text;
  ASSERT_EQ(read->marks.size(), 2u);
  EXPECT_EQ(read->marks[0].scores[0].source_a, 1);  // weapon 7 stands behind weapon 3
  EXPECT_EQ(read->marks[1].scores[0].source_a, 0);
  EXPECT_EQ(read->marks[1].scores[0].score, 80.5);
  ASSERT_EQ(read->splits.size(), 6u);
  using comparison::Part;
  EXPECT_EQ(read->splits[0], (std::vector{Part::none, Part::validation}));
  EXPECT_EQ(read->splits[1], (std::vector{Part::training, Part::training}));
  EXPECT_EQ(read->splits[3], (std::vector{Part::training, Part::none}));
  EXPECT_EQ(read->split_names[3], "firing pin, split1");
}

TEST(NfiScores, a_contradiction_is_refused) {
  for (const char* rows :
       {"3,3,0,80.5,30,36,t,t,n\n", "3,7,1,80.5,30,36,t,t,n\n", "3,3,1,80.5,30,36,t,t,n\n3,3,1,80.5,30,36,v,t,n\n"}) {
    ScanFolder folder;
    EXPECT_EQ(exchange::read_nfi_scores(scores(folder, rows).folder()).error().number,
              comparison::bad_labelled_pair.number)
        << rows;
  }
}

TEST(NfiScores, fusing_the_published_scores_costs_less_than_either_mark) {
  const auto folder = surface::real_scans("nfi_scores");
  if (!folder) return;
  const auto read = exchange::read_nfi_scores(folder->string());
  ASSERT_TRUE(read) << read.error().text;
  EXPECT_EQ(read->marks[0].scores.size(), 1515u);
  EXPECT_EQ(read->marks[1].scores.size(), 726u);
  for (const auto& parts : read->splits) {
    const auto trial = comparison::try_fusion(read->marks, parts, {20, 1});
    ASSERT_TRUE(trial) << trial.error().text;
    const auto cllr = [&](std::size_t row) { return trial->rows[row].judged.cost.cllr; };
    ASSERT_EQ(trial->rows[4].method, "fusion");
    EXPECT_LT(cllr(4), cllr(0));
    EXPECT_LT(cllr(4), cllr(1));
    EXPECT_LT(cllr(4), cllr(3));  // their mean
  }
}

}  // namespace
}  // namespace lotline
