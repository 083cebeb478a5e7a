#include "exchange/trained_calibrator.h"

#include "base/refusals.h"
#include "base/text.h"
#include "comparison/judgement.h"
#include "exchange/calibrator_file.h"

namespace lotline::exchange {

namespace {

Result<comparison::Scope> scope_of(const service::TrainingScores& training, const CalibratorTold& told) {
  comparison::Scope scope;
  scope.score_version = told.score_version;
  scope.mark = told.mark;
  scope.classes = told.classes;
  if (!told.any_instrument) scope.instruments = told.instruments.empty() ? training.instruments : told.instruments;
  scope.pitch_um_min = told.pitch_um_min.value_or(training.pitch_um_min);
  scope.pitch_um_max = told.pitch_um_max.value_or(training.pitch_um_max);
  const bool is_range = 0 < scope.pitch_um_min && scope.pitch_um_min <= scope.pitch_um_max;
  if (!is_range)
    return of_field<comparison::Scope>("pitch_min", refuse(missing_value, "micrometres between points, from and to"));
  return scope;
}

}  // namespace

Result<TrainedCalibrator> trained_calibrator(const service::TrainingScores& training, const CalibratorTold& told) {
  TrainedCalibrator made;
  made.left_out = training.left_out;
  comparison::CalibratorOptions options;
  options.count_as = told.count_as;
  auto& calibrator = made.calibrator;
  calibrator = TRY(comparison::train_calibrator(training.scores, options));
  calibrator.name = TRY(of_field("name", clean_text(told.name, "name")));
  calibrator.population = TRY(of_field("population", clean_text(told.population, "population")));
  calibrator.simulated = told.simulated;
  calibrator.scope = TRY(scope_of(training, told));
  calibrator.data_sha256 = labelled_scores_sha256(training.scores);
  calibrator.sha256 = calibrator_sha256(calibrator);
  // What is written must be read again.
  made.text = calibrator_text(calibrator);
  TRY(read_calibrator_text(made.text));
  std::vector<comparison::ClassedValue> values;
  for (const auto& left : comparison::llrs_by(calibrator, training.scores))
    values.push_back({left.llr, left.pair.same(), 1});
  made.cost = comparison::cost(values);
  return made;
}

}  // namespace lotline::exchange
