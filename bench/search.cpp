#include "bench/search.h"

#include <fmt/format.h>

#include <chrono>
#include <ctime>
#include <map>
#include <mutex>

#include "base/share_out.h"
#include "comparison/compare.h"
#include "search/ranking.h"
#include "surface/generated_scan.h"

namespace lotline::bench {

namespace {

/// Guns that are made; a larger gallery holds them again, each time laid down otherwise.
constexpr std::size_t kMostGuns = 4'000;
/// Micrometres. Rings are read at 25; comparisons at 12.5.
constexpr double kForRings = 25;
constexpr double kForComparisons = 12.5;
constexpr int kSearches = 3;

surface::GeneratedOptions guns_at(double pitch_um) { return {.seed = 2026, .pitch_um = pitch_um}; }

surface::Prepared mark_of(std::size_t gun, std::size_t firing, double pitch_um) {
  const auto options = guns_at(pitch_um);
  return generated_mark(options, surface::generated_gun(options, gun), surface::generated_firing(options, gun, firing));
}

search::Signature turned(search::Signature signature, std::size_t steps) {
  for (auto ring = signature.relief.begin(); ring != signature.relief.end(); ring += search::kAngles)
    std::rotate(ring, ring + static_cast<std::ptrdiff_t>(steps % search::kAngles), ring + search::kAngles);
  return signature;
}

search::Gallery gallery_of(std::size_t size, const std::vector<search::Signature>& guns) {
  search::Gallery gallery(surface::Mark::breech_face);
  for (std::size_t at = 0; at < size; ++at) {
    const auto number = static_cast<search::ItemNumber>(at + 1);
    const auto added = gallery.add({.number = number, .source = number, .kind = search::ItemKind::test_fire},
                                   turned(guns[at % guns.size()], at / guns.size() * 37));
    if (!added) throw std::runtime_error(added.error().text);
  }
  return gallery;
}

struct Took {
  double elapsed = 0;
  double processor = 0;
};

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

template <class Act>
Took timed(const Act& act) {
  const double processor = processor_seconds();
  const auto start = std::chrono::steady_clock::now();
  act();
  return {std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(),
          processor_seconds() - processor};
}

/// Of several runs the one that took least, since whatever else the machine does only adds.
template <class Act>
Took least_of(const Act& act) {
  Took least{1e9, 1e9};
  for (int i = 0; i < kSearches; ++i) {
    const Took once = timed(act);
    least = {std::min(least.elapsed, once.elapsed), std::min(least.processor, once.processor)};
  }
  return least;
}

/// Features of the items that come to be compared, made when first asked for.
class FeaturesOfGuns {
 public:
  explicit FeaturesOfGuns(std::size_t guns) : guns_(guns) {}
  const comparison::Features& of(search::ItemNumber item) {
    const std::size_t gun = static_cast<std::size_t>(item - 1) % guns_;
    const std::scoped_lock lock(mutex_);
    const auto found = made_.find(gun);
    if (found != made_.end()) return found->second;
    return made_.emplace(gun, comparison::features(mark_of(gun, 0, kForComparisons))).first->second;
  }

 private:
  std::size_t guns_;
  std::mutex mutex_{};
  std::map<std::size_t, comparison::Features> made_{};
};

}  // namespace

void measure_search(const std::vector<std::size_t>& sizes) {
  const std::size_t guns = std::min(kMostGuns, *std::max_element(sizes.begin(), sizes.end()));
  std::vector<search::Signature> signatures(guns);
  share_out(guns, 0, [&](std::size_t gun) { signatures[gun] = search::signature(mark_of(gun, 0, kForRings)); });
  double kept = 0;
  for (const search::Signature& signature : signatures) kept += static_cast<double>(encode(signature).size());
  FeaturesOfGuns features(guns);
  const surface::Prepared questioned = mark_of(1, 1, kForRings);
  const comparison::Features of_questioned = comparison::features(mark_of(1, 1, kForComparisons));
  const search::CompareWith compare_with = [&](search::ItemNumber item) -> Result<comparison::Comparison> {
    return comparison::compare(of_questioned, features.of(item));
  };
  const search::LlrOf no_llr = [](const auto&, const auto&) { return search::PairLlr{.reason = "none given"}; };
  fmt::print(
      "Generated guns, {} of them; a larger gallery holds each several times, turned. Bytes kept for an enrolled "
      "mark: {:.0f} of signature, {} of features.\n\n",
      guns, kept / static_cast<double>(guns), comparison::encode(of_questioned).size());
  fmt::print(
      "| enrolled | rings, microseconds a pair | a search on one thread, s | on two, s | of it rings, s | compared "
      "in full | memory for an enrolled mark, bytes | enrolling one, microseconds "
      "|\n|---|---|---|---|---|---|---|---|\n");
  for (const std::size_t size : sizes) {
    std::optional<search::Gallery> gallery;
    const Took grown = timed([&] { gallery = gallery_of(size, signatures); });
    search::RankingOptions options;
    const auto search_once = [&](unsigned threads, std::size_t short_list) {
      options.threads = threads;
      options.short_list = short_list;
      const auto ranking = search::rank(search::Probe(questioned), {}, *gallery, compare_with, no_llr, options);
      if (!ranking) throw std::runtime_error(ranking.error().text);
      return ranking->compared;
    };
    const std::size_t compared = search_once(0, options.short_list);  // features are made here
    const std::size_t full = options.short_list;
    const Took rings = least_of([&] { search_once(1, 0); });
    const Took one = least_of([&] { search_once(1, full); });
    const Took two = least_of([&] { search_once(2, full); });
    const Took rings_two = least_of([&] { search_once(2, 0); });
    const auto items = static_cast<double>(size);
    fmt::print("| {} | {:.1f} | {:.2f} ({:.2f}) | {:.2f} ({:.2f}) | {:.2f} | {} | {:.0f} | {:.0f} |\n", size,
               rings.processor / items * 1e6, one.elapsed, one.processor, two.elapsed, two.processor, rings_two.elapsed,
               compared, static_cast<double>(gallery->enrolled().bytes()) / items, grown.processor / items * 1e6);
    std::fflush(stdout);
  }
  fmt::print("\nIn brackets processor seconds of all threads; the rest elapsed, the least of {} runs.\n\n", kSearches);
}

}  // namespace lotline::bench
