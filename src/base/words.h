#pragma once
// Enumerations as the words that records, files and people use for them. A vocabulary is told once:
//   template <> struct Words<Standing> { static constexpr std::array<Word<Standing>, 2> all{{{Standing::held, "held"},
//   ...}}; };

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "base/refusals.h"
#include "base/text.h"

namespace lotline {

template <class E>
struct Word {
  E value;
  std::string_view text;
};

template <class E>
struct Words;

template <class E>
concept Vocabulary = requires { Words<E>::all; };

template <Vocabulary E>
[[nodiscard]] std::string_view word(E value) {
  for (const auto& entry : Words<E>::all)
    if (entry.value == value) return entry.text;
  broken_invariant("every value of an enumeration has a word", __FILE__, __LINE__);
}

template <Vocabulary E>
[[nodiscard]] std::vector<std::string_view> all_words() {
  std::vector<std::string_view> texts;
  for (const auto& entry : Words<E>::all) texts.push_back(entry.text);
  return texts;
}

/// The value a word stands for; a wrong word is refused with the nearest right one. `field` is named in the refusal.
template <Vocabulary E>
Result<E> parse_word(std::string_view text, std::string_view field) {
  const auto& all = Words<E>::all;
  const auto found = std::find_if(all.begin(), all.end(), [&](const Word<E>& w) { return w.text == text; });
  if (found == all.end()) return refuse_word(text, field, all_words<E>());
  return found->value;
}

}  // namespace lotline
