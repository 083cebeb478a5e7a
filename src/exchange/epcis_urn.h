#pragma once
// EPC URNs of every GS1 key, as EPCIS carries them: instances (urn:epc:id:), lots (urn:epc:class:lgtin:) and patterns
// whose last part is an asterisk (urn:epc:idpat:). EPC Tag Data Standard 2.0, sections 6.3 and 8.

#include <string_view>

#include "base/refusal.h"
#include "exchange/epcis_identifier.h"

namespace lotline::exchange {

/// Key, number, lot and serial of a URN; canonical is left empty. Gives a private URI for any other urn:. Refuses a
/// GS1 scheme whose parts have not the digits or characters they must have.
Result<EpcisIdentifier> decode_epc_urn(std::string_view uri);

}  // namespace lotline::exchange
