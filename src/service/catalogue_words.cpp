#include "service/catalogue_words.h"

#include <fmt/ranges.h>

#include "base/words.h"
#include "marking/calibre_reading.h"
#include "service/refusals.h"

namespace lotline::service {

Result<std::string> country_code(const catalogue::Catalogue& catalogue, std::string_view text) {
  const std::string code = to_upper_ascii(text);
  if (catalogue.country(code) == nullptr) return refuse(unknown_word, "country \"{}\"; two letters of ISO 3166", text);
  return code;
}

Result<std::string> country_code_or_none(const catalogue::Catalogue& catalogue, std::string_view text) {
  if (text.empty()) return std::string{};
  return country_code(catalogue, text);
}

Result<std::string> vocabulary_word(const catalogue::Catalogue& catalogue, std::string_view set,
                                    std::string_view text) {
  if (text.empty() || catalogue.word(set, text) != nullptr) return std::string{text};
  std::vector<std::string_view> codes;
  for (const auto& word : catalogue.words(set)) codes.push_back(word.code);
  return refuse_word(text, set, codes);
}

Result<std::vector<std::string>> vocabulary_words(const catalogue::Catalogue& catalogue, std::string_view set,
                                                  const Values& values, std::string_view field) {
  std::vector<std::string> words;
  for (const std::string& text : values.list(field))
    words.push_back(TRY(of_field(field, vocabulary_word(catalogue, set, text))));
  return words;
}

Result<std::string> calibre_id(const catalogue::Catalogue& catalogue, std::string_view text) {
  if (catalogue.calibre(text) != nullptr) return std::string{text};
  const auto readings = marking::read_calibre(catalogue, text);
  if (readings.empty()) return refuse(unknown_word, "calibre \"{}\"", text);
  // The text must be one of its names, and mean it more likely than all others together.
  const auto& best = readings.front();
  if (!best.exact || best.probability < 0.5) {
    std::vector<std::string> may_be;
    for (const auto& reading : readings) may_be.push_back(reading.id);
    return refuse(unclear_calibre, "\"{}\" may be {}", text, fmt::join(may_be, ", "));
  }
  return best.id;
}

Result<std::string> regime_id(const catalogue::Catalogue& catalogue, std::string_view text) {
  const std::string id = to_lower_ascii(text);
  std::vector<std::string_view> ids;
  for (const auto& regime : catalogue.regimes()) {
    if (regime.id == id) return id;
    if (ids.empty() || ids.back() != regime.id) ids.push_back(regime.id);
  }
  return refuse_word(text, "regime", ids);
}

Result<std::span<const catalogue::VocabularyWord>> vocabulary(const catalogue::Catalogue& catalogue,
                                                              std::string_view set) {
  const auto words = catalogue.words(set);
  std::vector<std::string_view> sets;
  for (const auto& word : catalogue.vocabularies())
    if (sets.empty() || sets.back() != word.set) sets.push_back(word.set);
  const auto near = nearest_word(set, sets);
  const std::string meant = near.empty() ? "" : fmt::format("; did you mean \"{}\"?", near);
  if (words.empty()) return refuse(unknown_vocabulary, "{}{}", set, meant);
  return words;
}

}  // namespace lotline::service
