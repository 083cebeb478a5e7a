#include "search/ranking.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <unordered_map>

#include "base/check.h"
#include "base/share_out.h"
#include "base/steady_math.h"
#include "search/refusals.h"

namespace lotline::search {

namespace {

struct SearchedItem {
  std::size_t at = 0;  ///< in the gallery
  ProbeMatch match{};
};

constexpr double kLogOfTen = std::numbers::ln10;

/// Which items are searched, as places in the gallery; the others are counted.
std::vector<std::size_t> take_in(const Questioned& questioned, const Gallery& gallery, const ClassFilter& filter,
                                 Ranking& ranking) {
  std::vector<std::size_t> taken;
  for (std::size_t at = 0; at < gallery.items().size(); ++at) {
    const Item& item = gallery.items()[at];
    if (questioned.item == item.number || questioned.source == item.source) {
      ++ranking.left_out;
      continue;
    }
    const ClassAnswer answer = compare(questioned.fields, item.fields, filter);
    const auto differs = std::find(answer.fields.begin(), answer.fields.end(), FieldAnswer::different);
    if (differs != answer.fields.end()) {
      ++ranking.excluded_by[static_cast<std::size_t>(differs - answer.fields.begin())];
    } else if (!gallery.enrolled().suitable(at)) {
      ++ranking.unsuitable;
    } else {
      taken.push_back(at);
    }
  }
  return taken;
}

/// Tells the caller now and then, and asks whether to stop.
std::function<bool(std::size_t)> told(const RankingOptions& options, std::string_view stage, std::size_t of) {
  return [&options, stage, of](std::size_t done) {
    if (options.progress) options.progress({stage, done, of});
    return !options.stop || !options.stop();
  };
}

/// Blocks that one piece of work compares; more of them than threads, and each long enough to be worth a lock.
constexpr std::size_t kBlocksOfAPiece = 64;

/// Rings with every item taken in, best first; of equal ones the smaller number.
Result<std::vector<SearchedItem>> by_signature(const Probe& probe, const Gallery& gallery,
                                               const std::vector<std::size_t>& taken, const RankingOptions& options) {
  constexpr std::size_t kBlock = Enrolled::kBlock;
  std::vector<std::size_t> blocks;
  for (const std::size_t at : taken)
    if (blocks.empty() || blocks.back() != at / kBlock) blocks.push_back(at / kBlock);
  std::vector<std::array<ProbeMatch, kBlock>> matches(blocks.size());
  const std::size_t pieces = (blocks.size() + kBlocksOfAPiece - 1) / kBlocksOfAPiece;
  const bool finished = share_out(
      pieces, options.threads,
      [&](std::size_t piece) {
        const std::size_t end = std::min(blocks.size(), (piece + 1) * kBlocksOfAPiece);
        for (std::size_t i = piece * kBlocksOfAPiece; i < end; ++i)
          gallery.enrolled().match(probe, blocks[i], matches[i]);
      },
      told(options, "signatures", pieces));
  if (!finished) return refuse(search_stopped);
  std::vector<SearchedItem> all;
  all.reserve(taken.size());
  std::size_t block = 0;
  for (const std::size_t at : taken) {
    while (blocks[block] != at / kBlock) ++block;
    all.push_back({at, matches[block][at % kBlock]});
  }
  std::sort(all.begin(), all.end(), [&](const SearchedItem& a, const SearchedItem& b) {
    if (a.match.correlation != b.match.correlation) return a.match.correlation > b.match.correlation;
    return gallery.items()[a.at].number < gallery.items()[b.at].number;
  });
  return all;
}

/// The first of the searched, but only so many of one source.
std::vector<ComparedItem> short_list(const std::vector<SearchedItem>& searched, const Gallery& gallery,
                                     const RankingOptions& options) {
  std::vector<ComparedItem> list;
  std::unordered_map<SourceNumber, std::size_t> of_source;
  for (std::size_t place = 0; place < searched.size() && list.size() < options.short_list; ++place) {
    const Item& item = gallery.items()[searched[place].at];
    if (++of_source[item.source] > options.most_of_a_source) continue;
    ComparedItem& taken = list.emplace_back();
    taken.item = item;
    taken.signature_correlation = searched[place].match.correlation;
    taken.signature_pose = searched[place].match.questioned_from_item;
    taken.signature_place = place + 1;
  }
  return list;
}

/// Full comparisons; what was refused goes to ranking.failed.
Result<std::vector<ComparedItem>> compared(std::vector<ComparedItem> list, const CompareWith& compare_with,
                                           const LlrOf& llr_of, const RankingOptions& options, Ranking& ranking) {
  std::vector<std::optional<Refusal>> refused(list.size());
  const bool finished = share_out(
      list.size(), options.threads,
      [&](std::size_t at) {
        auto comparison = compare_with(list[at].item.number);
        if (!comparison) {
          refused[at] = std::move(comparison).error();
          return;
        }
        CHECK(std::isfinite(comparison->score));
        list[at].comparison = *std::move(comparison);
        list[at].pair = llr_of(list[at].comparison, list[at].item);
      },
      told(options, "comparisons", list.size()));
  if (!finished) return refuse(search_stopped);
  std::vector<ComparedItem> done;
  for (std::size_t at = 0; at < list.size(); ++at) {
    if (refused[at])
      ranking.failed.push_back({list[at].item.number, *std::move(refused[at])});
    else
      done.push_back(std::move(list[at]));
  }
  return done;
}

bool stands_before(const ComparedItem& a, const ComparedItem& b) {
  if (a.comparison.score != b.comparison.score) return a.comparison.score > b.comparison.score;
  if (a.signature_correlation != b.signature_correlation) return a.signature_correlation > b.signature_correlation;
  return a.item.number < b.item.number;
}

/// The mean of likelihood ratios of dependent items, one not compared counting as 0; see Line.
void combine_llr(Line& line) {
  double greatest = 0;
  for (const ComparedItem& one : line.compared) {
    if (!one.pair.llr) {
      line.llr_reason = one.pair.reason;
      return;
    }
    greatest = &one == line.compared.data() ? *one.pair.llr : std::max(greatest, *one.pair.llr);
  }
  double sum = 0;
  for (const ComparedItem& one : line.compared) sum += steady::exp((*one.pair.llr - greatest) * kLogOfTen);
  line.llr = greatest + steady::log(sum / static_cast<double>(line.items)) / kLogOfTen;
}

}  // namespace

Result<Ranking> rank(const Probe& probe, const Questioned& questioned, const Gallery& gallery,
                     const CompareWith& compare_with, const LlrOf& llr_of, const RankingOptions& options) {
  if (probe.mark() != gallery.mark())
    return refuse(nothing_to_search_with, "it is a {} and the gallery holds {}", word(probe.mark()),
                  word(gallery.mark()));
  if (!probe.suitable()) return refuse(nothing_to_search_with);
  TRY(check(questioned.fields));
  Ranking ranking{.gallery_snapshot = gallery.snapshot(), .items = gallery.items().size()};
  const auto taken = take_in(questioned, gallery, options.filter, ranking);
  ranking.searched = taken.size();
  const auto searched = TRY(by_signature(probe, gallery, taken, options));
  std::unordered_map<SourceNumber, std::size_t> items_of_source;
  for (const SearchedItem& one : searched) ++items_of_source[gallery.items()[one.at].source];
  auto all = TRY(compared(short_list(searched, gallery, options), compare_with, llr_of, options, ranking));
  ranking.compared = all.size();
  std::sort(all.begin(), all.end(), stands_before);
  std::vector<Line> lines;
  std::unordered_map<SourceNumber, std::size_t> line_of;
  for (ComparedItem& one : all) {
    const auto [at, fresh] = line_of.emplace(one.item.source, lines.size());
    if (fresh) {
      lines.push_back({.source = one.item.source,
                       .items = items_of_source[one.item.source],
                       .class_answer = compare(questioned.fields, one.item.fields, options.filter),
                       .score = one.comparison.score});
    }
    lines[at->second].compared.push_back(std::move(one));
  }
  for (Line& line : lines) combine_llr(line);
  std::vector<RankedComparison> ranked;
  for (const Line& line : lines)
    ranked.push_back({line.source, &line.compared.front().item, &line.compared.front().comparison});
  ranking.warnings = subclass_warnings(ranked, options.subclass);
  if (lines.size() > options.lines) lines.resize(options.lines);
  ranking.lines = std::move(lines);
  return ranking;
}

}  // namespace lotline::search
