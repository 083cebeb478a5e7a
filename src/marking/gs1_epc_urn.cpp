#include "marking/gs1_epc_urn.h"

#include <array>

#include "base/text.h"
#include "marking/percent_code.h"
#include "marking/refusals.h"

namespace lotline::marking {

namespace {

struct Scheme {
  std::string_view prefix;
  std::size_t digits;     ///< company prefix and reference together
  std::string_view key;   ///< identifier of the number they make
  std::string_view tail;  ///< identifier of what follows; empty for none
};

constexpr std::array<Scheme, 4> kSchemes{{{"urn:epc:id:sgtin:", 13, "01", "21"},
                                          {"urn:epc:idpat:sgtin:", 13, "01", "21"},
                                          {"urn:epc:class:lgtin:", 13, "01", "10"},
                                          {"urn:epc:id:sscc:", 17, "00", ""}}};

const Scheme* find_scheme(std::string_view text) {
  const auto lower = to_lower_ascii(text.substr(0, 20));
  for (const auto& scheme : kSchemes)
    if (lower.starts_with(scheme.prefix)) return &scheme;
  return nullptr;
}

}  // namespace

Result<Gs1Elements> split_epc_urn(std::string_view text) {
  const auto* scheme = find_scheme(text);
  if (scheme == nullptr) return refuse(bad_epc_urn, "sgtin, lgtin and sscc are read, not \"{}\"", text);
  text.remove_prefix(scheme->prefix.size());
  const auto dot = std::min(text.find('.'), text.size());
  const auto company = text.substr(0, dot);
  text.remove_prefix(std::min(dot + 1, text.size()));
  const auto reference = text.substr(0, scheme->tail.empty() ? text.size() : text.find('.'));
  text.remove_prefix(std::min(reference.size() + 1, text.size()));
  const bool digits = in_character_set(company, 'N') && in_character_set(reference, 'N') && !reference.empty();
  if (!digits || company.size() < 6 || company.size() > 12 || company.size() + reference.size() != scheme->digits)
    return refuse(bad_epc_urn, "{} has 6 to 12 digits, a dot, and {} digits in all", scheme->prefix, scheme->digits);

  // The first digit of the reference is the indicator (or extension) and stands before the company prefix.
  std::string number{reference.substr(0, 1)};
  number.append(company).append(reference.substr(1));
  number.push_back(gs1_check_digit(number));
  Gs1Elements elements{{std::string{scheme->key}, number}};
  if (!scheme->tail.empty() && text != "*") elements.push_back({std::string{scheme->tail}, TRY(percent_decoded(text))});
  return elements;
}

}  // namespace lotline::marking
