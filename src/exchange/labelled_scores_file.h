#pragma once
// Scores of labelled pairs as a CSV file, of this program or of another; the caller says which columns hold what.

#include <string>
#include <vector>

#include "base/csv.h"
#include "comparison/labelled_score.h"

namespace lotline::exchange {

struct ScoreColumns {
  std::string score = "score";
  std::string source_a = "source_a";
  std::string source_b = "source_b";
};

/// One row as it stands.
struct NamedScore {
  double score = 0;
  std::string source_a{}, source_b{};
  std::vector<std::string> also{};  ///< of the columns asked for beside
};

/// The rows in their order. The first bad row refuses the file, with its line.
Result<std::vector<NamedScore>> read_named_scores(CsvReader& reader, const ScoreColumns& columns,
                                                  const std::vector<std::string>& also = {});

/// Sources as numbers in the order of their names, so that the order of rows changes no number.
struct LabelledScores {
  std::vector<comparison::LabelledScore> scores{};  ///< in the order of the rows
  std::vector<std::string> sources{};               ///< by number
};

[[nodiscard]] LabelledScores numbered(const std::vector<NamedScore>& rows);

}  // namespace lotline::exchange
