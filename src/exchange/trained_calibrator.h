#pragma once
// A calibrator from labelled scores, whole: trained, named, given its scope and hash, and ready to be kept as a file.

#include <optional>
#include <string>
#include <vector>

#include "comparison/calibrator.h"
#include "comparison/cllr.h"
#include "comparison/comparison.h"
#include "service/train_on_pairs.h"

namespace lotline::exchange {

/// What is told of a calibrator beside the scores it is trained on.
struct CalibratorTold {
  std::string name, population;
  surface::Mark mark = surface::Mark::breech_face;
  std::string score_version{comparison::score_version};
  std::vector<std::string> classes, instruments;  ///< of firearms: all when empty; of instruments: those of the scans
  bool any_instrument = false;
  std::optional<double> pitch_um_min, pitch_um_max;  ///< as in the scans where not told
  int count_as = 0;                                  ///< as of CalibratorOptions
  bool simulated = false;
};

struct TrainedCalibrator {
  comparison::Calibrator calibrator;
  std::string text;          ///< of its file
  std::size_t left_out = 0;  ///< scans or pairs that could not be compared
  comparison::Cost cost;     ///< on the pairs it was trained on, which flatters it
};

/// Refuses what train_calibrator refuses, words that no text may hold, and a range of pitches that is none.
Result<TrainedCalibrator> trained_calibrator(const service::TrainingScores& training, const CalibratorTold& told);

}  // namespace lotline::exchange
