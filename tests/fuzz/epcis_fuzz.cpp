// Any bytes as an EPCIS document: reading it ends. An event that is not refused has a canonical text, which is read
// again as the same event under the same hash; an identifier's canonical form is read again as the same thing.

#include <cstdlib>

#include "exchange/epcis_event_hash.h"
#include "exchange/epcis_reader.h"

namespace {

using namespace lotline::exchange;

void demand(bool holds) {
  if (!holds) std::abort();
}

void read_again(const EpcisIdentifier& id) {
  if (id.key == EpcisKey::private_uri) return;
  const auto again = read_epcis_identifier(id.canonical);
  demand(again == id && again.key == id.key && !again.fault);
}

void read_again(const EpcisEvent& event, const EpcisDocument& document) {
  const auto canonical = canonical_event(event);
  const auto hash = epcis_event_hash(event, document.namespaces);
  demand(canonical.has_value() && hash.has_value());
  auto reader = EpcisReader::of_text("[" + *canonical + "]", "again");
  EpcisEvent again;
  demand(reader.next(again).value_or(false) && !again.refused());
  demand(canonical_event(again).value_or("") == *canonical);
  demand(epcis_event_hash(again, document.namespaces).value_or("") == *hash);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto reader = EpcisReader::of_text({reinterpret_cast<const char*>(data), size}, "fuzz");
  EpcisEvent event;
  for (;;) {
    const auto more = reader.next(event);
    if (!more || !*more) return 0;
    for (const auto& id : event.epcs) read_again(id);
    for (const auto& quantity : event.quantities) read_again(quantity.epc_class);
    if (!event.refused()) read_again(event, reader.document());
  }
}
