#pragma once
// What an EPCIS document says of itself, from its text with the events left out.

#include <string_view>

#include "exchange/epcis_event.h"

namespace lotline::exchange {

/// Fills the document, its form and its findings. `list_path` says where events were met; empty for nowhere. An object
/// that is no document is taken for an event by itself. `rest` may hold anything.
EpcisDocument read_epcis_document(std::string_view rest, std::string_view list_path);

}  // namespace lotline::exchange
