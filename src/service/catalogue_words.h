#pragma once
// Codes of the catalogue as fields: refused with what would be right.

#include <string>
#include <string_view>

#include "catalogue/catalogue.h"
#include "service/form.h"

namespace lotline::service {

/// An ISO 3166 alpha-2 code in upper case; refused when the catalogue has no such country.
Result<std::string> country_code(const catalogue::Catalogue& catalogue, std::string_view text);
/// Empty stays empty.
Result<std::string> country_code_or_none(const catalogue::Catalogue& catalogue, std::string_view text);
/// A word of one of the catalogue's vocabularies; empty stays empty.
Result<std::string> vocabulary_word(const catalogue::Catalogue& catalogue, std::string_view set, std::string_view text);
/// The same of each word of a list, as the field holds them.
Result<std::vector<std::string>> vocabulary_words(const catalogue::Catalogue& catalogue, std::string_view set,
                                                  const Values& values, std::string_view field);
/// A calibre of the catalogue from any of its names; refused when the text is unclear, naming what it may mean.
Result<std::string> calibre_id(const catalogue::Catalogue& catalogue, std::string_view text);

/// All words of a vocabulary; refuses an unknown one.
Result<std::span<const catalogue::VocabularyWord>> vocabulary(const catalogue::Catalogue& catalogue,
                                                              std::string_view set);

/// The id of a marking regime, whatever its case.
Result<std::string> regime_id(const catalogue::Catalogue& catalogue, std::string_view text);

}  // namespace lotline::service
