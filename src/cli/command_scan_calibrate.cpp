// scan calibrate: labelled pairs to a calibrator file.

#include <fmt/format.h>

#include <memory>
#include <optional>

#include "base/refusals.h"
#include "cli/commands_scan.h"
#include "cli/comparison_words.h"
#include "cli/progress.h"
#include "cli/scan_options.h"
#include "cli/terminal.h"
#include "exchange/labelled_scores_file.h"
#include "exchange/scan_pairs_file.h"
#include "exchange/trained_calibrator.h"
#include "service/train_on_pairs.h"
#include "surface/x3p_reader.h"

namespace lotline::cli {

namespace {

struct CalibrateWords {
  std::string pairs, scores, generated, out, name, population, mark = "breech_face", score_version, threads;
  std::string score_column = "score", source_a_column = "source_a", source_b_column = "source_b";
  std::string seed = "1", pitch_min, pitch_max, count_as;
  std::vector<std::string> classes, instruments, difficulties;
  bool any_instrument = false, simulated = false;
};

/// Labelled scores and the version of the algorithm that made them.
struct Labelled {
  service::TrainingScores training;
  std::string score_version{comparison::score_version};
};

service::PairsRequest request_of(surface::Mark mark, unsigned threads) {
  service::PairsRequest request;
  request.read = [](const std::string& path) { return surface::read_x3p(path); };
  request.prepare = surface::defaults_for(mark);
  request.threads = threads;
  return request;
}

Result<Labelled> from_pairs(const CalibrateWords& words, surface::Mark mark) {
  const auto pairs = TRY(of_field("pairs", exchange::read_scan_pairs(words.pairs)));
  if (!pairs.labelled)
    return of_field<Labelled>("pairs", refuse(bad_columns, "{}: no columns source_a and source_b", words.pairs));
  std::vector<service::LabelledPair> labelled;
  for (const auto& row : pairs.rows) {
    // A row of which the source is not known belongs to no class.
    if (row.refused) return std::unexpected(*row.refused);
    labelled.push_back({{row.path_a, row.path_b, {}}, row.source_a, row.source_b});
  }
  auto request = request_of(mark, TRY(threads_of(words.threads)));
  ProgressBar bar("compare");
  request.told = [&](std::size_t done) {
    bar.show({done, labelled.size(), static_cast<std::int64_t>(done), "pairs"});
    return true;
  };
  return Labelled{service::scores_of_pairs(labelled, request)};
}

Result<Labelled> from_scores(const CalibrateWords& words) {
  if (words.score_version.empty())
    return of_field<Labelled>("score_version", refuse(missing_value, "the algorithm that made the scores"));
  auto reader = TRY(of_field("scores", CsvReader::open(words.scores)));
  const auto rows =
      TRY(exchange::read_named_scores(reader, {words.score_column, words.source_a_column, words.source_b_column}));
  Labelled labelled;
  labelled.training.scores = exchange::numbered(rows).scores;
  labelled.score_version = words.score_version;
  return labelled;
}

/// So many guns of each difficulty, none of them the same gun.
Result<Labelled> from_generated(const CalibrateWords& words, surface::Mark mark) {
  service::GeneratedTraining training;
  training.options.mark = mark;
  training.options.seed = TRY(whole_number(words.seed, "seed"));
  training.guns = TRY(whole_number(words.generated, "generated"));
  std::vector<double> difficulties;
  for (const auto& text : words.difficulties) difficulties.push_back(TRY(number(text, "difficulty", 0, 1)));
  if (difficulties.empty()) difficulties.push_back(training.options.difficulty);
  const unsigned threads = TRY(threads_of(words.threads));
  ProgressBar bar("compare");
  Labelled all;
  int first = 0;
  for (const double difficulty : difficulties) {
    training.options.difficulty = difficulty;
    auto some =
        service::scores_of_generated(training, surface::defaults_for(mark), threads,
                                     [&](std::size_t done, std::size_t total, std::string_view what) {
                                       bar.show({done, total, static_cast<std::int64_t>(done), std::string{what}});
                                     });
    for (auto& pair : some.scores) {
      pair.source_a += first;
      pair.source_b += first;
    }
    all.training.scores.insert(all.training.scores.end(), some.scores.begin(), some.scores.end());
    all.training.pitch_um_min = all.training.pitch_um_max = training.options.pitch_um;
    all.training.left_out += some.left_out;
    first += static_cast<int>(training.guns);
    ++training.options.seed;
  }
  return all;
}

Result<std::optional<double>> pitch_of(const std::string& text, std::string_view field) {
  if (text.empty()) return std::nullopt;
  return TRY(number(text, field, 0.01, 1000));
}

Result<exchange::CalibratorTold> told_of(const CalibrateWords& words, surface::Mark mark, const Labelled& labelled) {
  exchange::CalibratorTold told;
  told.name = words.name;
  told.population = words.population;
  told.mark = mark;
  told.score_version = labelled.score_version;
  told.classes = words.classes;
  told.instruments = words.instruments;
  told.any_instrument = words.any_instrument;
  told.pitch_um_min = TRY(pitch_of(words.pitch_min, "pitch_min"));
  told.pitch_um_max = TRY(pitch_of(words.pitch_max, "pitch_max"));
  if (!words.count_as.empty()) told.count_as = static_cast<int>(TRY(whole_number(words.count_as, "count_as")));
  told.simulated = words.simulated || !words.generated.empty();
  return told;
}

void print_trained(const Session& session, const exchange::TrainedCalibrator& trained, const CalibrateWords& words) {
  if (session.json) {
    print_json(answers::calibrated_as_json(words.out, trained.left_out, trained.cost, trained.calibrator));
    return;
  }
  Page page(terminal_width(stdout));
  page.line(words.out);
  tell_calibrator(page, trained.calibrator);
  if (trained.left_out > 0)
    page.line(fmt::format("{} scans or pairs could not be compared and were left out.", trained.left_out));
  page.line(
      fmt::format("On the pairs it was trained on, which flatters it: Cllr {:.3f}, of which calibration costs {:.3f}.",
                  trained.cost.cllr, trained.cost.calibration_loss()));
  fmt::print("{}", page.take());
}

Result<int> calibrate(const Session& session, const CalibrateWords& words) {
  const int ways = !words.pairs.empty() + !words.scores.empty() + !words.generated.empty();
  if (ways != 1) return refuse(missing_value, "one of --pairs, --scores and --generated");
  const auto mark = TRY(of_field("mark", parse_word<surface::Mark>(words.mark, "mark")));
  const Labelled labelled = !words.pairs.empty()    ? TRY(from_pairs(words, mark))
                            : !words.scores.empty() ? TRY(from_scores(words))
                                                    : TRY(from_generated(words, mark));
  const auto trained = TRY(exchange::trained_calibrator(labelled.training, TRY(told_of(words, mark, labelled))));
  TRY(of_field("out", write_whole(words.out, trained.text)));
  print_trained(session, trained, words);
  return kDone;
}

}  // namespace

Command scan_calibrate_command(Session& session) {
  auto words = std::make_shared<CalibrateWords>();
  Command command{
      "calibrate",
      "trains a calibrator, which turns scores into likelihood ratios, on pairs of which the truth is known",
      "lotline scan calibrate --pairs known.csv --out ours.json --name \"Laboratory 1\" --population \"40 cases of ten "
      "pistols\"",
      {{"--pairs", "a CSV file with the columns a, b, source_a and source_b", &words->pairs},
       {"--scores", "or scores that are there already: a CSV file", &words->scores},
       {"--generated", "or so many made-up guns (SIMULATED)", &words->generated},
       {"--out", "the calibrator's file", &words->out, nullptr, nullptr, true},
       {"--name", "what it is called in answers", &words->name, nullptr, nullptr, true},
       {"--population", "which firearms, ammunition and instrument these are", &words->population, nullptr, nullptr,
        true},
       {"--mark", "breech_face (the default), firing_pin or ejector_mark", &words->mark},
       {"--class", "class of firearm it is for (may be given several times); all when left out", nullptr,
        &words->classes},
       {"--instrument",
        "text in the names of instruments it is for (may be given several times); those of the scans "
        "when left out",
        nullptr, &words->instruments},
       {"--any-instrument", "for scans of any instrument", nullptr, nullptr, &words->any_instrument},
       {"--pitch-min", "micrometres between points it is for; as in the scans when left out", &words->pitch_min},
       {"--pitch-max", "likewise, at most", &words->pitch_max},
       {"--score-version", "of --scores: the algorithm that made them", &words->score_version},
       {"--score-column", "of --scores; score when left out", &words->score_column},
       {"--source-a-column", "of --scores; source_a when left out", &words->source_a_column},
       {"--source-b-column", "of --scores; source_b when left out", &words->source_b_column},
       {"--simulated", "the scans of --pairs, or those of --scores, are made up", nullptr, nullptr, &words->simulated},
       {"--seed", "of --generated; 1 when left out", &words->seed},
       {"--difficulty", "of --generated, 0 to 1 (may be given several times: so many guns of each)", nullptr,
        &words->difficulties},
       {"--count-as", "firearms the set is counted as at most, for the cap and the interval; all it has when left out",
        &words->count_as},
       {"--threads", "all the machine has when left out", &words->threads}},
      {},
      {}};
  command.run = [&session, words] {
    const auto code = calibrate(session, *words);
    return code ? *code : say_refused(session, code.error());
  };
  return command;
}

}  // namespace lotline::cli
