#pragma once
// What a document said beyond an act, kept with its record: on its way in as an event that says its own context, and on
// its way out again, in the words of whoever wrote it.

#include <map>
#include <string>

#include "exchange/epcis_context.h"
#include "exchange/epcis_event.h"
#include "exchange/epcis_outgoing.h"

namespace lotline::exchange {

/// The event as canonical JSON, with the @context it needs to be read by itself: the prefixes of its document that it
/// uses. REQUIRES an event that was parsed.
std::string self_contained(const EpcisEvent& event, const EpcisContext::Spaces& spaces);

/// An event kept so, as canonical JSON, with its hash for an eventID where it has none. Refuses what cannot be read.
Result<std::string> with_event_id(const std::string& kept);

/// The hash (CBV 2.0) of the text of an event, whose prefixes are ours and those given. REQUIRES a valid event.
std::string hash_of_text(const std::string& text, const std::map<std::string, std::string>& prefixes);

/// Members that are neither of the standard nor ours, put back into events; and the prefixes the document declares for
/// them: the writer's own where no other writer took it before.
class ForeignMembers {
 public:
  /// Refuses a kept event that cannot be read.
  Result<void> add(const std::string& kept, OutgoingEvent& event);
  [[nodiscard]] const std::map<std::string, std::string>& prefixes() const { return prefixes_; }

 private:
  std::string name_of(const EpcisExtension& extension, const std::string& kept);
  std::string members(EpcisExtensions extensions, const std::string& kept);

  std::map<std::string, std::string> prefixes_;  // to namespaces
};

}  // namespace lotline::exchange
