#pragma once
// From a questioned mark to a short list of sources, each with why it stands there. A lead for an examiner, never a
// conclusion. In stages: class fields exclude; rings are compared with all the rest (probe.h); the best are compared in
// full; from those come scores and, where a calibrator applies, likelihood ratios.
//
// The same gallery, probe and options give the same ranking to the bit, whatever the number of threads and the order of
// adding: ties go to the smaller number.

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/refusal.h"
#include "comparison/comparison.h"
#include "search/gallery.h"
#include "search/probe.h"
#include "search/subclass_warning.h"

namespace lotline::search {

/// The full comparison of the questioned mark (a) with an item (b). Called from several threads at once. A refusal
/// drops the item from the list and is reported.
using CompareWith = std::function<Result<comparison::Comparison>(ItemNumber)>;

/// log10 of a pair's likelihood ratio, or why there is none.
struct PairLlr {
  std::optional<double> llr{};
  std::string reason{};
  friend bool operator==(const PairLlr&, const PairLlr&) = default;
};
using LlrOf = std::function<PairLlr(const comparison::Comparison&, const Item&)>;

struct RankingProgress {
  std::string_view stage{};  ///< "signatures" or "comparisons"
  std::size_t done = 0;
  std::size_t of = 0;
};

struct RankingOptions {
  ClassFilter filter{};
  /// Items compared in full: 200 of 20 ms take 2 s on two cores. How many mates that keeps is in docs/ballistics.md.
  std::size_t short_list = 200;
  /// Of one source, so that a gun with many test fires does not crowd out the others.
  std::size_t most_of_a_source = 3;
  std::size_t lines = 20;  ///< sources listed
  SubclassOptions subclass{};
  unsigned threads = 0;                                    ///< 0: as many as the machine has
  std::function<void(const RankingProgress&)> progress{};  ///< from one thread at a time, now and then
  std::function<bool()> stop{};                            ///< asked now and then; true ends with search_stopped
};

/// The questioned mark as the gallery would describe it.
struct Questioned {
  ClassFields fields{};
  std::optional<ItemNumber> item{};      ///< itself, left out where it is enrolled
  std::optional<SourceNumber> source{};  ///< left out as a whole: set it to look past the gun it is known to be from
};

struct ComparedItem {
  Item item{};
  float signature_correlation = 0;
  comparison::Pose signature_pose{};  ///< questioned from item, to the nearest centre and angle
  std::size_t signature_place = 0;    ///< among all items searched, from 1
  comparison::Comparison comparison{};
  PairLlr pair{};
};

/// A source. Several items of one gun are dependent evidence: its score is its best item's. Its llr is that of the mean
/// of its items' likelihood ratios, one not compared counting as 0: whatever their dependence, such a mean keeps the
/// promise that a ratio of k or more comes up at most once in k where the source is another (a product would not, and
/// the best of several promises too much).
struct Line {
  SourceNumber source = 0;
  std::size_t items = 0;                 ///< of it in the gallery that were searched
  std::vector<ComparedItem> compared{};  ///< best score first; never empty
  ClassAnswer class_answer{};            ///< of the best item
  double score = 0;
  std::optional<double> llr{};
  std::string llr_reason{};  ///< empty where there is an llr
};

struct FailedItem {
  ItemNumber item = 0;
  Refusal refusal{};
};

struct Ranking {
  std::string signature_version{kSignatureVersion};
  std::string score_version{comparison::score_version};
  std::uint64_t gallery_snapshot = 0;
  std::size_t items = 0;                                ///< in the gallery
  std::array<std::size_t, kClassFields> excluded_by{};  ///< by the first field that differs
  std::size_t left_out = 0;                             ///< the questioned item and its source
  std::size_t unsuitable = 0;                           ///< too little measured
  std::size_t searched = 0;                             ///< all others
  std::size_t compared = 0;                             ///< in full
  std::vector<FailedItem> failed{};
  std::vector<Line> lines{};
  std::vector<SubclassWarning> warnings{};
};

/// Refuses nothing_to_search_with (a probe that is not suitable or of another mark), bad_class_field, search_stopped.
[[nodiscard]] Result<Ranking> rank(const Probe& probe, const Questioned& questioned, const Gallery& gallery,
                                   const CompareWith& compare_with, const LlrOf& llr_of,
                                   const RankingOptions& options = {});

/// Why a line stands where it does, each a sentence: places, scores, cells, class fields, how many items.
[[nodiscard]] std::vector<std::string> reasons(const Line& line, const Ranking& ranking);

}  // namespace lotline::search
