#include "bench/comparison_times.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <ctime>
#include <stdexcept>
#include <thread>
#include <vector>

#include "base/csv.h"
#include "base/instruction_set.h"
#include "bench/degraded_scan.h"
#include "comparison/compare.h"
#include "comparison/published_counts.h"
#include "surface/real_scans_fixture.h"
#include "surface/x3p_reader.h"

namespace lotline::bench {
namespace {

using comparison::Features;

template <class T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().text);
  return *std::move(result);
}

struct RealScan {
  int slide = 0;
  surface::Prepared surface{};
};

/// As they are: the scans are levelled, cropped and band-passed already.
std::vector<RealScan> real_scans_of(int first, int last) {
  std::vector<RealScan> scans;
  const auto folder = surface::real_scans("fadul");
  if (!folder) return scans;
  auto labels = must(CsvReader::open(folder->string() + "/labels.csv"));
  must(labels.next());  // the header
  while (const auto row = must(labels.next())) {
    const int slide = std::stoi(std::string(row->fields.at(1)).substr(3));  // FAD07
    if (slide < first || slide > last) continue;
    const surface::HeightMap map = must(surface::read_x3p(folder->string() + "/" + std::string(row->fields.at(0)))).map;
    surface::Prepared made;
    made.columns = map.columns;
    made.rows = map.rows;
    made.pitch_um = map.pitch_x_m * 1e6;
    for (const double height : map.heights_m) {
      made.present.push_back(std::isnan(height) ? 0 : 1);
      made.heights_um.push_back(std::isnan(height) ? 0.0F : static_cast<float>(height * 1e6));
    }
    scans.push_back({slide, std::move(made)});
  }
  return scans;
}

double processor_ms() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

double quantile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  return values[std::min(values.size() - 1, static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

template <class Act>
void print_times(std::string_view what, std::size_t count, const Act& act) {
  std::vector<double> took;
  for (std::size_t i = 0; i < count; ++i) {
    const double before = processor_ms();
    act(i);
    took.push_back(processor_ms() - before);
  }
  fmt::print("| {} | {} | {:.1f} | {:.1f} |\n", what, count, quantile(took, 0.5), quantile(took, 0.99));
}

struct PairOfScans {
  std::size_t a = 0;
  std::size_t b = 0;
};

std::vector<PairOfScans> all_pairs(std::size_t scans) {
  std::vector<PairOfScans> pairs;
  for (std::size_t i = 0; i < scans; ++i)
    for (std::size_t j = i + 1; j < scans; ++j) pairs.push_back({i, j});
  return pairs;
}

void print_threads(const std::vector<Features>& features, const std::vector<PairOfScans>& pairs) {
  fmt::print("| threads | pairs a second |\n|---|---|\n");
  for (const std::size_t threads : {1U, 2U}) {
    const auto before = std::chrono::steady_clock::now();
    std::vector<std::thread> running;
    for (std::size_t t = 0; t < threads; ++t)
      running.emplace_back([&, t] {
        for (std::size_t i = t; i < pairs.size(); i += threads)
          (void)comparison::compare(features[pairs[i].a], features[pairs[i].b]);
      });
    for (std::thread& thread : running) thread.join();
    fmt::print("| {} | {:.0f} |\n", threads,
               static_cast<double>(pairs.size()) /
                   std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count());
  }
  fmt::print("\n");
}

}  // namespace

void measure_comparison_times() {
  const std::vector<RealScan> scans = real_scans_of(1, 10);
  if (scans.empty()) return;
  std::vector<Features> features;
  double bytes = 0;
  for (const RealScan& scan : scans) {
    features.push_back(comparison::features(scan.surface));
    bytes += static_cast<double>(comparison::encode(features.back()).size());
  }
  const std::vector<PairOfScans> pairs = all_pairs(scans.size());
  fmt::print("| processor time of one core, ms | times | median | p99 |\n|---|---|---|---|\n");
  std::vector<comparison::Pose> poses;
  print_times("a pair, from features to score, full circle", pairs.size(), [&](std::size_t i) {
    poses.push_back(comparison::compare(features[pairs[i].a], features[pairs[i].b]).a_from_b);
  });
  for (const InstructionSet set : kInstructionSets) {
    if (!processor_has(set)) continue;
    limit_instruction_set(set);
    print_times(fmt::format("the same with no more than {}", word(set)), 100, [&](std::size_t i) {
      const PairOfScans pair = pairs[i * 7 % pairs.size()];
      (void)comparison::compare(features[pair.a], features[pair.b]);
    });
  }
  limit_instruction_set(InstructionSet::avx512);
  print_times("published counts, both ways, beyond that", 100, [&](std::size_t i) {
    const PairOfScans pair = pairs[i * 7 % pairs.size()];
    (void)comparison::published_counts(features[pair.a], features[pair.b], poses[i * 7 % pairs.size()]);
  });
  print_times("features of a surface", scans.size(),
              [&](std::size_t i) { (void)comparison::features(scans[i].surface); });
  std::vector<std::vector<std::byte>> stored;
  for (const Features& one : features) stored.push_back(comparison::encode(one));
  print_times("features out of their bytes", stored.size(),
              [&](std::size_t i) { (void)comparison::decode(stored[i]); });
  fmt::print("\n{:.0f} bytes of features a scan, mean of {}.\n\n", bytes / static_cast<double>(scans.size()),
             scans.size());
  fmt::print(
      "| another program, one pair, one core of a machine like this one | s |\n|---|---|\n"
      "| cmcR (R), both directions | 69.9 |\n| scratch of the Netherlands Forensic Institute (Python), one direction | "
      "4.8 to 5.9 |\n| Verity (Rust), one direction | 3.6 |\n\n");
  print_threads(features, pairs);
}

void measure_comparison_accuracy(int first, int last) {
  const std::vector<RealScan> scans = real_scans_of(first, last);
  if (scans.empty()) return;
  std::vector<Features> whole;
  for (const RealScan& scan : scans) whole.push_back(comparison::features(scan.surface));
  fmt::print("Slides {} to {}; each whole scan against each other one, degraded.\n\n", first, last);
  fmt::print(
      "| damage | matching pairs | above every other | other pairs | lowest matching score | highest other | gap |\n"
      "|---|---|---|---|---|---|---|\n");
  for (const Damage damage :
       {Damage::whole, Damage::wedge, Damage::side, Damage::patch, Damage::noise, Damage::coarse, Damage::coarser}) {
    std::vector<Features> worse;
    for (std::size_t i = 0; i < scans.size(); ++i)
      worse.push_back(comparison::features(degraded(scans[i].surface, damage, i)));
    std::vector<double> matching, other;
    for (std::size_t i = 0; i < scans.size(); ++i)
      for (std::size_t j = damage == Damage::whole ? i + 1 : 0; j < scans.size(); ++j)
        if (i != j)
          (scans[i].slide == scans[j].slide ? matching : other)
              .push_back(comparison::compare(whole[i], worse[j]).score);
    const double highest = *std::max_element(other.begin(), other.end());
    const double lowest = *std::min_element(matching.begin(), matching.end());
    fmt::print("| {} | {} | {} | {} | {:.1f} | {:.1f} | {:+.1f} |\n", name_of(damage), matching.size(),
               std::count_if(matching.begin(), matching.end(), [&](double score) { return score > highest; }),
               other.size(), lowest, highest, lowest - highest);
  }
  fmt::print("\n");
}

}  // namespace lotline::bench
