#pragma once
// The scores that the Netherlands Forensic Institute published with lr_module_scratch: pairs of Glock pistols by mark,
// with three splits of the weapons. They were made by another algorithm and never weigh this program's scores.

#include <string>

#include "comparison/fusion_trial.h"

namespace lotline::exchange {

struct NfiScores {
  std::vector<comparison::MarkScores> marks{};          ///< breech face, firing pin; weapons numbered alike
  std::vector<std::vector<comparison::Part>> splits{};  ///< by split, then weapon: three of each mark's file
  std::vector<std::string> split_names{};
};

/// breech_face_impression.csv and firing_pin_impression.csv of a folder, the score being accf. Each file splits the
/// weapons its own way, so either file's splits may govern; a weapon that a file does not have is in no part of its
/// splits. Refuses a pair whose hypothesis is not that of its weapons, and a weapon that is in two parts of one split.
Result<NfiScores> read_nfi_scores(const std::string& folder);

}  // namespace lotline::exchange
