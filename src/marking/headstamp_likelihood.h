#pragma once
// How well the marks that were seen fit what a lot's record says is stamped on its cases.

#include <string_view>
#include <vector>

#include "marking/glyphs.h"
#include "marking/headstamp_marks.h"

namespace lotline::marking {

/// Estimates, as in ConfusionOptions.
struct HeadstampLikelihoodOptions {
  ConfusionOptions confusion;
  double token_missing = 0.05;  ///< a whole stamped token was not written down: worn, hidden, or left out
  double token_extra = 0.01;   ///< a whole token was written down that is not stamped: an overstamp, the primer's mark;
  double chance_glyph = 0.03;  ///< times this for each of its characters, any being as likely as another
  double token_unread = 0.5;   ///< a stamped token behind a `*` of its own
};

/// What is stamped, made ready once to be compared with many headstamps as seen.
class StampedHeadstamp {
 public:
  explicit StampedHeadstamp(std::string_view stamped);
  [[nodiscard]] const std::vector<std::u32string>& tokens() const { return tokens_; }

 private:
  std::vector<std::u32string> tokens_;
};

/// The marks seen, made ready once to be compared with many lots (a few microseconds each).
class SeenHeadstamp {
 public:
  explicit SeenHeadstamp(const HeadstampMarks& seen, const HeadstampLikelihoodOptions& options = {});

  /// P(marks seen | this is what is stamped), above 0 and at most 1. A head is a circle: the order of tokens does not
  /// count, nor do separators. Marks of which nothing was read fit everything: 1.
  [[nodiscard]] double likelihood(const StampedHeadstamp& stamped) const;
  [[nodiscard]] double likelihood(std::string_view stamped) const { return likelihood(StampedHeadstamp(stamped)); }

 private:
  [[nodiscard]] double by_tokens(const std::vector<std::u32string>& stamped) const;
  [[nodiscard]] double by_whole(const std::vector<std::u32string>& stamped) const;

  HeadstampLikelihoodOptions options_;
  std::vector<std::u32string> tokens_;
  std::u32string whole_;
  std::size_t wild_cards_ = 0;
};

[[nodiscard]] double headstamp_likelihood(const HeadstampMarks& seen, std::string_view stamped,
                                          const HeadstampLikelihoodOptions& options = {});

}  // namespace lotline::marking
