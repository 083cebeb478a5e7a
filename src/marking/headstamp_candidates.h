#pragma once
// Which runs of tokens on a head may be a maker's code, exactly as read or damaged.

#include <cstddef>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "catalogue/catalogue.h"
#include "marking/glyphs.h"
#include "marking/headstamp_tokens.h"

namespace lotline::marking {

/// A run of tokens taken for one row of the table.
struct CodeCandidate {
  const catalogue::HeadstampCode* row = nullptr;
  std::size_t first = 0;  ///< index of the first token
  std::size_t count = 0;
  bool exact = false;     ///< the same shapes, each character read
  bool literal = false;   ///< exact, and in the very script of the table
  double likelihood = 0;  ///< P(these tokens | this code is stamped)

  [[nodiscard]] bool covers(std::size_t token) const { return token >= first && token < first + count; }
};

/// All codes of the tables in every form they are written in, made ready once. The catalogue must outlive it.
class CodeForms {
 public:
  explicit CodeForms(const catalogue::Catalogue& catalogue);

  /// The codes that stand on the head as read; a run inside a longer one that is a code is left out, and so are parts
  /// of words and of letters set singly (`G.F.L.` is no code L).
  [[nodiscard]] std::vector<CodeCandidate> exact(std::span<const HeadstampToken> tokens,
                                                 const ConfusionOptions& options) const;
  /// Every code against every run, with characters unread, misread, missing or extra.
  [[nodiscard]] std::vector<CodeCandidate> damaged(std::span<const HeadstampToken> tokens,
                                                   const ConfusionOptions& options) const;
  /// Codes of other works that a code is easily taken for, character by character.
  [[nodiscard]] std::vector<const catalogue::HeadstampCode*> look_alikes(const catalogue::HeadstampCode& row) const;

 private:
  struct Form {
    const catalogue::HeadstampCode* row;
    std::u32string glyphs;
    bool phrase;  // written in several words
  };
  void add_form(const catalogue::HeadstampCode& row, std::string_view text);

  std::vector<Form> forms_;
  std::unordered_multimap<std::u32string, std::size_t> by_shape_;
};

[[nodiscard]] std::u32string joined_glyphs(std::span<const HeadstampToken> tokens);

}  // namespace lotline::marking
