#include "exchange/epcis_identifier.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "exchange/epcis_digital_link.h"
#include "exchange/epcis_urn.h"

namespace lotline::exchange {

namespace {

constexpr std::string_view kDomain = "https://id.gs1.org/";

/// Bytes that stand as they are in a canonical link, as the event hash of CBV 2.0 has it.
constexpr std::array<bool, 256> kPlain = [] {
  std::array<bool, 256> plain{};
  for (const char c : std::string_view{"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-._';="})
    plain[static_cast<unsigned char>(c)] = true;
  return plain;
}();

void append_encoded(std::string& out, std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (kPlain[byte])
      out.push_back(c);
    else
      out.append({'%', kHex[byte >> 4], kHex[byte & 15]});
  }
}

std::string link(std::string_view key, std::string_view number, std::string_view tail, std::string_view value) {
  std::string out;
  out.reserve(kDomain.size() + key.size() + number.size() + value.size() + 8);
  out.append(kDomain).append(key).append("/");
  append_encoded(out, number);
  if (!tail.empty() && !value.empty()) out.append("/").append(tail).append("/");
  append_encoded(out, value);
  return out;
}

/// The identifier of the key, and of what follows it; empty where that is written behind the key itself.
struct Numerals {
  EpcisKey key;
  std::string_view ai, tail;
};
constexpr auto kNumerals = std::to_array<Numerals>({{EpcisKey::gtin, "01", ""},
                                                    {EpcisKey::lgtin, "01", "10"},
                                                    {EpcisKey::sgtin, "01", "21"},
                                                    {EpcisKey::sscc, "00", ""},
                                                    {EpcisKey::gln, "414", "254"},
                                                    {EpcisKey::pgln, "417", ""},
                                                    {EpcisKey::gdti, "253", ""},
                                                    {EpcisKey::grai, "8003", ""},
                                                    {EpcisKey::giai, "8004", ""},
                                                    {EpcisKey::gsrn, "8018", ""},
                                                    {EpcisKey::gsrnp, "8017", ""},
                                                    {EpcisKey::gcn, "255", ""},
                                                    {EpcisKey::cpi, "8010", "8011"},
                                                    {EpcisKey::ginc, "401", ""},
                                                    {EpcisKey::gsin, "402", ""},
                                                    {EpcisKey::itip, "8006", "21"},
                                                    {EpcisKey::upui, "01", "235"}});

void fill_canonical(EpcisIdentifier& id) {
  const auto& numerals = *std::ranges::find(kNumerals, id.key, &Numerals::key);
  const bool by_lot = id.serial.empty() && !id.lot.empty();
  id.canonical = link(numerals.ai, id.number, by_lot ? "10" : numerals.tail, by_lot ? id.lot : id.serial);
}

}  // namespace

EpcisIdentifier read_epcis_identifier(std::string_view uri) {
  Result<EpcisIdentifier> decoded = uri.starts_with("urn:") ? decode_epc_urn(uri) : decode_gs1_link(uri);
  EpcisIdentifier id;
  if (!decoded)
    id.fault = std::move(decoded.error());
  else
    id = *std::move(decoded);
  if (id.key == EpcisKey::private_uri)
    id.canonical = uri;
  else
    fill_canonical(id);
  return id;
}

std::string epcis_lot_link(std::string_view gtin, std::string_view lot) { return link("01", gtin, "10", lot); }
std::string epcis_sgtin_link(std::string_view gtin, std::string_view serial) { return link("01", gtin, "21", serial); }
std::string epcis_sscc_link(std::string_view sscc) { return link("00", sscc, "", ""); }
std::string epcis_gln_link(std::string_view gln, std::string_view extension) {
  return link("414", gln, "254", extension);
}
std::string epcis_pgln_link(std::string_view gln) { return link("417", gln, "", ""); }
std::string epcis_gdti_link(std::string_view document_type, std::string_view serial) {
  return link("253", document_type, "", serial);
}

}  // namespace lotline::exchange
