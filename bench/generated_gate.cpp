#include "bench/generated_gate.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/csv.h"
#include "base/generator.h"
#include "bench/generated_likeness.h"
#include "comparison/compare.h"
#include "surface/generated_scan.h"
#include "surface/mirror.h"
#include "surface/prepare.h"
#include "surface/real_scans_fixture.h"
#include "surface/x3p_reader.h"

namespace lotline::bench {

namespace {

using comparison::Features;

constexpr int kResamples = 2'000;

struct RealScan {
  std::string firearm{};
  surface::HeightMap map{};
};

/// The generator's constants were chosen with the slides of odd numbers; those of even ones were left for the gate.
bool fitted_to(const RealScan& scan) { return std::stoi(scan.firearm.substr(3)) % 2 != 0; }  // FAD07
bool kept_for_the_gate(const RealScan& scan) { return !fitted_to(scan); }
bool any(const RealScan& /*scan*/) { return true; }

template <class T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().text);
  return *std::move(result);
}

std::vector<RealScan> read_all(const std::string& folder) {
  std::vector<RealScan> scans;
  auto labels = must(CsvReader::open(folder + "/labels.csv"));
  must(labels.next());  // the header
  while (const auto row = must(labels.next())) {
    const std::string file(row->fields.at(0));
    scans.push_back({std::string(row->fields.at(1)), must(surface::read_x3p(folder + "/" + file)).map});
  }
  return scans;
}

/// Those of the real scans that are wanted, their firearms numbered from 0. In a mirror they are as rough and as
/// rippled, and share with the others nothing that one cutter left.
Faces real_faces(std::string name, const std::vector<RealScan>& scans, bool (*wanted)(const RealScan&),
                 bool in_a_mirror = false) {
  Faces faces{std::move(name), {}, {}};
  std::map<std::string, int> numbers;
  for (const auto& scan : scans)
    if (wanted(scan)) {
      const surface::Prepared face = must(surface::prepare(scan.map, {}));
      faces.features.push_back(comparison::features(in_a_mirror ? surface::mirrored(face) : face));
      faces.firearm.push_back(numbers.emplace(scan.firearm, static_cast<int>(numbers.size())).first->second);
    }
  return faces;
}

Faces generated_faces(std::size_t guns, std::size_t firings) {
  Faces faces{"generated", {}, {}};
  surface::GeneratedOptions options;
  options.pitch_um = 12.5;
  for (std::size_t number = 0; number < guns; ++number) {
    const auto gun = surface::generated_gun(options, number);
    for (std::size_t firing = 0; firing < firings; ++firing) {
      faces.features.push_back(comparison::features(
          surface::generated_mark(options, gun, surface::generated_firing(options, number, firing))));
      faces.firearm.push_back(static_cast<int>(number));
    }
  }
  return faces;
}

/// A score and whom it belongs to: two slides, or a slide and a generated gun.
struct Score {
  double score = 0;
  int first = 0;
  int second = 0;
};

/// The quantile of scores that count so often; 0 of none.
double quantile(const std::vector<Score>& sorted, const std::vector<int>& first, const std::vector<int>& second,
                double share) {
  double all = 0;
  const auto weight = [&](const Score& s) {
    return static_cast<double>(first[static_cast<std::size_t>(s.first)] * second[static_cast<std::size_t>(s.second)]);
  };
  for (const auto& s : sorted) all += weight(s);
  double below = 0;
  for (const auto& s : sorted) {
    below += weight(s);
    if (below >= share * all && below > 0) return s.score;
  }
  return 0;
}

std::vector<int> drawn_again(const std::vector<int>& present, Generator& chance) {
  std::vector<int> counts(present.size());
  std::vector<std::size_t> members;
  for (std::size_t i = 0; i < present.size(); ++i)
    if (present[i] > 0) members.push_back(i);
  for (std::size_t i = 0; i < members.size(); ++i) ++counts[members[chance.index(members.size())]];
  return counts;
}

struct Interval {
  double low = 0, high = 0;
};

Interval middle_95(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const auto at = [&](double share) {
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
  };
  return {at(0.025), at(0.975)};
}

void print_row(const std::vector<Score>& real, const std::vector<Score>& generated, std::size_t firearms,
               std::size_t guns, double share) {
  const std::vector<int> slides(firearms, 1), every(guns, 1);
  Generator chance(1, "bootstrap");
  std::vector<double> of_real, of_generated, difference;
  for (int i = 0; i < kResamples; ++i) {
    const auto drawn = drawn_again(slides, chance);
    const double r = quantile(real, drawn, drawn, share);
    const double g = quantile(generated, drawn, drawn_again(every, chance), share);
    of_real.push_back(r);
    of_generated.push_back(g);
    difference.push_back(g - r);
  }
  const double r = quantile(real, slides, slides, share);
  const double g = quantile(generated, slides, every, share);
  const Interval a = middle_95(of_real), b = middle_95(of_generated), d = middle_95(difference);
  fmt::print("| {} % | {:.1f} ({:.1f} to {:.1f}) | {:.1f} ({:.1f} to {:.1f}) | {:+.1f} ({:+.1f} to {:+.1f}) | {} |\n",
             100 * share, r, a.low, a.high, g, b.low, b.high, g - r, d.low, d.high,
             share > 0.995 ? "printed only"
             : g >= r      ? "no easier"
             : d.high >= 0 ? "not shown to be easier"
                           : "easier");
}

template <class Act>
double median_ms(std::size_t times, const Act& act) {
  std::vector<double> took;
  for (std::size_t i = 0; i < times; ++i) {
    timespec before{}, after{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &before);
    act(i);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &after);
    took.push_back(static_cast<double>(after.tv_sec - before.tv_sec) * 1e3 +
                   static_cast<double>(after.tv_nsec - before.tv_nsec) * 1e-6);
  }
  std::sort(took.begin(), took.end());
  return took[took.size() / 2];
}

}  // namespace

void measure_generated_gate(std::size_t guns, const std::string& unseen) {
  const auto published = surface::real_scans("fadul");
  if (unseen.empty() && !published) return;
  const auto scans = read_all(unseen.empty() ? published->string() : unseen);
  const auto wanted = unseen.empty() ? kept_for_the_gate : any;
  const Faces kept = real_faces(unseen.empty() ? "slides kept for the gate" : "unseen", scans, wanted);
  const std::vector<Features>& real = kept.features;
  const std::vector<int>& slides = kept.firearm;
  const std::vector<Features> turned_over = real_faces("", scans, wanted, true).features;
  std::vector<Score> among, in_a_mirror, against;
  for (std::size_t i = 0; i < real.size(); ++i)
    for (std::size_t j = i + 1; j < real.size(); ++j)
      if (slides[i] != slides[j]) {
        among.push_back({comparison::compare(real[i], real[j]).score, slides[i], slides[j]});
        in_a_mirror.push_back({comparison::compare(real[i], turned_over[j]).score, slides[i], slides[j]});
      }
  if (among.empty()) throw std::runtime_error("the gate needs scans of two firearms at least");
  const Faces made = generated_faces(guns, 1);
  for (std::size_t number = 0; number < guns; ++number)
    for (std::size_t i = 0; i < real.size(); ++i)
      against.push_back(
          {comparison::compare(real[i], made.features[number]).score, slides[i], static_cast<int>(number)});
  const auto by_score = [](const Score& a, const Score& b) { return a.score < b.score; };
  std::stable_sort(among.begin(), among.end(), by_score);
  std::stable_sort(against.begin(), against.end(), by_score);
  std::stable_sort(in_a_mirror.begin(), in_a_mirror.end(), by_score);
  const auto firearms = static_cast<std::size_t>(*std::max_element(slides.begin(), slides.end())) + 1;
  fmt::print(
      "{} scans of {} firearms that the generator was not fitted to: {} non-matching pairs; against {} generated guns: "
      "{} pairs. Score {}, {} resamples of firearms and guns.\n\n",
      real.size(), firearms, among.size(), guns, against.size(), comparison::score_version, kResamples);
  fmt::print("| quantile | real against real | real against generated | difference | |\n|---|---|---|---|---|\n");
  for (const double share : {0.5, 0.95, 0.99, 0.999}) print_row(among, against, firearms, guns, share);
  const std::vector<int> all(firearms, 1);
  fmt::print(
      "\nReal against real in a mirror, which share no cutter's marks: {:.1f} at 50 %, {:.1f} at 95 %, {:.1f} at 99 "
      "%.\n\n",
      quantile(in_a_mirror, all, all, 0.5), quantile(in_a_mirror, all, all, 0.95),
      quantile(in_a_mirror, all, all, 0.99));
  std::vector<Faces> kinds;
  if (published) kinds.push_back(real_faces("slides it was fitted to", read_all(published->string()), fitted_to));
  kinds.push_back(kept);
  kinds.push_back(generated_faces(guns, 2));
  print_likeness(kinds);
}

void measure_surfaces(std::size_t times) {
  fmt::print("| processor time, median of {} | ms |\n|---|---|\n", times);
  if (const auto folder = surface::real_scans("fadul")) {
    const auto scans = read_all(folder->string());
    fmt::print("| prepare a real scan of about 550x550 | {:.1f} |\n",
               median_ms(times, [&](std::size_t i) { must(surface::prepare(scans[i % scans.size()].map, {})); }));
    std::vector<surface::Prepared> prepared;
    for (const auto& scan : scans) prepared.push_back(must(surface::prepare(scan.map, {})));
    fmt::print("| its features | {:.1f} |\n",
               median_ms(times, [&](std::size_t i) { (void)comparison::features(prepared[i % prepared.size()]); }));
  }
  surface::GeneratedOptions options;
  std::vector<surface::HeightMap> maps(4);
  fmt::print("| generate a scan of 721x721 | {:.1f} |\n", median_ms(maps.size(), [&](std::size_t i) {
               const auto gun = surface::generated_gun(options, i);
               maps[i] = surface::generated_scan(options, gun, surface::generated_firing(options, i, 0));
             }));
  fmt::print("| prepare it | {:.1f} |\n",
             median_ms(times, [&](std::size_t i) { must(surface::prepare(maps[i % maps.size()], {})); }));
  for (const double pitch_um : {12.5, 25.0}) {
    options.pitch_um = pitch_um;
    fmt::print("| generate a gun and one mark of it at {} um | {:.1f} |\n", pitch_um,
               median_ms(times, [&](std::size_t i) {
                 const auto gun = surface::generated_gun(options, i);
                 (void)surface::generated_mark(options, gun, surface::generated_firing(options, i, 0));
               }));
  }
  fmt::print("\n");
}

}  // namespace lotline::bench
