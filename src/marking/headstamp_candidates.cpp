#include "marking/headstamp_candidates.h"

#include <algorithm>
#include <unordered_set>

namespace lotline::marking {

namespace {

constexpr std::size_t kLongestRun = 5;  // NATO cross (circle+cross) has four tokens

bool single_letter(const HeadstampToken& token) {
  return token.glyphs.size() == 1 && !is_digit_glyph(token.glyphs[0]) && !token.wild_card();
}

/// The letters set singly around a token (W R A): the first and the count.
std::pair<std::size_t, std::size_t> letters_around(std::span<const HeadstampToken> tokens, std::size_t at) {
  std::size_t first = at;
  std::size_t end = at + 1;
  while (first > 0 && single_letter(tokens[first - 1])) --first;
  while (end < tokens.size() && single_letter(tokens[end])) ++end;
  return {first, end - first};
}

bool one_word(std::span<const HeadstampToken> run) {
  return std::ranges::all_of(run, [&](const HeadstampToken& token) {
    return token.field == run.front().field && token.word == run.front().word;
  });
}

/// Whether tokens may be one code: one token, one word, letters set singly, or the words of a phrase on one place.
bool may_join(std::span<const HeadstampToken> run, bool phrase) {
  if (run.size() == 1 || one_word(run) || std::ranges::all_of(run, single_letter)) return true;
  return phrase && run.front().field == run.back().field;
}

/// A part of a glued word is a code as it stands only when it is letters before a year: LC92, but not the 3 of 3B.
bool cuts_a_word(std::span<const HeadstampToken> tokens, std::size_t first, std::size_t count) {
  const std::size_t end = first + count;
  if (tokens[first].glued) return true;
  if (end == tokens.size() || !tokens[end].glued) return false;
  const bool year_follows = tokens[end].digits() &&
                            (tokens[end].glyphs.size() == 2 || tokens[end].glyphs.size() == 4) &&
                            (end + 1 == tokens.size() || !tokens[end + 1].glued);
  return !year_follows;
}

bool inside(const CodeCandidate& inner, const CodeCandidate& outer) {
  return outer.count > inner.count && outer.first <= inner.first &&
         inner.first + inner.count <= outer.first + outer.count;
}

}  // namespace

std::u32string joined_glyphs(std::span<const HeadstampToken> tokens) {
  std::u32string glyphs;
  for (const HeadstampToken& token : tokens) glyphs += token.glyphs;
  return glyphs;
}

CodeForms::CodeForms(const catalogue::Catalogue& catalogue) {
  for (const catalogue::HeadstampCode& row : catalogue.headstamp_codes()) {
    const std::string_view code = row.code;
    add_form(row, code);
    const std::size_t remark = code.find(" (");
    if (remark != std::string_view::npos) add_form(row, code.substr(0, remark));
    const std::size_t either = code.find(" / ");
    if (either != std::string_view::npos) {
      add_form(row, code.substr(0, either));
      add_form(row, code.substr(either + 3));
    }
  }
  for (std::size_t i = 0; i < forms_.size(); ++i) by_shape_.emplace(shape_of(forms_[i].glyphs), i);
}

void CodeForms::add_form(const catalogue::HeadstampCode& row, std::string_view text) {
  const std::vector<HeadstampToken> tokens = headstamp_tokens(text);
  forms_.push_back(Form{&row, joined_glyphs(tokens), tokens.size() > 1});
}

std::vector<CodeCandidate> CodeForms::exact(std::span<const HeadstampToken> tokens,
                                            const ConfusionOptions& options) const {
  std::vector<CodeCandidate> found;
  for (std::size_t first = 0; first < tokens.size(); ++first) {
    for (std::size_t count = 1; count <= kLongestRun && first + count <= tokens.size(); ++count) {
      const auto run = tokens.subspan(first, count);
      const std::u32string glyphs = joined_glyphs(run);
      const bool part_of_letters = single_letter(run.front()) && letters_around(tokens, first).second > count;
      if (holds_unread(glyphs) || part_of_letters || cuts_a_word(tokens, first, count)) continue;
      const auto [begin, end] = by_shape_.equal_range(shape_of(glyphs));
      for (auto it = begin; it != end; ++it) {
        const Form& form = forms_[it->second];
        if (!may_join(run, form.phrase)) continue;
        found.push_back(CodeCandidate{form.row, first, count, true, glyphs == form.glyphs,
                                      glyph_likelihood(glyphs, form.glyphs, options)});
      }
    }
  }
  const std::vector<CodeCandidate> all = found;
  std::erase_if(found, [&](const CodeCandidate& candidate) {
    return std::ranges::any_of(all, [&](const CodeCandidate& other) { return inside(candidate, other); });
  });
  std::unordered_set<const catalogue::HeadstampCode*> taken;  // a code stamped twice is one reading
  std::erase_if(found, [&](const CodeCandidate& candidate) { return !taken.insert(candidate.row).second; });
  return found;
}

std::vector<CodeCandidate> CodeForms::damaged(std::span<const HeadstampToken> tokens,
                                              const ConfusionOptions& options) const {
  std::vector<CodeCandidate> best(forms_.size());
  for (std::size_t first = 0; first < tokens.size(); ++first) {
    for (std::size_t count = 1; count <= kLongestRun && first + count <= tokens.size(); ++count) {
      const auto run = tokens.subspan(first, count);
      const std::u32string glyphs = joined_glyphs(run);
      for (std::size_t i = 0; i < forms_.size(); ++i) {
        if (!may_join(run, forms_[i].phrase)) continue;
        const double likelihood = glyph_likelihood(glyphs, forms_[i].glyphs, options);
        if (likelihood > best[i].likelihood) {
          best[i] = CodeCandidate{forms_[i].row, first, count, false, false, likelihood};
        }
      }
    }
  }
  std::erase_if(best, [](const CodeCandidate& candidate) { return candidate.row == nullptr; });
  return best;
}

std::vector<const catalogue::HeadstampCode*> CodeForms::look_alikes(const catalogue::HeadstampCode& row) const {
  std::vector<const catalogue::HeadstampCode*> found;
  const std::u32string glyphs = joined_glyphs(headstamp_tokens(row.code));
  for (const Form& form : forms_) {
    if (form.row->works == row.works || form.glyphs.size() != glyphs.size() || form.row->code == row.code) continue;
    bool alike = true;
    for (std::size_t i = 0; alike && i < glyphs.size(); ++i) {
      alike = relation(glyphs[i], form.glyphs[i]) >= GlyphRelation::look_alike;
    }
    if (alike) found.push_back(form.row);
  }
  return found;
}

}  // namespace lotline::marking
