#pragma once
// One event of an EPCIS 2.0 document, read and judged: what, when, where, why and how, with every identifier and every
// word of the Core Business Vocabulary in one spelling. EPCIS 2.0 section 7, CBV 2.0 section 7.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/refusal.h"
#include "exchange/epcis_identifier.h"

namespace lotline::exchange {

enum class EpcisType : std::uint8_t { object, aggregation, transaction, transformation, association, custom };
enum class EpcisAction : std::uint8_t { none, add, observe, remove };

/// A moment as written, and what it means.
struct EpcisTime {
  std::string written;
  std::int64_t milliseconds = 0;  ///< UTC, from 1970-01-01T00:00:00Z; digits beyond are dropped
};

/// A word of a vocabulary: bizStep, disposition, the type of a business transaction, source, destination ...
struct EpcisWord {
  std::string word;  ///< the bare word where it is one of CBV 2.0, however it was spelt; empty for a word of another
  std::string
      uri;  ///< https://ref.gs1.org/cbv/BizStep-shipping; another's word as a full URI where its prefix is known

  [[nodiscard]] bool empty() const { return uri.empty(); }
  [[nodiscard]] bool is(std::string_view cbv_word) const { return word == cbv_word; }
};

/// So much of a class. Without a unit of measure the quantity counts items of that class, which are not rounds.
struct EpcisQuantity {
  EpcisIdentifier epc_class;
  std::optional<double> quantity;  ///< above zero; absent when it is not known
  std::string uom;                 ///< a code of UN/ECE Recommendation 20, such as KGM; empty for a count of items

  /// The quantity where it is a whole number below 2^53.
  [[nodiscard]] std::optional<std::int64_t> whole() const;
};

struct EpcisTransaction {
  EpcisWord type;  ///< po, desadv, cert ...; empty when none was given
  EpcisIdentifier id;
};

/// A source or a destination: owning_party, possessing_party, location, or a type of somebody's own.
struct EpcisEndpoint {
  EpcisWord type;
  EpcisIdentifier id;
};

/// A member that is not of the standard, kept whole.
struct EpcisExtension {
  std::string space;  ///< the namespace, https://example.org/ns/ammunition#; the bare prefix where none is declared
  std::string name;   ///< the name within it, calibre
  std::string json;   ///< its value as canonical JSON (RFC 8785)
  std::string text;   ///< its value where it is a text, a number or a truth; else empty
};
using EpcisExtensions = std::vector<EpcisExtension>;  ///< in the order written

struct EpcisErrorDeclaration {
  EpcisTime time;
  EpcisWord reason;                       ///< did_not_occur, incorrect_data; empty when none was given
  std::vector<std::string> corrected_by;  ///< correctiveEventIDs
  EpcisExtensions extensions;
};

/// One thing found wrong, or worth saying, about a document.
struct EpcisFinding {
  enum class Gravity : std::uint8_t {
    refused,  ///< the event, or the document, is not valid EPCIS 2.0
    noted     ///< valid, but nobody can tell what is meant (a wrong check digit): an import refuses the event too
  };
  Gravity gravity = Gravity::refused;
  std::int64_t event = -1;  ///< its place in the list, from 0; -1 for the document itself
  std::string event_id;     ///< eventID, where the event has one
  std::string path;         ///< $.epcisBody.eventList[3].quantityList[0].quantity
  Refusal refusal;
};

struct EpcisEvent {
  std::int64_t index = 0;  ///< place in the list, from 0
  std::string path;        ///< $.epcisBody.eventList[3]
  std::string event_id;    ///< eventID as written; empty when none was given
  EpcisType type = EpcisType::custom;
  std::string type_name;  ///< ObjectEvent; of a custom event its URI

  // when
  EpcisTime event_time;
  std::int32_t offset_minutes = 0;  ///< eventTimeZoneOffset
  std::optional<EpcisTime> record_time;

  // what
  EpcisAction action = EpcisAction::none;  ///< none for transformations and custom events
  EpcisIdentifier parent;                  ///< parentID; empty when none was given
  std::vector<EpcisIdentifier> epcs, child_epcs, input_epcs, output_epcs;
  std::vector<EpcisQuantity> quantities, child_quantities, input_quantities, output_quantities;
  EpcisIdentifier transformation_id;
  EpcisExtensions ilmd;

  // where
  EpcisIdentifier read_point, biz_location;  ///< empty when none was given
  EpcisExtensions read_point_extensions, biz_location_extensions;

  // why
  EpcisWord biz_step, disposition;
  std::vector<EpcisWord> persistent_set, persistent_unset;  ///< persistentDisposition
  std::vector<EpcisTransaction> transactions;
  std::vector<EpcisEndpoint> sources, destinations;

  // how, and the rest
  std::string sensor_elements;     ///< sensorElementList as canonical JSON, checked; empty when there is none
  std::string certification_info;  ///< canonical JSON; empty when there is none
  std::optional<EpcisErrorDeclaration> error_declaration;
  EpcisExtensions extensions;  ///< of a custom event, all that is not common to every event

  std::string json;                    ///< the event as it stands in the document
  std::vector<EpcisFinding> findings;  ///< of this event; an event that is refused may be filled in part

  [[nodiscard]] bool refused() const;
  /// The day on the calendar of the place where it happened.
  [[nodiscard]] Day day() const;
  /// The first extension of that namespace and name; nullptr when there is none.
  [[nodiscard]] const EpcisExtension* extension(std::string_view space, std::string_view name) const;
  /// Empties the event, and keeps its memory for the next.
  void clear();
};

/// What a document says of itself, apart from its events.
struct EpcisDocument {
  enum class Form : std::uint8_t {
    capture,  ///< EPCISDocument
    query,    ///< EPCISQueryDocument
    event,    ///< one event by itself
    list      ///< an array of events by itself
  };
  Form form = Form::capture;
  std::string id, schema_version, instance_identifier, sender, receiver, query_name, subscription_id;
  std::optional<EpcisTime> creation_date;
  std::map<std::string, std::string, std::less<>> namespaces;  ///< prefix to URI, those of the EPCIS context among them
  std::string master_data;  ///< epcisHeader.epcisMasterData or resultsBody.vocabularyList; canonical JSON, or empty
  EpcisExtensions extensions;
  std::vector<EpcisFinding> findings;  ///< of the document itself
};

}  // namespace lotline::exchange
