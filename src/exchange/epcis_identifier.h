#pragma once
// What an EPCIS event names: a GS1 key written as an EPC URN or as a GS1 Digital Link, decoded to one form, so that
// both spellings are the same thing; or a private URI, kept as it stands. EPC Tag Data Standard 2.0 section 6.3, GS1
// Digital Link: URI Syntax 1.2, CBV 2.0 section 8. docs/formats/epcis.md lists what is read.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/refusal.h"

namespace lotline::exchange {

enum class EpcisKey : std::uint8_t {
  private_uri,  ///< no GS1 key, or one that is not written as it must be (see fault)
  gtin,         ///< a kind of trade item, all lots and serials of it
  lgtin,        ///< GTIN and lot
  sgtin,        ///< GTIN and serial number: one single package
  sscc,         ///< one single logistic unit
  gln,          ///< a place, with its extension where it has one (SGLN)
  pgln,         ///< a party
  gdti,         ///< a kind of document, or one single document
  grai,         ///< a returnable asset
  giai,         ///< an individual asset
  gsrn,         ///< a recipient of a service
  gsrnp,        ///< a provider of a service
  gcn,          ///< a coupon
  cpi,          ///< a component or part
  ginc,         ///< a consignment
  gsin,         ///< a shipment
  itip,         ///< a piece of a trade item
  upui,         ///< a trade item with a third party's serial number
};

struct EpcisIdentifier {
  EpcisKey key = EpcisKey::private_uri;
  std::string canonical;  ///< https://id.gs1.org/01/09521234543210/10/LOT-1; a private URI as written
  std::string number;     ///< digits (characters of giai, cpi, ginc) with the check digit put back; empty for private
  std::string lot;        ///< (10), also beside a serial number
  std::string serial;     ///< (21), (235), (254), (8011), or what follows the number of a document, asset or coupon
  std::optional<Refusal> fault;  ///< GS1 in form, but its check digit, length or characters are wrong

  [[nodiscard]] bool empty() const { return canonical.empty(); }
  /// The same thing, however it was written.
  friend bool operator==(const EpcisIdentifier& a, const EpcisIdentifier& b) { return a.canonical == b.canonical; }
};

/// Decodes a URI. Never refuses: what is no GS1 key is a private URI; what ought to be one and is not has a fault.
[[nodiscard]] EpcisIdentifier read_epcis_identifier(std::string_view uri);

/// Canonical Digital Links, for export. REQUIRES digits with a right check digit; lot and serial as they are,
/// unescaped.
[[nodiscard]] std::string epcis_lot_link(std::string_view gtin, std::string_view lot);
[[nodiscard]] std::string epcis_sgtin_link(std::string_view gtin, std::string_view serial);
[[nodiscard]] std::string epcis_sscc_link(std::string_view sscc);
[[nodiscard]] std::string epcis_gln_link(std::string_view gln, std::string_view extension = {});
[[nodiscard]] std::string epcis_pgln_link(std::string_view gln);
[[nodiscard]] std::string epcis_gdti_link(std::string_view document_type, std::string_view serial);

}  // namespace lotline::exchange
