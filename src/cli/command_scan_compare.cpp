// scan compare: two scans, or a file of pairs, laid on each other; the score, and what it weighs.

#include <fmt/format.h>

#include <memory>

#include "answers/comparison_picture.h"
#include "base/refusals.h"
#include "cli/calibrator_option.h"
#include "cli/commands_scan.h"
#include "cli/comparison_words.h"
#include "cli/page.h"
#include "cli/progress.h"
#include "cli/scan_options.h"
#include "cli/scan_words.h"
#include "cli/terminal.h"
#include "exchange/pair_scores_file.h"
#include "surface/x3p_reader.h"

namespace lotline::cli {

namespace {

struct CompareWords {
  std::string a, b, pairs, out, mark = "breech_face", firearm_class, threads, png, light;
  CalibratorWords calibrator;
  bool published_counts = false;
};

service::ComparisonRequest request_of(const CompareWords& words, const comparison::Calibrator* calibrator) {
  return {calibrator, words.firearm_class, words.published_counts};
}

Result<int> compare_two(const Session& session, const CompareWords& words, const surface::PrepareOptions& prepare,
                        const comparison::Calibrator* calibrator) {
  const auto light = TRY(light_of(words.light));
  const auto scan_a = TRY(of_field("A", surface::read_x3p(words.a)));
  const auto scan_b = TRY(of_field("B", surface::read_x3p(words.b)));
  const auto a = TRY(of_field("A", service::ready_scan(scan_a, prepare)));
  const auto b = TRY(of_field("B", service::ready_scan(scan_b, prepare)));
  const ComparisonAnswer answer{words.a, words.b,    a,
                                b,       calibrator, service::compare_scans(a, b, request_of(words, calibrator))};
  if (!words.png.empty()) TRY(answers::draw_comparison(words.png, light, answer, scan_a, scan_b, prepare));
  if (session.json)
    print_json(answers::comparison_as_json(answer));
  else
    fmt::print("{}", comparison_as_text(answer, terminal_width(stdout)));
  return kDone;
}

Result<int> compare_many(const Session& session, const CompareWords& words, const surface::PrepareOptions& prepare,
                         const comparison::Calibrator* calibrator) {
  const auto pairs = TRY(of_field("pairs", exchange::read_scan_pairs(words.pairs)));
  std::vector<service::PairOfScans> asked;
  for (const auto& row : pairs.rows) asked.push_back({row.path_a, row.path_b, row.refused});
  service::PairsRequest request;
  request.pairs = asked;
  request.read = [](const std::string& path) { return surface::read_x3p(path); };
  request.prepare = prepare;
  request.comparison = request_of(words, calibrator);
  request.threads = TRY(threads_of(words.threads));
  ProgressBar bar("compare");
  request.told = [&](std::size_t done) {
    bar.show({done, asked.size(), static_cast<std::int64_t>(done), "pairs"});
    return true;
  };
  const auto answers = service::compare_pairs(request);
  const double seconds = bar.seconds();
  bar.clear();
  std::string text = exchange::pair_scores_header(words.published_counts);
  std::size_t refused = 0;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    text += exchange::pair_scores_row(pairs.rows[i], answers[i], words.published_counts);
    if (answers[i].refused) ++refused;
  }
  TRY(of_field("out", write_whole(words.out, text)));
  if (session.json) {
    print_json(answers::pairs_compared_as_json(answers.size(), refused, words.out, calibrator));
    return kDone;
  }
  fmt::print("{} pairs compared in {:.1f} s, {} of them refused: {}\n",
             grouped(static_cast<std::int64_t>(answers.size())), seconds, grouped(static_cast<std::int64_t>(refused)),
             words.out);
  Page page(terminal_width(stdout));
  if (calibrator != nullptr) tell_calibrator(page, *calibrator);
  fmt::print("{}", page.take());
  return kDone;
}

Result<int> compare(const Session& session, const CompareWords& words) {
  const bool two = !words.a.empty() && !words.b.empty() && words.pairs.empty() && words.out.empty();
  const bool many =
      words.a.empty() && words.b.empty() && !words.pairs.empty() && !words.out.empty() && words.png.empty();
  if (!two && !many) return refuse(missing_value, "two scans, or --pairs with --out and without --png");
  if (words.calibrator.none && !words.calibrator.file.empty())
    return of_field<int>("no_calibrator", refuse(missing_value, "a calibrator, or none: not both"));
  const auto mark = TRY(of_field("mark", parse_word<surface::Mark>(words.mark, "mark")));
  const auto calibrator = TRY(calibrator_of(session, words.calibrator, mark));
  const auto prepare = surface::defaults_for(mark);
  return many ? compare_many(session, words, prepare, calibrator.get())
              : compare_two(session, words, prepare, calibrator.get());
}

}  // namespace

Command scan_compare_command(Session& session) {
  auto words = std::make_shared<CompareWords>();
  Command command{
      "compare",
      "lays two scans on each other, counts what agrees and says what it weighs; or many pairs from a file",
      "lotline scan compare case.x3p test_fire.x3p",
      {{"A", "an X3P file", &words->a},
       {"B", "an X3P file", &words->b},
       {"--pairs", "a CSV file with the columns a and b, paths being in its folder", &words->pairs},
       {"--out", "file for the scores of --pairs, a row for each of its rows", &words->out},
       {"--png", "a picture of both as they lie on each other, with the cells that agree, written to this file",
        &words->png},
       light_option(words->light),
       {"--mark", "breech_face (the default), firing_pin or ejector_mark", &words->mark},
       {"--class", "class of firearm of both cases, where it is known", &words->firearm_class},
       {"--calibrator", "a calibrator file; the shipped one of the mark when left out", &words->calibrator.file},
       {"--no-calibrator", "scores alone", nullptr, nullptr, &words->calibrator.none},
       {"--published-counts", "also counts congruent matching cells as published, which takes longer", nullptr, nullptr,
        &words->published_counts},
       {"--threads", "for --pairs; all the machine has when left out", &words->threads}},
      {},
      {}};
  command.run = [&session, words] {
    const auto code = compare(session, *words);
    return code ? *code : say_refused(session, code.error());
  };
  return command;
}

}  // namespace lotline::cli
