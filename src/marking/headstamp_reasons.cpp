#include "marking/headstamp_reasons.h"

#include <algorithm>

#include "base/text.h"

namespace lotline::marking {

namespace {

std::string_view word_for(char32_t seen, char32_t stamped) {
  if (seen == kUnreadOne || seen == kUnreadMany) return "not read";
  switch (relation(seen, stamped)) {
    case GlyphRelation::same_shape:
      return "the other script's letter of that shape";
    case GlyphRelation::look_alike:
      return "a look-alike";
    case GlyphRelation::transliterated:
      return "a transliteration";
    default:
      return "another character";
  }
}

bool is_brand(const catalogue::HeadstampCode& row) {
  return row.evidence.starts_with("brand") || row.note.starts_with("brand") ||
         row.manufacturer.find("brand") != std::string::npos;
}

}  // namespace

std::string how_read(const CodeCandidate& candidate, std::u32string_view seen, const std::string& literal) {
  const catalogue::HeadstampCode& row = *candidate.row;
  if (candidate.literal) return fmt::format("\"{}\" stands in the table", row.code);
  if (candidate.exact) return fmt::format("\"{}\" written in another script for \"{}\"", literal, row.code);
  const std::u32string stamped = joined_glyphs(headstamp_tokens(row.code));
  std::string reason = fmt::format("\"{}\" taken for \"{}\"", literal, row.code);
  if (seen.size() != stamped.size() || seen.find(kUnreadMany) != std::u32string_view::npos) {
    return reason + ": characters are missing, unread or too many";
  }
  std::string_view before = ": ";
  for (std::size_t i = 0; i < seen.size(); ++i) {
    if (seen[i] == stamped[i]) continue;
    reason += fmt::format("{}{} for {} ({})", before, to_utf8(seen.substr(i, 1)),
                          to_utf8(std::u32string_view(stamped).substr(i, 1)), word_for(seen[i], stamped[i]));
    before = ", ";
  }
  return reason;
}

bool may_be_year(const catalogue::HeadstampCode& row) {
  return row.code.size() <= 2 && std::ranges::all_of(row.code, [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<std::string> said_by_row(const catalogue::HeadstampCode& row) {
  std::vector<std::string> reasons;
  switch (row.source.trust) {
    case catalogue::Trust::stated:
      reasons.emplace_back("a source states that this maker used the code");
      break;
    case catalogue::Trust::sourced:
      reasons.push_back("cannot be confirmed; evidence: " + row.evidence);
      break;
    case catalogue::Trust::unverified:
      reasons.emplace_back("cannot be confirmed: the table holds this from memory, unverified");
      break;
  }
  if (!row.note.empty()) reasons.push_back("note: " + row.note);
  if (!row.names_maker()) reasons.emplace_back("not a maker's mark");
  if (row.kind == "component") reasons.emplace_back("names the maker of the case, who is not its loader");
  if (is_brand(row)) reasons.emplace_back("names a brand; the maker of the case and the loader may be others");
  if (may_be_year(row)) reasons.emplace_back("the number may also be a year, a month or a lot");
  return reasons;
}

}  // namespace lotline::marking
