#pragma once
// Tools leave marks on many guns in a row before they wear: a subclass. Such relief agrees between guns of one make and
// proves nothing of a single gun (AFTE glossary: subclass characteristics). A search sees it where several sources of
// one kind agree with the questioned mark, and more so where they agree in the same places.

#include <cstdint>
#include <string>
#include <vector>

#include "base/words.h"
#include "comparison/comparison.h"
#include "search/gallery.h"

namespace lotline::search {

enum class SubclassSign : unsigned char {
  alike_scores,  ///< several sources of a kind stand clearly above what other kinds reach
  shared_relief  ///< cells that agree with the first source agree with others of its kind as well
};

struct SubclassWarning {
  SubclassSign sign = SubclassSign::alike_scores;
  std::string kind{};                   ///< the make, or the class fields where no make is known
  std::vector<SourceNumber> sources{};  ///< in the order of the ranking
  /// alike_scores: how likely it would be by chance; shared_relief: of the first source's congruent cells, the share
  /// that others have too.
  double figure = 0;
};

/// What is looked at: the best comparison of each source, in the order of the ranking. a is the questioned mark.
struct RankedComparison {
  SourceNumber source = 0;
  const Item* item = nullptr;
  const comparison::Comparison* comparison = nullptr;
};

/// Two exhibits may be of one gun and then agree as they should, so both signs ask for test fires of two guns at least:
/// the questioned mark cannot be of both.
struct SubclassOptions {
  /// How seldom it may be chance that so many of one kind stand above all of others, were kinds dealt out at random.
  double chance_most = 0.01;
  /// With fewer sources of other kinds there is nothing to stand above.
  std::size_t others_least = 5;
  /// Of the first source's congruent cells, the share found in another gun that is no longer chance.
  double shared_least = 0.5;
  /// With fewer congruent cells nothing is said about where relief is shared.
  std::size_t cells_least = 4;
  /// Two cells of the questioned mark are the same where their centres are no farther apart.
  double same_cell_um = 100;
};

/// Made for the kind of the first source alone, since a warning is about what would be concluded.
[[nodiscard]] std::vector<SubclassWarning> subclass_warnings(const std::vector<RankedComparison>& ranked,
                                                             const SubclassOptions& options = {});

/// "kind of gun" for warnings: the make where known, else calibre, breech-face class and firing-pin shape; empty where
/// nothing is known.
[[nodiscard]] std::string kind_of_gun(const ClassFields& fields);

}  // namespace lotline::search

namespace lotline {

template <>
struct Words<search::SubclassSign> {
  using S = search::SubclassSign;
  static constexpr std::array<Word<S>, 2> all{{{S::alike_scores, "alike_scores"}, {S::shared_relief, "shared_relief"}}};
};

}  // namespace lotline
