// From labelled scans, or made-up guns, to the scores a calibrator is trained on.

#include "service/train_on_pairs.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "comparison/comparison.h"
#include "exchange/calibrator_file.h"
#include "surface/x3p_reader.h"
#include "tests/scans/made_scans.h"

namespace lotline {
namespace {

TEST(TrainOnPairs, sources_are_numbered_by_name_and_pairs_that_fail_are_counted) {
  const ScanFolder folder;
  const std::string one = folder.scan("one.x3p", 1, {}, 1);
  const std::string again = folder.scan("again.x3p", 1, {20, 0, 0}, 2);
  const std::string other = folder.scan("other.x3p", 2, {}, 3);
  const std::vector<service::LabelledPair> pairs{{{one, again, {}}, "gun b", "gun b"},
                                                 {{one, folder.path("absent.x3p"), {}}, "gun b", "gun c"},
                                                 {{again, other, {}}, "gun b", "gun a"}};
  service::PairsRequest request;
  request.read = [](const std::string& path) { return surface::read_x3p(path); };
  request.prepare = surface::defaults_for(surface::Mark::breech_face);
  const auto training = service::scores_of_pairs(pairs, request);
  EXPECT_EQ(training.left_out, 1u);
  ASSERT_EQ(training.scores.size(), 2u);
  EXPECT_TRUE(training.scores[0].same());
  EXPECT_EQ(training.scores[1].source_a, 1);
  EXPECT_EQ(training.scores[1].source_b, 0);
  EXPECT_GT(training.scores[0].score, training.scores[1].score);
  EXPECT_DOUBLE_EQ(training.pitch_um_min, 12.5);
  EXPECT_DOUBLE_EQ(training.pitch_um_max, 12.5);
}

TEST(TrainOnPairs, made_up_guns_give_all_pairs_of_one_and_some_of_two) {
  service::GeneratedTraining training;
  training.options.pitch_um = 12.5;
  training.guns = 5;
  training.firings = 2;
  training.strangers = 2;
  const auto scores = service::scores_of_generated(training, surface::defaults_for(surface::Mark::breech_face), 2);
  const auto size = comparison::size_of(scores.scores);
  EXPECT_EQ(scores.left_out, 0u);
  EXPECT_EQ(size.pairs_same, 5);
  EXPECT_EQ(size.pairs_different, 10);
  EXPECT_EQ(size.firearms, 5);
  // Threads change nothing.
  const auto again = service::scores_of_generated(training, surface::defaults_for(surface::Mark::breech_face), 1);
  EXPECT_EQ(exchange::labelled_scores_sha256(scores.scores), exchange::labelled_scores_sha256(again.scores));
}

TEST(ShippedCalibrators, are_read_weigh_the_scores_of_this_version_and_say_that_they_are_simulated) {
  const std::filesystem::path folder = std::filesystem::path(LOTLINE_SOURCE_DIR) / "data" / "calibrators";
  std::size_t found = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const auto calibrator = exchange::read_calibrator(entry.path().string());
    ASSERT_TRUE(calibrator) << entry.path() << ": " << calibrator.error().text;
    EXPECT_EQ(calibrator->scope.score_version, comparison::score_version);
    EXPECT_EQ(entry.path().stem().string(), word(calibrator->scope.mark));
    EXPECT_TRUE(calibrator->simulated);
    // Counted as ten firearms, which justify eleven at most.
    EXPECT_LE(calibrator->cap.upper, 1.05);
    EXPECT_GE(calibrator->cap.lower, -1.05);
    ++found;
  }
  EXPECT_GE(found, 1u);
}

}  // namespace
}  // namespace lotline
