#include "exchange/epcis_digital_link.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "exchange/refusals.h"
#include "marking/gs1_identifiers.h"
#include "marking/percent_code.h"
#include "marking/refusals.h"

namespace lotline::exchange {

namespace {

using marking::in_character_set;

/// What stands under a key: its number, and what may be written behind it without a slash.
struct KeyForm {
  EpcisKey key;
  std::string_view ai, word;
  std::size_t digits;     ///< up to and with the check digit; 0 for free text
  std::size_t more;       ///< characters that may follow the digits; for free text, its length
  bool more_is_required;  ///< exactly so many
  char set;               ///< of what follows, or of the free text
};

constexpr auto kKeys = std::to_array<KeyForm>({{EpcisKey::gtin, "01", "gtin", 14, 0, false, 'N'},
                                               {EpcisKey::sscc, "00", "sscc", 18, 0, false, 'N'},
                                               {EpcisKey::gln, "414", "gln", 13, 0, false, 'N'},
                                               {EpcisKey::pgln, "417", "party", 13, 0, false, 'N'},
                                               {EpcisKey::gdti, "253", "gdti", 13, 17, false, 'X'},
                                               {EpcisKey::grai, "8003", "grai", 14, 16, false, 'X'},
                                               {EpcisKey::giai, "8004", "giai", 0, 30, false, 'X'},
                                               {EpcisKey::gsrn, "8018", "gsrn", 18, 0, false, 'N'},
                                               {EpcisKey::gsrnp, "8017", "gsrnp", 18, 0, false, 'N'},
                                               {EpcisKey::gcn, "255", "gcn", 13, 12, false, 'N'},
                                               {EpcisKey::cpi, "8010", "cpid", 0, 30, false, 'Y'},
                                               {EpcisKey::ginc, "401", "ginc", 0, 30, false, 'X'},
                                               {EpcisKey::gsin, "402", "gsin", 17, 0, false, 'N'},
                                               {EpcisKey::itip, "8006", "itip", 14, 4, true, 'N'}});

/// What may follow which key.
struct Qualifier {
  std::string_view ai, word, keys;  ///< identifiers of the keys, between blanks
  std::size_t longest;
  char set;
};
constexpr auto kQualifiers = std::to_array<Qualifier>({{"22", "cpv", " 01 8006 ", 20, 'X'},
                                                       {"10", "lot", " 01 8006 ", 20, 'X'},
                                                       {"21", "ser", " 01 8006 ", 20, 'X'},
                                                       {"235", "tpx", " 01 ", 28, 'X'},
                                                       {"254", "glnx", " 414 ", 20, 'X'},
                                                       {"7040", "uic-ext", " 414 417 8004 ", 4, 'X'},
                                                       {"8011", "cpsn", " 8010 ", 12, 'N'}});

/// The domain and the segments of the path; more than any link has are not looked at.
struct Segments {
  std::array<std::string_view, 24> at;
  std::size_t count = 0;
};

/// Splits at slashes, as far as the query or the fragment.
Segments split_path(std::string_view path) {
  Segments segments;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= path.size() && segments.count < segments.at.size(); ++at) {
    const char c = at < path.size() ? path[at] : '?';
    if (c != '/' && c != '?' && c != '#') continue;
    if (c == '/' || at > begin) segments.at[segments.count++] = path.substr(begin, at - begin);
    if (c != '/') break;
    begin = at + 1;
  }
  return segments;
}

const KeyForm* key_named(std::string_view segment) {
  const auto found =
      std::ranges::find_if(kKeys, [&](const KeyForm& k) { return k.ai == segment || k.word == segment; });
  return found == kKeys.end() ? nullptr : &*found;
}

Result<void> take_key(const KeyForm& form, std::string_view segment, EpcisIdentifier& id) {
  std::string value = TRY(marking::percent_decoded(segment));
  if (form.key == EpcisKey::gtin && (value.size() == 8 || value.size() == 12 || value.size() == 13))
    value.insert(0, 14 - value.size(), '0');
  const bool long_enough = form.digits == 0 ? !value.empty() : value.size() >= form.digits;
  const std::size_t most = form.digits + form.more;
  if (!long_enough || value.size() > most || (form.more_is_required && value.size() != most))
    return refuse(bad_gs1_uri, "({}) {} has not that length", form.ai, value);
  const auto digits = std::string_view{value}.substr(0, form.digits);
  const auto rest = std::string_view{value}.substr(form.digits);
  if (!in_character_set(digits, 'N') || !in_character_set(rest, form.set))
    return refuse(bad_gs1_uri, "({}) {} holds other characters", form.ai, value);
  if (form.digits != 0 && !marking::check_digit_holds(digits))
    return refuse(marking::bad_check_digit, "({}) {} would end in {}", form.ai, digits,
                  marking::gs1_check_digit(digits.substr(0, digits.size() - 1)));
  const bool whole = form.digits == 0 || form.more_is_required;
  id.key = form.key;
  id.number = whole ? value : std::string{digits};
  if (!whole) id.serial = rest;
  return {};
}

Result<void> take_qualifier(const KeyForm& form, std::string_view name, std::string_view segment, EpcisIdentifier& id) {
  const auto found =
      std::ranges::find_if(kQualifiers, [&](const Qualifier& q) { return q.ai == name || q.word == name; });
  if (found == kQualifiers.end() || !found->keys.contains(fmt::format(" {} ", form.ai)))
    return refuse(bad_gs1_uri, "({}) may not follow ({})", name, form.ai);
  std::string value = TRY(marking::percent_decoded(segment));
  if (value.empty() || value.size() > found->longest || !in_character_set(value, found->set))
    return refuse(bad_gs1_uri, "({}) takes 1 to {} characters, not \"{}\"", found->ai, found->longest, value);
  if (found->ai == "10") {
    id.lot = std::move(value);
    if (id.key == EpcisKey::gtin) id.key = EpcisKey::lgtin;
  } else if (found->ai == "21" || found->ai == "235" || found->ai == "254" || found->ai == "8011") {
    id.serial = std::move(value);
    if (form.key == EpcisKey::gtin) id.key = found->ai == "235" ? EpcisKey::upui : EpcisKey::sgtin;
  }
  return {};
}

Result<EpcisIdentifier> decode(const Segments& path, std::size_t at, const KeyForm& form) {
  EpcisIdentifier id;
  TRY(take_key(form, path.at[at + 1], id));
  for (std::size_t i = at + 2; i < path.count; i += 2) TRY(take_qualifier(form, path.at[i], path.at[i + 1], id));
  return id;
}

}  // namespace

Result<EpcisIdentifier> decode_gs1_link(std::string_view uri) {
  const auto scheme = uri.starts_with("https://") ? 8U : uri.starts_with("http://") ? 7U : 0U;
  if (scheme == 0) return EpcisIdentifier{};
  uri.remove_prefix(scheme);
  const Segments path = split_path(uri);
  const bool of_gs1 = path.at[0] == "id.gs1.org";

  // The key is the first segment that names one and from which whole pairs lead to the end.
  for (std::size_t at = 1; at + 1 < path.count; ++at) {
    const KeyForm* form = (path.count - at) % 2 == 0 ? key_named(path.at[at]) : nullptr;
    if (form == nullptr) continue;
    auto decoded = decode(path, at, *form);
    if (decoded || of_gs1 || decoded.error().number == marking::bad_check_digit.number) return decoded;
  }
  if (of_gs1) return refuse(bad_gs1_uri, "no GS1 key stands in {}", uri);
  return EpcisIdentifier{};
}

}  // namespace lotline::exchange
