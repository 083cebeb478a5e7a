#pragma once
// A lot's whole life out as an EPCIS 2.0 document: every record that concerns it, in the order of the log, as the event
// that an import turns into the same record; with the parties, places, licences, products and trade items it names as
// master data. The same life gives the same document, byte for byte: eventIDs are hashes (CBV 2.0), and nothing in it
// depends on when it was written.

#include <functional>
#include <string_view>

#include "service/ports.h"

namespace lotline::exchange {

struct ExportedLife {
  std::string document;  ///< one event a line
  std::int64_t events = 0;
};

/// The lot, and those it was made of. Refuses a register whose log cannot be read.
Result<ExportedLife> export_lot(service::Register& store, LotId lot);

}  // namespace lotline::exchange
