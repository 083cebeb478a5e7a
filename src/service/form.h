#pragma once
// Forms: what an act is told, field by field. The command line, CSV templates and, later, requests fill the same forms.

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/rounds.h"
#include "base/words.h"

namespace lotline::service {

struct Field {
  std::string_view name;
  std::string_view help;
  std::string_view example;  ///< of the filled example; empty leaves the field empty there
  bool required = false;
};

/// A form as it is offered.
struct Form {
  std::string_view name;     ///< lots, movements, ...: the template's name
  std::string_view summary;  ///< one sentence
  std::vector<Field> fields;
  /// Further rows of the filled example, as fields that differ from the first.
  std::vector<std::vector<std::pair<std::string_view, std::string_view>>> more_examples{};

  [[nodiscard]] const Field* field(std::string_view field_name) const;
};

/// A form as it was filled: texts by field, cleaned.
class Values {
 public:
  /// Refuses a field the form does not have, unsafe text, and a required field left empty.
  static Result<Values> of(const Form& form, const std::vector<std::pair<std::string_view, std::string_view>>& filled);
  /// The same of texts by field; those that are empty were not filled.
  static Result<Values> of_texts(const Form& form, const std::map<std::string, std::string, std::less<>>& filled);

  [[nodiscard]] const std::string& text(std::string_view field) const;  ///< empty when not filled
  [[nodiscard]] bool has(std::string_view field) const { return !text(field).empty(); }
  [[nodiscard]] std::vector<std::string> list(std::string_view field) const;  ///< separated by ';'
  [[nodiscard]] Result<Rounds> rounds(std::string_view field) const;          ///< refused when empty
  [[nodiscard]] Result<Rounds> rounds_or_none(std::string_view field) const;
  [[nodiscard]] Result<Day> day(std::string_view field) const;
  [[nodiscard]] Result<When> when(std::string_view field) const;
  [[nodiscard]] Result<bool> yes(std::string_view field) const;  ///< yes or no; empty is no
  template <Vocabulary E>
  [[nodiscard]] Result<E> word_or(std::string_view field, E otherwise) const {
    if (!has(field)) return otherwise;
    return word<E>(field);
  }
  template <Vocabulary E>
  [[nodiscard]] Result<E> word(std::string_view field) const {
    return of_field(field, parse_word<E>(text(field), field));
  }

 private:
  /// By the name of the form's field, which lives as long as the program. Forms are short: a list beats a tree.
  std::vector<std::pair<std::string_view, std::string>> texts_;
};

}  // namespace lotline::service
