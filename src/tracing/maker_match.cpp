#include "tracing/maker_match.h"

#include <algorithm>

#include "marking/headstamp_tokens.h"

namespace lotline::tracing {

namespace {

/// A token may be a maker's code with one character misread, no more (marking/glyphs.h).
constexpr double kMaybeTheCode = 5e-4;

/// Two characters more or less are never one misread.
bool too_different(const std::u32string& token, const std::u32string& code) {
  const bool wild = token.find(marking::kUnreadMany) != std::u32string::npos;
  return !wild && (token.size() > code.size() + 1 || code.size() > token.size() + 1);
}

}  // namespace

MakerMatch::MakerMatch(const parties::Directory& directory) {
  directory.maker_codes.scan({}, [&](const parties::MakerCodeRow& row) {
    codes_.push_back({marking::glyphs_of(row.code), row.maker});
    by_maker_[row.maker].push_back(row.code);
    return true;
  });
}

std::set<PartyId> MakerMatch::of(const MarksUnderstood& marks) const {
  std::vector<std::u32string> tokens;
  if (marks.headstamp)
    for (const auto& token : marking::headstamp_tokens(marks.headstamp->text))
      if (!token.wild_card()) tokens.push_back(token.glyphs);
  for (const auto& symbol : marks.maker_symbols) tokens.push_back(marking::glyphs_of(symbol));
  // A code of letters and digits is several tokens.
  const std::size_t single = tokens.size();
  std::u32string whole;
  for (std::size_t i = 0; i < single; ++i) {
    whole += tokens[i];
    if (i > 0) tokens.push_back(whole);
  }
  std::unordered_map<PartyId, double> fits;
  double best = 0;
  for (const Code& code : codes_) {
    const double fit = fit_of(code, tokens);
    best = std::max(best, fit);
    double& known = fits[code.maker];
    known = std::max(known, fit);
  }
  std::set<PartyId> makers;
  for (const auto& [maker, fit] : fits)
    if (fit >= best * kMaybeTheCode && fit >= kMaybeTheCode) makers.insert(maker);
  return makers;
}

double MakerMatch::fit_of(const Code& code, const std::vector<std::u32string>& tokens) const {
  double best = 0;
  for (const auto& token : tokens)
    if (!too_different(token, code.glyphs))
      best = std::max(best, marking::glyph_likelihood(token, code.glyphs, confusion_));
  return best;
}

const std::vector<std::string>& MakerMatch::codes_of(PartyId maker) const {
  static const std::vector<std::string> none;
  const auto found = by_maker_.find(maker);
  return found == by_maker_.end() ? none : found->second;
}

}  // namespace lotline::tracing
