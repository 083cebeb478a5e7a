#include "marking/traceability.h"

#include <fmt/format.h>

#include <algorithm>

namespace lotline::marking {

namespace {

bool has(const std::vector<std::string>& marks, std::string_view mark) {
  return std::find(marks.begin(), marks.end(), mark) != marks.end();
}

int recipient_points(const TraceabilityInput& input) {
  if (input.buyers_unrecorded || input.recipients == 0) return 0;
  if (input.recipients == 1) return 20;
  return input.recipients <= 5 ? 10 : 5;
}

std::string recipient_words(const TraceabilityInput& input) {
  if (input.buyers_unrecorded) return "part of it was sold to buyers nobody recorded";
  if (input.recipients == 0) return "no recipient is on record";
  if (input.recipients == 1) return "it went to one recipient";
  return fmt::format("it went to {} recipients", input.recipients);
}

}  // namespace

Traceability traceability(const TraceabilityInput& input) {
  Traceability result;
  const auto add = [&](bool present, int points, std::string_view yes, std::string_view no) {
    if (present) result.score += points;
    result.reasons.emplace_back(present ? yes : no);
  };
  const bool lot_on_cartridge = has(input.cartridge_marks, "lot");
  const bool lot_on_package = has(input.package_marks, "lot") && !input.loose;
  add(lot_on_cartridge, 40, "each cartridge carries the lot", "no cartridge carries the lot");
  add(has(input.cartridge_marks, "manufacturer"), 10, "the case names the maker", "the case does not name the maker");
  add(has(input.cartridge_marks, "year"), 10, "the case names the year", "the case does not name the year");
  add(lot_on_package, 15, "the smallest package carries the lot",
      input.loose ? "taken out of its package: what the label said is lost"
                  : "the smallest package does not carry the lot");
  const bool labelled = has(input.package_marks, "manufacturer") && has(input.package_marks, "calibre") && !input.loose;
  add(labelled, 5, "the label names maker and calibre", "no label names maker and calibre");
  result.score += recipient_points(input);
  result.reasons.push_back(recipient_words(input));

  const bool exclusive = input.recipients == 1 && !input.buyers_unrecorded;
  if (!lot_on_cartridge && !lot_on_package)
    result.level = "lost";
  else if (lot_on_cartridge && exclusive)
    result.level = "unique";
  else
    result.level = lot_on_cartridge ? "shared" : "weak";
  return result;
}

}  // namespace lotline::marking
