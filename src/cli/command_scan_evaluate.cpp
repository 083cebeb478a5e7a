// scan evaluate: how accurate comparisons are, on scans of which the truth is known. Its tables are those of
// docs/ballistics.md.

#include <fmt/format.h>

#include <filesystem>

#include "base/refusals.h"
#include "cli/accuracy_words.h"
#include "cli/calibrator_option.h"
#include "cli/commands_scan.h"
#include "cli/progress.h"
#include "cli/scan_options.h"
#include "comparison/comparison.h"
#include "exchange/labels_file.h"
#include "exchange/nfi_scores.h"
#include "surface/x3p_reader.h"

namespace lotline::cli {

namespace {

struct EvaluateWords {
  std::vector<std::string> folders;
  std::string generated, mates = "200", strangers = "50", seed = "2", difficulty, draws = "1000", threads;
  CalibratorWords calibrator;
  bool plain = false;
};

constexpr auto kMark = surface::Mark::breech_face;

service::Told told_by(ProgressBar& bar) {
  return [&bar](std::size_t done, std::size_t total, std::string_view what) {
    bar.show({done, total, static_cast<std::int64_t>(done), std::string{what}});
  };
}

Result<std::string> real_scans(const std::string& folder, const EvaluateWords& words,
                               const comparison::Calibrator* calibrator, const comparison::JudgeOptions& judge) {
  const auto scans = TRY(exchange::read_labels(folder));
  service::EvaluateRequest request;
  request.scans = scans;
  request.read = [](const std::string& path) { return surface::read_x3p(path); };
  request.prepare = surface::defaults_for(kMark);
  request.calibrator = calibrator;
  request.judge = judge;
  request.worse = !words.plain;
  request.threads = TRY(threads_of(words.threads));
  ProgressBar bar("evaluate");
  request.told = told_by(bar);
  const auto accuracy = TRY(service::evaluate_scans(request));
  bar.clear();
  return real_accuracy_tables(accuracy, std::filesystem::path(folder).filename().string());
}

Result<std::string> fused_marks(const std::string& folder, const comparison::JudgeOptions& judge) {
  const auto scores = TRY(exchange::read_nfi_scores(folder));
  std::vector<std::pair<std::string, comparison::FusionTrial>> trials;
  for (std::size_t split = 0; split < scores.splits.size(); ++split)
    trials.emplace_back(scores.split_names[split],
                        TRY(comparison::try_fusion(scores.marks, scores.splits[split], judge)));
  return "Scores of another algorithm (accf of the NFI's scratch), fused:\n\n" + fusion_table(trials);
}

Result<std::string> generated(const EvaluateWords& words, const comparison::Calibrator* calibrator,
                              const comparison::JudgeOptions& judge) {
  service::GeneratedRequest request;
  request.options.mark = kMark;
  request.options.seed = TRY(whole_number(words.seed, "seed"));
  request.options.difficulty =
      words.difficulty.empty() ? surface::GeneratedOptions::hard : TRY(number(words.difficulty, "difficulty", 0, 1));
  request.guns = TRY(whole_number(words.generated, "generated"));
  request.mates = TRY(whole_number(words.mates, "mates"));
  request.strangers = TRY(whole_number(words.strangers, "strangers"));
  request.prepare = surface::defaults_for(kMark);
  request.calibrator = calibrator;
  request.judge = judge;
  request.threads = TRY(threads_of(words.threads));
  ProgressBar bar("evaluate");
  request.told = told_by(bar);
  const auto accuracy = TRY(service::evaluate_generated(request));
  bar.clear();
  return generated_accuracy_table(request, accuracy);
}

Result<int> evaluate(const Session& session, const EvaluateWords& words) {
  if (words.folders.empty() && words.generated.empty())
    return refuse(missing_value, "a folder of labelled scans or scores, or --generated");
  const auto calibrator = TRY(calibrator_of(session, words.calibrator, kMark));
  comparison::JudgeOptions judge;
  judge.draws = static_cast<int>(TRY(whole_number(words.draws, "draws")));
  bool own_scores = !words.generated.empty();
  for (const std::string& folder : words.folders) {
    const bool labelled = std::filesystem::exists(std::filesystem::path(folder) / "labels.csv");
    fmt::print("{}\n",
               labelled ? TRY(real_scans(folder, words, calibrator.get(), judge)) : TRY(fused_marks(folder, judge)));
  }
  if (!words.generated.empty()) fmt::print("{}\n", TRY(generated(words, calibrator.get(), judge)));
  fmt::print("Intervals are the middle 95 % of {} draws of firearms.\n", judge.draws);
  if (own_scores) fmt::print("Score {}.\n", comparison::score_version);
  if (own_scores && calibrator) fmt::print("Calibrator {}, sha256 {}.\n", calibrator->name, calibrator->sha256);
  return kDone;
}

}  // namespace

Command scan_evaluate_command(Session& session) {
  auto words = std::make_shared<EvaluateWords>();
  Command command{
      "evaluate",
      "how accurate comparisons are on scans of which the truth is known, as tables in Markdown",
      "lotline scan evaluate known_cases --generated 1000",
      {{"FOLDER", "a folder with scans and labels.csv, or with the scores the NFI published", nullptr, &words->folders},
       {"--generated", "so many made-up guns, one reference each (SIMULATED)", &words->generated},
       {"--mates", "of --generated: guns of which a case is compared with its own reference; 200 when left out",
        &words->mates},
       {"--strangers", "of --generated: of them, those compared with every reference; 50 when left out",
        &words->strangers},
       {"--difficulty", "of --generated, 0 to 1; where a good comparison begins to miss guns when left out",
        &words->difficulty},
       {"--seed", "of --generated; 2 when left out", &words->seed},
       {"--calibrator", "a calibrator file; the shipped one when left out", &words->calibrator.file},
       {"--no-calibrator", "without one", nullptr, nullptr, &words->calibrator.none},
       {"--plain", "without the sets in which a scan is made worse", nullptr, nullptr, &words->plain},
       {"--draws", "of firearms, for intervals; 1000 when left out", &words->draws},
       {"--threads", "all the machine has when left out", &words->threads}},
      {},
      {}};
  command.run = [&session, words] {
    const auto code = evaluate(session, *words);
    return code ? *code : say_refused(session, code.error());
  };
  return command;
}

}  // namespace lotline::cli
