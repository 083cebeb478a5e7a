#pragma once
// An act as an event tells it: a form of the desk with its fields, not yet filled in or decided; and what an event says
// of parties, places and documents, in the register's words.

#include <optional>

#include "exchange/epcis_names.h"
#include "service/acts.h"

namespace lotline::exchange {

struct Draft {
  const service::ActKind* act = nullptr;
  std::vector<std::pair<std::string_view, std::string>> fields;  ///< by the form's own names
  std::string path;  ///< of what it is about, within the event: .quantityList[0]; empty for all of it

  [[nodiscard]] bool takes(std::string_view field) const { return act->form.field(field) != nullptr; }
  [[nodiscard]] const std::string& text(std::string_view field) const;
  /// Fills a field. REQUIRES one of the form; an empty text fills nothing.
  void set(std::string_view field, std::string text);
  /// The lot of a line, and its rounds where they are told.
  void set(const NamedLine& line);
};
using Drafts = std::vector<Draft>;

/// An event beside the register. Each answer is empty where the event does not tell.
class Told {
 public:
  Told(const EpcisEvent& event, EpcisNames& names) : event_(event), names_(names) {}

  [[nodiscard]] const EpcisEvent& event() const { return event_; }
  [[nodiscard]] EpcisNames& names() const { return names_; }

  /// Code of the party of that type among the sources or destinations.
  Result<std::string> source(std::string_view type) const { return party_of(event_.sources, type); }
  Result<std::string> destination(std::string_view type) const { return party_of(event_.destinations, type); }
  /// The place of a source or destination of the type location.
  Result<std::optional<NamedPlace>> source_place() const { return place_of(event_.sources); }
  Result<std::optional<NamedPlace>> destination_place() const { return place_of(event_.destinations); }

  /// Where it happened: the business location, else the read point; with the possessor, where one is named.
  Result<NamedPlace> here() const;
  /// Who gives and out of which place: the possessing source and its location, else the read point's.
  Result<NamedPlace> giver() const;
  /// Who takes and into which place.
  Result<NamedPlace> taker() const;

  /// The licence among the documents, of the kinds that may cover the act, the first kind first.
  Result<std::string> licence(std::initializer_list<std::string_view> kinds) const;
  /// The number of the first document of a type, by the type's local name; any but a licence when none is asked for.
  [[nodiscard]] std::string document(std::string_view type) const;
  /// All documents but licences, in words.
  [[nodiscard]] std::string basis() const;

  /// A draft with its day and basis; `path` is what of the event it is about, and is read from now on.
  [[nodiscard]] Draft draft(std::string_view form, std::string path = {}) const;

 private:
  [[nodiscard]] std::string path_of(const std::vector<EpcisEndpoint>& ends) const;
  Result<NamedPlace> place_at(const EpcisIdentifier& id) const;
  Result<std::string> party_of(const std::vector<EpcisEndpoint>& ends, std::string_view type) const;
  Result<std::optional<NamedPlace>> place_of(const std::vector<EpcisEndpoint>& ends) const;

  const EpcisEvent& event_;
  EpcisNames& names_;
};

/// Whether a document that an event names is a licence.
[[nodiscard]] bool names_a_licence(const EpcisTransaction& transaction);

/// Puts the event's own extensions into the drafts whose forms have fields of their names. A party may be told by code
/// or by URI; a record by the eventID of the event that made it. Refuses a name that no form has, and a value that is
/// not what the event says elsewhere.
Result<void> fill_from_extensions(const Told& told, Drafts& drafts);

}  // namespace lotline::exchange
