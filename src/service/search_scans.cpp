#include "service/search_scans.h"

#include <fmt/ranges.h>

#include <cmath>

#include "comparison/compare.h"
#include "comparison/features.h"
#include "comparison/likelihood_ratio.h"
#include "search/probe.h"
#include "seizure/standing_scan.h"
#include "service/refusals.h"
#include "service/scan_surface.h"
#include "service/sealed.h"

namespace lotline::service {

namespace {

Result<comparison::Features> decode(const std::string& bytes) {
  return comparison::decode(std::as_bytes(std::span{bytes}));
}

std::vector<std::string> versions_of(surface::Mark mark, const ScanSearchOptions& options) {
  std::vector<std::string> versions{"surface=" + surface_versions(mark)};
  for (char& c : versions.front())
    if (c == ';') c = ',';  // the list is separated by them
  versions.push_back(options.calibrator == nullptr ? "calibrator=none" : "calibrator=" + options.calibrator->sha256);
  return versions;
}

std::vector<std::string> filters_of(const search::RankingOptions& options) {
  std::vector<std::string> filters;
  for (const auto& field : Words<search::ClassField>::all)
    if (options.filter.uses[static_cast<std::size_t>(field.value)]) filters.emplace_back(field.text);
  filters.push_back(fmt::format("clock_tolerance={}", options.filter.clock_tolerance));
  filters.push_back(fmt::format("short_list={}", options.short_list));
  return filters;
}

/// What the calibrator is asked about: the scores are of this pair of scans.
comparison::Compared compared_with(const seizure::ScanRow& questioned, const seizure::ScanRow& other,
                                   const std::string& firearm_class) {
  constexpr double kNanometresInMicrometre = 1e3;
  comparison::Compared compared;
  compared.score_version = comparison::score_version;
  compared.mark = surface_key(questioned).mark;
  compared.firearm_class = firearm_class;
  compared.instrument_a = questioned.instrument;
  compared.instrument_b = other.instrument;
  compared.pitch_a_um = static_cast<double>(questioned.pitch_nm) / kNanometresInMicrometre;
  compared.pitch_b_um = static_cast<double>(other.pitch_nm) / kNanometresInMicrometre;
  return compared;
}

/// The questioned scan as it is needed for a search.
struct Questioned {
  seizure::ScanRow scan;
  search::Probe probe;
  comparison::Features features;
};

Result<Questioned> questioned_of(const State& state, ScanStore& scans, ScanId id) {
  const auto scan = TRY(seizure::standing_scan(state.scans.scans, id));
  const SurfaceKey key = surface_key(scan);
  const auto kept = scans.find(key);
  if (!kept || kept->made_by != surface_versions(key.mark)) return refuse(not_enrolled, "scan {}", id.number);
  if (!kept->unsuitable.empty()) return refuse(not_enrolled, "scan {} is unsuitable: {}", id.number, kept->unsuitable);
  const auto file = TRY(read_original(scans, scan.sha256));
  const auto prepared = TRY(prepared_surface(file, key));
  return Questioned{scan, search::Probe(prepared), TRY(decode(kept->features))};
}

std::int64_t scaled(double value, double unit) { return std::llround(value * unit); }

seizure::ScansSearched record_of(const ScanSearched& found, const ScanGallery& gallery,
                                 const ScanSearchOptions& options) {
  seizure::ScansSearched record;
  record.scan = found.questioned.id;
  record.gallery_scans = static_cast<std::int64_t>(gallery.gallery.items().size());
  record.gallery_sources = gallery.sources;
  record.gallery_until = gallery.until;
  record.gallery_hash = gallery.hash;
  record.passed = static_cast<std::int64_t>(found.ranking.searched);
  record.filters = filters_of(options.ranking);
  record.versions = versions_of(gallery.gallery.mark(), options);
  for (const auto& source : found.sources) {
    seizure::ScansSearched::Candidate candidate;
    candidate.scan = ScanId{source.scan};
    candidate.score_ppm = scaled(source.line.score, 1e6);
    candidate.has_llr = source.line.llr.has_value();
    candidate.llr_milli = scaled(source.line.llr.value_or(0), 1e3);
    candidate.llr_reason = source.line.llr_reason;
    candidate.notes = source.reasons;
    record.candidates.push_back(std::move(candidate));
  }
  return record;
}

}  // namespace

Result<ScanSearched> search_scans(Desk& desk, ScanStore& scans, const ScanGallery& gallery, ScanId id,
                                  const ScanSearchOptions& options) {
  TRY(access::require(desk.visitor, access::Right::examine));
  const State& state = desk.store.state();
  const Questioned questioned = TRY(questioned_of(state, scans, id));
  const auto compare_with = [&](search::ItemNumber item) -> Result<comparison::Comparison> {
    const auto bytes = scans.features(surface_key(gallery.scans.at(item)));
    if (!bytes) return refuse(not_enrolled, "scan {}", item);
    return comparison::compare(questioned.features, TRY(decode(*bytes)));
  };
  const auto llr_of = [&](const comparison::Comparison& compared, const search::Item& item) {
    const auto pair = compared_with(questioned.scan, gallery.scans.at(item.number), options.firearm_class);
    const auto weight = comparison::weigh(options.calibrator, pair, compared.score);
    if (weight.ratio) return search::PairLlr{weight.ratio->llr, {}};
    return search::PairLlr{std::nullopt, std::string{weight.reason ? word(*weight.reason) : ""}};
  };
  ScanSearched found;
  found.questioned = questioned.scan;
  found.ranking =
      TRY(search::rank(questioned.probe, {class_fields(state, questioned.scan), id.number, questioned.scan.source},
                       gallery.gallery, compare_with, llr_of, options.ranking));
  for (const auto& line : found.ranking.lines) {
    const RecordNumber best = line.compared.front().item.number;
    found.sources.push_back({line, search::reasons(line, found.ranking), best, gallery.scans.at(best)});
  }
  auto work = TRY(UnitOfWork::begin(desk.store));
  const auto before = state.import_refs.find(make_key(options.source.issuer, options.source.ref));
  if (before) return refuse(ref_reused, "{} {}, record {}", options.source.issuer, options.source.ref, before->number);
  Circumstance circumstance{{desk.today(), desk.today()}, {}, options.source};
  const auto record = TRY(seizure::decide_search(state.scans.scans, record_of(found, gallery, options)));
  found.search = enter(desk, circumstance, record);
  work.commit();
  found.sealed = is_sealed_source(state, questioned.scan.source);
  return found;
}

std::vector<ScanId> never_searched(Register& store, surface::Mark mark, const ScanSearchOptions& options) {
  const State& state = store.state();
  const std::string versions = fmt::format("{}", fmt::join(versions_of(mark, options), ";"));
  std::vector<ScanId> scans;
  state.scans.scans.scan({}, [&](const seizure::ScanRow& scan) {
    if (scan.withdrawn != 0 || scan.mark != word(mark)) return true;
    bool searched = false;
    state.scan_searches.searches.scan_by("scan", scan.id.number, [&](const seizure::ScanSearchRow& search) {
      searched = search.versions == versions;
      return !searched;
    });
    if (!searched) scans.push_back(scan.id);
    return true;
  });
  return scans;
}

}  // namespace lotline::service
