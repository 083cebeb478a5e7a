#pragma once
// Documents for tests, made of one small event.

#include <string>
#include <string_view>
#include <vector>

#include "exchange/epcis_reader.h"

namespace lotline::exchange {

inline constexpr std::string_view kObjectEvent =
    R"({"type":"ObjectEvent","eventTime":"2026-01-11T08:00:00.000Z","eventTimeZoneOffset":"+01:00","action":"OBSERVE",)"
    R"("epcList":["https://id.gs1.org/01/04012345123456/21/1"]})";

/// The number of a refusal; 0 where there is none.
template <class T>
int refusal_of(const Result<T>& result) {
  return result ? 0 : result.error().number;
}

/// The text with one part of it replaced. REQUIRES that it is there.
inline std::string with(std::string_view text, std::string_view part, std::string_view other) {
  std::string changed{text};
  const auto at = changed.find(part);
  if (at == std::string::npos) return fmt::format("the test is wrong: {} is not there", part);
  return changed.replace(at, part.size(), other);
}

inline std::string document_of(std::string_view events) {
  std::string document =
      R"({"@context":["https://ref.gs1.org/standards/epcis/epcis-context.jsonld",{"ex":"https://example.org/ns#"}],)"
      R"("type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2026-01-11T08:00:00Z",)"
      R"("epcisBody":{"eventList":[)";
  return document.append(events).append("]}}");
}

/// All that is found in a document, each as `refused 6026 $.epcisBody.eventList[0].bizStep`; what ends the reading as
/// `fatal 6013`.
inline std::vector<std::string> findings_of(EpcisReader& reader) {
  std::vector<std::string> found;
  const auto say = [&](const EpcisFinding& finding) {
    found.push_back(fmt::format("{} {} {}", finding.gravity == EpcisFinding::Gravity::refused ? "refused" : "noted",
                                finding.refusal.number, finding.path));
  };
  EpcisEvent event;
  for (;;) {
    const auto more = reader.next(event);
    if (!more) {
      found.push_back(fmt::format("fatal {}", more.error().number));
      return found;
    }
    if (!*more) break;
    for (const auto& finding : event.findings) say(finding);
  }
  for (const auto& finding : reader.document().findings) say(finding);
  return found;
}

inline std::vector<std::string> findings_in(std::string_view document) {
  auto reader = EpcisReader::of_text(document, "test");
  return findings_of(reader);
}

/// The same of one event within a document, each without the path of the event.
inline std::vector<std::string> findings_of_event(std::string_view event) {
  auto found = findings_in(document_of(event));
  constexpr std::string_view kPath = "$.epcisBody.eventList[0]";
  for (auto& finding : found)
    if (const auto at = finding.find(kPath); at != std::string::npos) finding.replace(at, kPath.size(), "$");
  return found;
}

/// The first event of a document, read.
inline EpcisEvent first_event(std::string_view document) {
  auto reader = EpcisReader::of_text(document, "test");
  EpcisEvent event;
  if (!reader.next(event)) event.type_name = "refused";
  return event;
}

}  // namespace lotline::exchange
