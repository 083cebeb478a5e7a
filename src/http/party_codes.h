#pragma once
// Codes of organisations, for answers that know them by their record's number.

#include "answers/account_json.h"

namespace lotline::http {

/// The code of a party; empty for none. REQUIRES that the store outlives it.
inline answers::CodeOf party_codes(service::Register& store) {
  return [&store](PartyId party) {
    const auto row = store.state().parties.parties.find(make_key(party));
    return row ? row->code : std::string{};
  };
}

}  // namespace lotline::http
