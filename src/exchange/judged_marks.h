#pragma once
// Labels judged before a register sees them: the rows of a lots or packages template against marking regimes, each by
// itself.

#include <string>
#include <vector>

#include "marking/regime.h"
#include "service/reference.h"

namespace lotline::exchange {

/// One row of a lots or packages template, judged.
struct JudgedMarks {
  std::string what;  ///< "lot 012-DC-17 of MAKER", "package BOX-1"
  std::vector<marking::Judgement> judgements;
};

/// `regimes` are ids; `state` is the State that judges, ISO 3166 alpha-2: the law of
/// another does not apply. Refuses a visitor who may not read marks, a file of another template, an unknown regime or
/// State, and the first row that is no row of the template.
Result<std::vector<JudgedMarks>> judge_marks_file(const service::Reference& reference, const std::string& path,
                                                  const std::vector<std::string>& regimes, const std::string& state);

[[nodiscard]] bool all_satisfied(const std::vector<JudgedMarks>& judged);

}  // namespace lotline::exchange
