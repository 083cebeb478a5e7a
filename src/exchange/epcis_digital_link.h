#pragma once
// GS1 Digital Links of every GS1 key, as EPCIS carries them: any domain, any path before the key; the finest level of
// what they name. GS1 Digital Link: URI Syntax 1.2; the words of its first edition (/gtin/, /lot/) are read too.

#include <string_view>

#include "base/refusal.h"
#include "exchange/epcis_identifier.h"

namespace lotline::exchange {

/// Key, number, lot and serial of a link; canonical is left empty. Consumer variant and query are passed over. Gives a
/// private URI for what is no link. Refuses a key with a wrong check digit, and under id.gs1.org, where nothing but
/// links stand, also a key that is not known, of another length, or with what may not follow it.
Result<EpcisIdentifier> decode_gs1_link(std::string_view uri);

}  // namespace lotline::exchange
