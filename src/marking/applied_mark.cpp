#include "marking/applied_mark.h"

#include "base/refusals.h"
#include "base/text.h"
#include "marking/refusals.h"

namespace lotline::marking {

namespace {

Result<std::string> word_of(const catalogue::Catalogue& catalogue, std::string_view set, std::string_view text) {
  const auto code = to_lower_ascii(trim(text));
  std::vector<std::string_view> known;
  for (const auto& word : catalogue.words(set)) known.push_back(word.code);
  if (catalogue.word(set, code) == nullptr) return refuse_word(text, set, known);
  return code;
}

std::string_view name_of(const catalogue::Catalogue& catalogue, std::string_view set, const std::string& code) {
  const auto* word = catalogue.word(set, code);
  return word == nullptr ? std::string_view{code} : std::string_view{word->name};
}

}  // namespace

Result<AppliedMark> checked_mark(const catalogue::Catalogue& catalogue, const AppliedMark& mark) {
  AppliedMark checked;
  checked.technique = TRY(word_of(catalogue, "marking_technique", mark.technique));
  checked.stage = TRY(word_of(catalogue, "marking_stage", mark.stage));
  checked.applied_by = TRY(clean_text(mark.applied_by, "applied_by"));
  checked.on_package = mark.on_package;
  if (checked.applied_by.empty()) return refuse(missing_value, "applied_by: who put the mark on");
  if (checked.technique == "label" && !checked.on_package) return refuse(label_on_cartridge);
  return checked;
}

std::string describe(const catalogue::Catalogue& catalogue, const AppliedMark& mark) {
  return fmt::format("{} on the {} {} by {}", name_of(catalogue, "marking_technique", mark.technique),
                     mark.on_package ? "smallest package" : "cartridge",
                     name_of(catalogue, "marking_stage", mark.stage), mark.applied_by);
}

}  // namespace lotline::marking
