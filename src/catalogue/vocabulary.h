#pragma once
// Fixed vocabularies: the words a record may use for a stage of diversion, an item class, a marking technique ...

#include <string>
#include <string_view>
#include <vector>

#include "catalogue/table.h"

namespace lotline::catalogue {

struct VocabularyWord {
  std::string set;                   ///< such as diversion_stage
  std::string code;                  ///< what is recorded; unique in its set
  std::string name;                  ///< for a person
  std::vector<std::string> broader;  ///< codes of the wider words it falls under (a modality's stages)
  std::string note;
  Source source;
};

/// ISO 3166-1.
struct Country {
  std::string alpha2;
  std::string alpha3;
  std::string numeric;
  std::string name;
};

VocabularyWord vocabulary_word_of(const TableRow& row);
Country country_of(const TableRow& row);

}  // namespace lotline::catalogue
