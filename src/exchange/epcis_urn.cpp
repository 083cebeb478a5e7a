#include "exchange/epcis_urn.h"

#include <algorithm>
#include <array>

#include "exchange/refusals.h"
#include "marking/gs1_identifiers.h"
#include "marking/percent_code.h"

namespace lotline::exchange {

namespace {

using marking::in_character_set;

/// How a scheme is written: company prefix, reference, what follows.
struct Scheme {
  std::string_view name;
  EpcisKey key;
  std::size_t digits;   ///< company prefix and reference together; 0 where the reference is free text
  bool indicator;       ///< the reference's first digit stands before the company prefix in the number
  std::size_t longest;  ///< characters of what follows (of company prefix and reference, where that is free text)
  char set;             ///< N digits or X the 82 invariant characters, of what follows; 0 when nothing does
  bool pattern;         ///< may be urn:epc:idpat:
};

constexpr auto kSchemes = std::to_array<Scheme>({{"sgtin", EpcisKey::sgtin, 13, true, 20, 'X', true},
                                                 {"lgtin", EpcisKey::lgtin, 13, true, 20, 'X', false},
                                                 {"sscc", EpcisKey::sscc, 17, true, 0, 0, false},
                                                 {"sgln", EpcisKey::gln, 12, false, 20, 'X', false},
                                                 {"pgln", EpcisKey::pgln, 12, false, 0, 0, false},
                                                 {"gdti", EpcisKey::gdti, 12, false, 17, 'X', true},
                                                 {"grai", EpcisKey::grai, 12, false, 16, 'X', true},
                                                 {"giai", EpcisKey::giai, 0, false, 30, 0, false},
                                                 {"gsrn", EpcisKey::gsrn, 17, false, 0, 0, false},
                                                 {"gsrnp", EpcisKey::gsrnp, 17, false, 0, 0, false},
                                                 {"sgcn", EpcisKey::gcn, 12, false, 12, 'N', true},
                                                 {"cpi", EpcisKey::cpi, 0, false, 12, 'N', true},
                                                 {"ginc", EpcisKey::ginc, 0, false, 30, 0, false},
                                                 {"gsin", EpcisKey::gsin, 16, false, 0, 0, false},
                                                 {"itip", EpcisKey::itip, 13, true, 20, 'X', true},
                                                 {"upui", EpcisKey::upui, 13, true, 28, 'X', false}});

std::string_view take_part(std::string_view& text) {
  const auto dot = std::min(text.find('.'), text.size());
  const auto part = text.substr(0, dot);
  text.remove_prefix(std::min(dot + 1, text.size()));
  return part;
}

/// The digits of a key, its check digit put back.
std::string number_of(const Scheme& scheme, std::string_view company, std::string_view reference) {
  std::string number;
  if (scheme.indicator) {
    number.append(reference.substr(0, 1)).append(company).append(reference.substr(1));
  } else {
    if (scheme.key == EpcisKey::grai) number.push_back('0');
    number.append(company).append(reference);
  }
  number.push_back(marking::gs1_check_digit(number));
  return number;
}

Result<std::string> decoded_part(const Scheme& scheme, std::string_view part, std::size_t longest, char set) {
  std::string plain = TRY(marking::percent_decoded(part));
  if (plain.empty() || plain.size() > longest || !in_character_set(plain, set))
    return refuse(bad_gs1_uri, "{} takes 1 to {} {} there, not \"{}\"", scheme.name, longest,
                  set == 'N' ? "digits" : "characters of the invariant set", part);
  return plain;
}

Result<EpcisIdentifier> decode(const Scheme& scheme, std::string_view body, bool pattern) {
  EpcisIdentifier id{scheme.key, {}, {}, {}, {}, {}};
  const auto company = take_part(body);
  if (company.size() < 6 || company.size() > 12 || !in_character_set(company, 'N'))
    return refuse(bad_gs1_uri, "a company prefix has 6 to 12 digits, not \"{}\"", company);
  if (scheme.key == EpcisKey::giai || scheme.key == EpcisKey::ginc) {
    id.number.append(company).append(TRY(decoded_part(scheme, body, scheme.longest - company.size(), 'X')));
    return id;
  }
  const auto reference = take_part(body);
  if (scheme.key == EpcisKey::cpi) {
    id.number.append(company).append(TRY(decoded_part(scheme, reference, 30 - company.size(), 'Y')));
  } else {
    if (company.size() + reference.size() != scheme.digits || !in_character_set(reference, 'N'))
      return refuse(bad_gs1_uri, "company prefix and reference of {} have {} digits in all, not \"{}.{}\"", scheme.name,
                    scheme.digits, company, reference);
    id.number = number_of(scheme, company, reference);
  }
  if (scheme.key == EpcisKey::itip) {
    const auto piece = take_part(body);
    const auto total = take_part(body);
    if (piece.size() != 2 || total.size() != 2 || !in_character_set(piece, 'N') || !in_character_set(total, 'N'))
      return refuse(bad_gs1_uri, "itip says which piece of how many in two digits each");
    id.number.append(piece).append(total);
  }
  if (pattern) {
    if (body != "*") return refuse(bad_gs1_uri, "a pattern of {} ends in an asterisk, not \"{}\"", scheme.name, body);
    if (scheme.key == EpcisKey::sgtin) id.key = EpcisKey::gtin;
    return id;
  }
  if (scheme.set == 0) {
    if (!body.empty()) return refuse(bad_gs1_uri, "nothing follows the number of {}, not \"{}\"", scheme.name, body);
    return id;
  }
  std::string tail = TRY(decoded_part(scheme, body, scheme.longest, scheme.set));
  if (scheme.key == EpcisKey::lgtin)
    id.lot = std::move(tail);
  else if (scheme.key != EpcisKey::gln || tail != "0")  // an extension of 0 says that there is none
    id.serial = std::move(tail);
  return id;
}

}  // namespace

Result<EpcisIdentifier> decode_epc_urn(std::string_view uri) {
  constexpr std::string_view kInstance = "urn:epc:id:";
  constexpr std::string_view kPattern = "urn:epc:idpat:";
  constexpr std::string_view kLot = "urn:epc:class:";
  const bool pattern = uri.starts_with(kPattern);
  const bool lot = uri.starts_with(kLot);
  if (!pattern && !lot && !uri.starts_with(kInstance)) return EpcisIdentifier{};
  auto body = uri.substr(pattern ? kPattern.size() : lot ? kLot.size() : kInstance.size());
  const auto colon = std::min(body.find(':'), body.size());
  const auto scheme = std::ranges::find(kSchemes, body.substr(0, colon), &Scheme::name);
  // GID, BIC, IMO, DOD and airlines' schemes are no GS1 keys.
  if (scheme == kSchemes.end() || lot != (scheme->key == EpcisKey::lgtin) || (pattern && !scheme->pattern))
    return EpcisIdentifier{};
  body.remove_prefix(std::min(colon + 1, body.size()));
  return decode(*scheme, body, pattern);
}

}  // namespace lotline::exchange
