#pragma once
// Explanations of a whole seizure, each with its likelihood: one source in one way around one year, two sources
// together, or none on record; and what follows for each holder.

#include <array>
#include <optional>
#include <vector>

#include "tracing/seizure_candidates.h"
#include "tracing/seizure_stock.h"

namespace lotline::tracing {

/// What the bulk of a seizure is when no holder on record is its source.
enum class NoSource {
  circulation,  ///< a mix like all that is in circulation: many sources, none of which stands out
  legacy,       ///< of makers and products on record, but of no lot that is
  foreign       ///< of makers that are not on record
};
inline constexpr std::size_t kNoSources = 3;

/// One way to explain all of it.
struct Explanation {
  std::optional<std::size_t> source;      ///< index of the stocks; none: of no source on record
  std::optional<std::size_t> and_source;  ///< of a second one
  WayOut way{};                           ///< of the source: the likeliest
  int year = 0;                           ///< around which it left: the likeliest
  double share = 1;                       ///< of the first source, where there are two
  NoSource none{};
  double log_likelihood = 0;  ///< natural logarithm, on the scale of fits, over all years and ways
  double probability = 0;     ///< all explanations sum to 1
};

/// What an explanation says of one way or one year.
struct Part {
  WayOut way{};
  int first_year = 0;
  int last_year = 0;
  double probability = 0;
};

struct SourceFound {
  std::size_t stock = 0;      ///< index of the stocks
  double probability = 0;     ///< that the bulk of it, or a part, is of this holder
  double main = 0;            ///< that the bulk of it is
  double log_likelihood = 0;  ///< as the only source
  std::vector<Part> ways;     ///< the likeliest first, with the years that hold nine tenths of each
  std::vector<double> lines;  ///< of each line: the probability that it is of this source, if that is the source
};

struct Explained {
  std::vector<Explanation> explanations;  ///< the likeliest first
  std::vector<SourceFound> sources;       ///< likewise
  double none_on_record = 0;
  std::array<double, kNoSources> none{};  ///< its parts
};

/// `stocks` are of holders among the candidates.
Explained explain(const SeizureItems& items, const Background& background, const std::vector<HolderStock>& stocks,
                  const HoldersAtFirstSight& holders, int year_of_find, const SeizureOptions& options);

}  // namespace lotline::tracing

namespace lotline {
template <>
struct Words<tracing::NoSource> {
  using N = tracing::NoSource;
  static constexpr std::array<Word<N>, tracing::kNoSources> all{
      {{N::circulation, "circulation"}, {N::legacy, "legacy"}, {N::foreign, "foreign"}}};
};
}  // namespace lotline
