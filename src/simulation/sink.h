#pragma once
// Where a simulated State goes: a register, or files of templates. Both are told the same acts in the same order, in
// the forms that people fill.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/refusal.h"

namespace lotline::simulation {

/// Who issues every row.
inline constexpr std::string_view kIssuer = "SIM";

/// One act: a form filled in.
struct Row {
  std::string_view form;  ///< parties, lots, movements ...
  std::string ref;        ///< unique among the rows of the issuer
  std::vector<std::pair<std::string_view, std::string>> fields;

  Row(std::string_view form_name, std::string row_ref) : form(form_name), ref(std::move(row_ref)) {
    fields.reserve(16);
  }
  /// Fills a field; an empty one is left out.
  Row& with(std::string_view field, std::string value) {
    if (!value.empty()) fields.emplace_back(field, std::move(value));
    return *this;
  }
  Row& with(std::string_view field, std::int64_t value) { return with(field, std::to_string(value)); }
};

class Sink {
 public:
  virtual ~Sink() = default;

  /// A return begins: what happened in a year, sent in on a day after it. Within one, the forms follow each other in
  /// the order in which a register is filled.
  virtual Result<void> begin_return(int year, Day sent_in) = 0;
  /// Takes one act; the number of its first record, 0 where nothing numbers it.
  virtual Result<RecordNumber> take(const Row& row) = 0;
  virtual Result<void> finish() = 0;
  /// The code by which a party registered by that row is known; a person's is made by the register.
  virtual std::string code_of(const Row& party, RecordNumber number) = 0;
};

}  // namespace lotline::simulation
