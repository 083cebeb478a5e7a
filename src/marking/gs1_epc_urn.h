#pragma once
// EPC URNs as EPCIS events carry them: sgtin, lgtin and sscc, with the check digit put back.
// EPC Tag Data Standard, section 6.3.

#include <string_view>

#include "base/refusal.h"
#include "marking/gs1_identifiers.h"

namespace lotline::marking {

/// Elements of urn:epc:id:sgtin:, urn:epc:idpat:sgtin: (serial `*` for all), urn:epc:class:lgtin: or urn:epc:id:sscc:,
/// not yet checked. Refuses other schemes, a company prefix outside 6 to 12 digits, and a wrong number of digits.
Result<Gs1Elements> split_epc_urn(std::string_view text);

}  // namespace lotline::marking
