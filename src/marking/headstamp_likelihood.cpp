#include "marking/headstamp_likelihood.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#include "marking/headstamp_tokens.h"

namespace lotline::marking {

namespace {

constexpr std::size_t kMostTokens = 8;  // more are joined into the last: 2^8 sets of tokens are gone through

std::vector<std::u32string> glyphs_of_tokens(const std::vector<HeadstampToken>& tokens) {
  std::vector<std::u32string> glyphs;
  for (const HeadstampToken& token : tokens) {
    if (glyphs.size() < kMostTokens) {
      glyphs.push_back(token.glyphs);
    } else {
      glyphs.back() += token.glyphs;
    }
  }
  return glyphs;
}

}  // namespace

StampedHeadstamp::StampedHeadstamp(std::string_view stamped) : tokens_(glyphs_of_tokens(headstamp_tokens(stamped))) {}

SeenHeadstamp::SeenHeadstamp(const HeadstampMarks& seen, const HeadstampLikelihoodOptions& options)
    : options_(options) {
  std::vector<HeadstampToken> tokens = headstamp_tokens(seen);
  const auto wild = std::ranges::remove_if(tokens, &HeadstampToken::wild_card);
  wild_cards_ = wild.size();
  tokens.erase(wild.begin(), wild.end());
  tokens_ = glyphs_of_tokens(tokens);
  for (const std::u32string& token : tokens_) whole_ += token;
}

double SeenHeadstamp::by_tokens(const std::vector<std::u32string>& stamped) const {
  const std::size_t sets = std::size_t{1} << stamped.size();
  // best[set]: the seen tokens so far paired with exactly this set of stamped ones.
  std::array<double, std::size_t{1} << kMostTokens> best{};
  best[0] = 1;
  for (const std::u32string& token : tokens_) {
    std::array<double, kMostTokens> fit{};
    for (std::size_t j = 0; j < stamped.size(); ++j) fit[j] = glyph_likelihood(token, stamped[j], options_.confusion);
    double extra = options_.token_extra;
    for (const char32_t glyph : token) {
      extra *= glyph == kUnreadOne || glyph == kUnreadMany ? options_.confusion.unread : options_.chance_glyph;
    }
    // Downwards, so that a set's smaller sets still stand for the tokens before this one.
    for (std::size_t set = sets; set-- > 0;) {
      double here = best[set] * extra;
      for (std::size_t j = 0; j < stamped.size(); ++j) {
        const std::size_t bit = std::size_t{1} << j;
        if ((set & bit) != 0) here = std::max(here, best[set ^ bit] * fit[j]);
      }
      best[set] = here;
    }
  }
  double result = 0;
  for (std::size_t set = 0; set < sets; ++set) {
    const auto left = stamped.size() - static_cast<std::size_t>(std::popcount(set));
    const double each = wild_cards_ > 0 ? options_.token_unread : options_.token_missing;
    result = std::max(result, best[set] * std::pow(each, static_cast<double>(left)));
  }
  return result;
}

double SeenHeadstamp::by_whole(const std::vector<std::u32string>& stamped) const {
  double result = 0;
  std::u32string turned;
  for (std::size_t start = 0; start < stamped.size(); ++start) {
    turned.clear();
    for (std::size_t i = 0; i < stamped.size(); ++i) turned += stamped[(start + i) % stamped.size()];
    result = std::max(result, glyph_likelihood(whole_, turned, options_.confusion));
  }
  return result;
}

double SeenHeadstamp::likelihood(const StampedHeadstamp& stamped) const {
  if (tokens_.empty()) return 1;
  double result = by_tokens(stamped.tokens());
  // W R A seen as three tokens against WRA stamped as one, or the reverse.
  if (stamped.tokens().size() != tokens_.size()) result = std::max(result, by_whole(stamped.tokens()));
  return std::clamp(result, 1e-300, 1.0);
}

double headstamp_likelihood(const HeadstampMarks& seen, std::string_view stamped,
                            const HeadstampLikelihoodOptions& options) {
  return SeenHeadstamp(seen, options).likelihood(stamped);
}

}  // namespace lotline::marking
