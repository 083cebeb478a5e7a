#include "service/mirror_check.h"

#include <algorithm>
#include <map>

#include "comparison/compare.h"
#include "comparison/features.h"
#include "service/scan_surface.h"
#include "service/work_in_order.h"

namespace lotline::service {

namespace {

/// A scan just enrolled, beside one of the same source that was there before.
struct Pair {
  seizure::ScanRow scan;
  seizure::ScanRow reference;
};

using Batch = std::pair<std::string, surface::Mark>;

/// Pairs asked of a batch. Ten may be enough to suspect it; four times as many leave room for some that say nothing.
constexpr std::size_t kMostPairs = 40;

std::optional<comparison::Features> kept_features(ScanStore& scans, const seizure::ScanRow& scan) {
  const auto bytes = scans.features(surface_key(scan));
  if (!bytes || bytes->empty()) return std::nullopt;
  const auto features = comparison::decode(std::as_bytes(std::span{*bytes}));
  return features ? std::optional{*features} : std::nullopt;
}

/// Nothing where either has no surface any more.
std::optional<surface::BothWays> both_ways(ScanStore& scans, const Pair& pair) {
  const auto reference = kept_features(scans, pair.reference);
  const auto file = read_original(scans, pair.scan.sha256);
  if (!reference || !file) return std::nullopt;
  const auto prepared = prepared_surface(*file, surface_key(pair.scan));
  if (!prepared) return std::nullopt;
  const auto as_it_is = comparison::features(*prepared);
  const auto as_mirrored = comparison::features(surface::mirrored(*prepared));
  return surface::BothWays{comparison::compare(as_it_is, *reference).score,
                           comparison::compare(as_mirrored, *reference).score};
}

/// Each reference stands once in a batch: two new scans beside one reference would be one observation counted twice.
std::map<Batch, std::vector<Pair>> pairs_of(const State& state, std::span<const RecordNumber> enrolled) {
  std::map<Batch, std::vector<Pair>> pairs;
  for (const RecordNumber number : enrolled) {
    const auto scan = state.scans.scans.find(make_key(number));
    CHECK(scan.has_value());
    auto& batch = pairs[{scan->batch.empty() ? scan->instrument : scan->batch, surface_key(*scan).mark}];
    if (batch.size() == kMostPairs) continue;
    state.scans.scans.scan_by("source", scan->source, [&](const seizure::ScanRow& other) {
      const bool was_there = std::ranges::find(enrolled, other.id.number) == enrolled.end();
      const bool taken = std::ranges::any_of(batch, [&](const Pair& pair) { return pair.reference.id == other.id; });
      if (other.withdrawn != 0 || other.mark != scan->mark || !was_there || taken) return true;
      batch.push_back({*scan, other});
      return false;  // one reference for each new scan
    });
  }
  return pairs;
}

}  // namespace

std::string BatchChecked::words() const {
  if (!suspicion.suspected) return {};
  return fmt::format(
      "batch \"{}\", {}: {} of {} scans beside a reference of the same source fit it better in a mirror (by chance "
      "once in "
      "{:.0f} batches). Nothing was turned: look at how they were scanned or converted, and withdraw them if they are "
      "mirrored",
      batch, word(mark), suspicion.for_mirrored, suspicion.compared, 1 / suspicion.by_chance);
}

std::vector<BatchChecked> check_batches(Register& store, ScanStore& scans, std::span<const RecordNumber> enrolled,
                                        unsigned threads) {
  std::vector<BatchChecked> checked;
  for (const auto& [batch, pairs] : pairs_of(store.state(), enrolled)) {
    if (pairs.empty()) continue;
    std::vector<surface::BothWays> ways;
    work_in_order<std::optional<surface::BothWays>>(
        pairs.size(), threads, [&](std::size_t at) { return both_ways(scans, pairs[at]); },
        [&](std::size_t, std::optional<surface::BothWays> found) {
          if (found) ways.push_back(*found);
          return true;
        });
    checked.push_back({batch.first, batch.second, pairs.size(), surface::mirror_suspicion(ways)});
  }
  return checked;
}

}  // namespace lotline::service
