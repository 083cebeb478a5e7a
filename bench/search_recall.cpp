#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

#include "base/share_out.h"
#include "bench/search.h"
#include "comparison/compare.h"
#include "search/enrolled.h"
#include "surface/generated_scan.h"
#include "surface/prepare.h"
#include "surface/x3p_reader.h"

namespace lotline::bench {

namespace {

/// What a mark is compared by.
struct Enrolment {
  std::size_t gun = 0;
  search::Signature signature{};
  comparison::Features features{};
};
struct Question {
  std::size_t gun = 0;
  std::size_t itself = SIZE_MAX;  ///< its place among the enrolled, left out
  std::optional<search::Probe> probe{};
  const comparison::Features* features = nullptr;
};

/// One mate of one questioned mark: its place from 1 by rings, and by the full comparison of all.
struct Mate {
  std::size_t gun = 0;
  std::size_t by_rings = 0;
  std::size_t by_all = 0;
  std::vector<std::size_t> before{};  ///< places by rings of those that the full comparison puts before it
};

constexpr std::size_t kFirst = 10;

/// Among the first ten when only the first `short_list` by rings are compared in full.
bool found(const Mate& mate, std::size_t short_list) {
  if (mate.by_rings > short_list) return false;
  const auto before =
      std::count_if(mate.before.begin(), mate.before.end(), [&](auto place) { return place <= short_list; });
  return static_cast<std::size_t>(before) < kFirst;
}

std::vector<Mate> mates_of(const Question& question, const std::vector<Enrolment>& enrolled,
                           const search::Enrolled& rings) {
  struct One {
    std::size_t at;
    float correlation;
    double score;
  };
  std::vector<One> all;
  std::array<search::ProbeMatch, search::Enrolled::kBlock> matches;
  for (std::size_t block = 0; block < rings.blocks(); ++block) {
    rings.match(*question.probe, block, matches);
    for (std::size_t lane = 0; lane < matches.size(); ++lane) {
      const std::size_t at = block * matches.size() + lane;
      if (at >= enrolled.size() || at == question.itself) continue;
      all.push_back(
          {at, matches[lane].correlation, comparison::compare(*question.features, enrolled[at].features).score});
    }
  }
  std::sort(all.begin(), all.end(), [](const One& a, const One& b) {
    return a.correlation != b.correlation ? a.correlation > b.correlation : a.at < b.at;
  });
  std::vector<Mate> mates;
  for (std::size_t place = 0; place < all.size(); ++place) {
    if (enrolled[all[place].at].gun != question.gun) continue;
    Mate& mate = mates.emplace_back();
    mate.gun = question.gun;
    mate.by_rings = place + 1;
    for (std::size_t other = 0; other < all.size(); ++other)
      if (other != place && all[other].score >= all[place].score) mate.before.push_back(other + 1);
    mate.by_all = mate.before.size() + 1;
  }
  return mates;
}

std::vector<Mate> all_mates(const std::vector<Question>& questions, const std::vector<Enrolment>& enrolled) {
  search::Enrolled rings(surface::Mark::breech_face);
  for (const Enrolment& one : enrolled) rings.add(one.signature);
  std::vector<std::vector<Mate>> found(questions.size());
  share_out(questions.size(), 0, [&](std::size_t at) { found[at] = mates_of(questions[at], enrolled, rings); });
  std::vector<Mate> all;
  for (auto& some : found) all.insert(all.end(), some.begin(), some.end());
  return all;
}

/// Middle 95 % of the mean difference over draws of guns, each with all its mates.
std::pair<double, double> interval(const std::vector<Mate>& mates, std::size_t short_list) {
  std::map<std::size_t, std::pair<double, double>> of_gun;  // sum of differences, mates
  for (const Mate& mate : mates) {
    auto& [sum, count] = of_gun[mate.gun];
    sum += (found(mate, short_list) ? 1.0 : 0.0) - (mate.by_all <= kFirst ? 1.0 : 0.0);
    count += 1;
  }
  std::vector<std::pair<double, double>> guns;
  for (const auto& [gun, sums] : of_gun) guns.push_back(sums);
  std::mt19937_64 chance(7);
  std::vector<double> means;
  for (int draw = 0; draw < 4000; ++draw) {
    double sum = 0, count = 0;
    for (std::size_t i = 0; i < guns.size(); ++i) {
      const auto& one = guns[chance() % guns.size()];
      sum += one.first;
      count += one.second;
    }
    means.push_back(sum / count);
  }
  std::sort(means.begin(), means.end());
  return {means[means.size() / 40], means[means.size() - 1 - means.size() / 40]};
}

void print_recall(const std::vector<Mate>& mates, std::size_t enrolled) {
  const auto share = [&](const auto& which) {
    return static_cast<double>(std::count_if(mates.begin(), mates.end(), which)) / static_cast<double>(mates.size());
  };
  fmt::print(
      "{} mates among {} enrolled. In the first ten by comparing with all: {:.3f}; by the rings alone: {:.3f}.\n\n",
      mates.size(), enrolled, share([](const Mate& m) { return m.by_all <= kFirst; }),
      share([](const Mate& m) { return m.by_rings <= kFirst; }));
  fmt::print(
      "| compared in full | in the first ten | less comparing with all (95 % over guns) | lost | won |\n"
      "|---|---|---|---|---|\n");
  for (const std::size_t short_list : {10, 20, 50, 100, 200}) {
    if (short_list >= enrolled) break;
    const double recall = share([&](const Mate& m) { return found(m, short_list); });
    const auto [low, high] = interval(mates, short_list);
    const auto lost = std::count_if(mates.begin(), mates.end(),
                                    [&](const Mate& m) { return m.by_all <= kFirst && !found(m, short_list); });
    const auto won = std::count_if(mates.begin(), mates.end(),
                                   [&](const Mate& m) { return m.by_all > kFirst && found(m, short_list); });
    fmt::print("| {} | {:.3f} | {:+.3f} ({:+.3f} to {:+.3f}) | {} | {} |\n", short_list, recall,
               recall - share([](const Mate& m) { return m.by_all <= kFirst; }), low, high, lost, won);
  }
  fmt::print("\n");
}

}  // namespace

void measure_search_recall(double difficulty, std::size_t guns, std::size_t questioned) {
  const surface::GeneratedOptions options{.seed = 4202, .difficulty = difficulty, .pitch_um = 12.5};
  std::vector<Enrolment> enrolled(guns);
  std::vector<Question> questions(std::min(questioned, guns));
  std::vector<comparison::Features> features(questions.size());
  share_out(guns, 0, [&](std::size_t gun) {
    const auto made = surface::generated_gun(options, gun);
    const auto reference = generated_mark(options, made, surface::generated_firing(options, gun, 0));
    enrolled[gun] = {gun, search::signature(reference), comparison::features(reference)};
    if (gun >= questions.size()) return;
    const auto mark = generated_mark(options, made, surface::generated_firing(options, gun, 1));
    features[gun] = comparison::features(mark);
    questions[gun].gun = gun;
    questions[gun].probe.emplace(mark);
    questions[gun].features = &features[gun];
  });
  fmt::print("### Generated guns, difficulty {}\n\n", difficulty);
  print_recall(all_mates(questions, enrolled), guns);
}

void measure_search_recall_on_real_cases() {
  const char* const named = std::getenv("LOTLINE_SCANS");
  const std::filesystem::path folder =
      (named != nullptr ? std::filesystem::path(named)
                        : std::filesystem::path(LOTLINE_SOURCE_DIR).parent_path() / "shared" / "scans") /
      "fadul";
  std::ifstream labels(folder / "labels.csv");
  if (!labels) {
    fmt::print("The real cases are absent: no {}.\n\n", (folder / "labels.csv").string());
    return;
  }
  std::vector<Enrolment> enrolled;
  std::vector<Question> questions;
  std::map<std::string, std::size_t> guns;
  std::string line;
  std::getline(labels, line);
  while (std::getline(labels, line)) {
    if (line.ends_with('\r')) line.pop_back();
    const auto comma = line.find(',');
    const auto scan = surface::read_x3p((folder / line.substr(0, comma)).string());
    if (!scan) throw std::runtime_error(scan.error().text);
    const auto mark = surface::prepare(scan->map, {});
    if (!mark) throw std::runtime_error(mark.error().text);
    const std::size_t gun = guns.emplace(line.substr(comma + 1), guns.size()).first->second;
    Question& question = questions.emplace_back();
    question.gun = gun;
    question.itself = enrolled.size();
    question.probe.emplace(*mark);
    enrolled.push_back({gun, search::signature(*mark), comparison::features(*mark)});
  }
  for (Question& question : questions) question.features = &enrolled[question.itself].features;
  fmt::print("### The 40 real cases of fadul, each against the 39 others\n\n");
  print_recall(all_mates(questions, enrolled), enrolled.size() - 1);
}

}  // namespace lotline::bench
