#include "catalogue/vocabulary.h"

#include "base/text.h"

namespace lotline::catalogue {

VocabularyWord vocabulary_word_of(const TableRow& row) {
  VocabularyWord word{std::string(row["set"]),  std::string(row["code"]),
                      std::string(row["name"]), {},
                      std::string(row["note"]), row.source};
  for (const std::string_view broader : split(row["broader"], ';')) word.broader.emplace_back(broader);
  return word;
}

Country country_of(const TableRow& row) {
  return Country{std::string(row["alpha2"]), std::string(row["alpha3"]), std::string(row["numeric"]),
                 std::string(row["name"])};
}

}  // namespace lotline::catalogue
