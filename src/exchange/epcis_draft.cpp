#include "exchange/epcis_draft.h"

#include <algorithm>
#include <array>

#include "base/refusals.h"
#include "exchange/refusals.h"
#include "service/refusals.h"

namespace lotline::exchange {

namespace {

/// Types of documents that are licences, by their local names, and the kind each is.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kLicences{
    {{"licence", "licence"},
     {"exportLicence", "export"},
     {"importAuthorization", "import"},
     {"transitAuthorization", "transit"},
     {"manufacturingLicence", "manufacture"},
     {"tradeLicence", "trade"}}};

std::string_view licence_kind(const EpcisWord& type) {
  const auto* const found =
      std::ranges::find(kLicences, local_name(type), &std::pair<std::string_view, std::string_view>::first);
  return found == kLicences.end() ? std::string_view{} : found->second;
}

std::string number_of(const EpcisIdentifier& id) {
  return id.key == EpcisKey::gdti ? id.number + id.serial : id.canonical;
}

bool is_uri(std::string_view text) { return text.starts_with("https://") || text.starts_with("urn:"); }

/// Fields that name a party.
bool names_a_party(std::string_view field) {
  constexpr std::array<std::string_view, 14> kFields{
      "first_recipient", "importer",   "carrier",      "owner",      "purchaser", "marked_by", "authority",
      "custodian",       "taken_from", "between_from", "between_to", "maker",     "from",      "to"};
  return std::ranges::find(kFields, field) != kFields.end();
}

/// Whether a record is what a field of that name refers to.
bool is_meant_by(std::string_view field, const service::What& what) {
  const auto* movement = std::get_if<custody::MovementPosted>(&what);
  if (field == "dispatch") return movement != nullptr && movement->act == custody::Act::dispatch;
  if (field == "movement" || field == "sale") return movement != nullptr;
  if (field == "hold") return std::holds_alternative<custody::HoldMade>(what);
  if (field == "exhibit") return std::holds_alternative<seizure::Recovered>(what);
  return std::holds_alternative<stockpile::StocktakeRecorded>(what);
}

bool names_a_record(std::string_view field) {
  constexpr std::array<std::string_view, 6> kFields{"dispatch", "movement", "sale", "hold", "exhibit", "investigation"};
  return std::ranges::find(kFields, field) != kFields.end();
}

/// Extensions of ours that are no fields.
bool is_read_elsewhere(std::string_view name) {
  return name == kRefusedExtension || name == kConsumption || name == kCountedNone || name == kFound;
}

Result<std::string> text_of(const EpcisExtension& extension) {
  if (extension.json.starts_with("\"") || !extension.text.empty()) return extension.text;
  return refuse(epcis_member_type, "{} is told as a text", extension.name);
}

/// Whether a movement took rounds of a lot that the event is about; an event about none may mean any.
bool concerns(const Told& told, const service::What& what) {
  const auto* movement = std::get_if<custody::MovementPosted>(&what);
  const auto& quantities = told.event().quantities;
  if (movement == nullptr || quantities.empty()) return true;
  const auto lot = told.names().lot_named(quantities.front());
  return !lot || std::ranges::any_of(movement->postings, [&](const auto& posting) { return posting.lot == lot->id; });
}

Result<std::string> value_of(const Told& told, const EpcisExtension& extension) {
  std::string text = TRY(text_of(extension));
  const std::string& field = extension.name;
  if (names_a_party(field) && is_uri(text)) return told.names().party(read_epcis_identifier(text));
  if (names_a_record(field)) {
    const RecordNumber number = TRY(told.names().record_of(text, [&](RecordNumber, const service::What& what) {
      return is_meant_by(field, what) && concerns(told, what);
    }));
    return fmt::format("{}", number);
  }
  return text;
}

Result<void> fill(const Told& told, const EpcisExtension& extension, Drafts& drafts) {
  if (extension.space != kOwnSpace || is_read_elsewhere(extension.name)) return {};
  const bool taken = std::ranges::any_of(drafts, [&](const Draft& draft) { return draft.takes(extension.name); });
  if (!taken) return refuse(service::unknown_field, "{} of {}", extension.name, drafts.front().act->form.name);
  const std::string value = TRY(of_field(extension.name, value_of(told, extension)));
  for (Draft& draft : drafts) {
    if (!draft.takes(extension.name)) continue;
    const std::string& other = draft.text(extension.name);
    const bool replaces = extension.name == "on" || extension.name == "basis" || extension.name == "made_on";
    if (!replaces && !other.empty() && other != value)
      return refuse(epcis_contradiction, "{} is {} in one place and {} in another", extension.name, other, value);
    draft.set(extension.name, value);
  }
  return {};
}

/// An interval that an extension gives begins on the day of the event.
Result<void> day_agrees(const EpcisEvent& event) {
  const std::string on = own_text(event.extensions, "on");
  if (on.empty()) return {};
  const When when = TRY(of_field("on", parse_when(on)));
  if (when.first != event.day())
    return refuse(epcis_contradiction, "on is {} and eventTime falls on {}", on, to_text(event.day()));
  return {};
}

}  // namespace

bool names_a_licence(const EpcisTransaction& transaction) { return !licence_kind(transaction.type).empty(); }

const std::string& Draft::text(std::string_view field) const {
  static const std::string empty;
  const auto found = std::ranges::find(fields, field, &std::pair<std::string_view, std::string>::first);
  return found == fields.end() ? empty : found->second;
}

void Draft::set(std::string_view field, std::string text) {
  if (text.empty()) return;
  const auto found = std::ranges::find(fields, field, &std::pair<std::string_view, std::string>::first);
  if (found != fields.end())
    found->second = std::move(text);
  else
    fields.emplace_back(act->form.field(field)->name, std::move(text));
}

void Draft::set(const NamedLine& line) {
  set("maker", line.maker);
  set("lot", line.lot);
  set("product", line.product);
  if (line.rounds > Rounds{} && takes("rounds")) set("rounds", fmt::format("{}", line.rounds.count()));
}

std::string Told::path_of(const std::vector<EpcisEndpoint>& ends) const {
  return &ends == &event_.sources ? ".sourceList" : ".destinationList";
}

Result<NamedPlace> Told::place_at(const EpcisIdentifier& id) const {
  names_.read_at(&id == &event_.biz_location ? ".bizLocation" : ".readPoint");
  return names_.place(id);
}

Result<std::string> Told::party_of(const std::vector<EpcisEndpoint>& ends, std::string_view type) const {
  const auto found = std::ranges::find_if(ends, [&](const EpcisEndpoint& end) { return end.type.is(type); });
  if (found == ends.end()) return std::string{};
  names_.read_at(path_of(ends));
  return names_.party(found->id);
}

Result<std::optional<NamedPlace>> Told::place_of(const std::vector<EpcisEndpoint>& ends) const {
  const auto found = std::ranges::find_if(ends, [](const EpcisEndpoint& end) { return end.type.is("location"); });
  if (found == ends.end()) return std::nullopt;
  names_.read_at(path_of(ends));
  return TRY(names_.place(found->id));
}

Result<NamedPlace> Told::here() const {
  const EpcisIdentifier& told = event_.biz_location.empty() ? event_.read_point : event_.biz_location;
  NamedPlace place = told.empty() ? NamedPlace{} : TRY(place_at(told));
  const std::string possessor = TRY(source("possessing_party"));
  if (!possessor.empty()) place.holder = possessor;
  return place;
}

Result<NamedPlace> Told::giver() const {
  NamedPlace place;
  if (const auto told = TRY(source_place()))
    place = *told;
  else if (!event_.read_point.empty())
    place = TRY(place_at(event_.read_point));
  const std::string possessor = TRY(source("possessing_party"));
  if (!possessor.empty()) place.holder = possessor;
  return place;
}

Result<NamedPlace> Told::taker() const {
  NamedPlace place;
  if (!event_.biz_location.empty())
    place = TRY(place_at(event_.biz_location));
  else if (const auto told = TRY(destination_place()))
    place = *told;
  const std::string possessor = TRY(destination("possessing_party"));
  if (!possessor.empty()) place.holder = possessor;
  return place;
}

Result<std::string> Told::licence(std::initializer_list<std::string_view> kinds) const {
  names_.read_at(".bizTransactionList");
  for (const std::string_view kind : kinds)
    for (const EpcisTransaction& each : event_.transactions)
      if (licence_kind(each.type) == kind) return names_.licence(each.id);
  return std::string{};
}

std::string Told::document(std::string_view type) const {
  for (const EpcisTransaction& each : event_.transactions)
    if (type.empty() ? licence_kind(each.type).empty() : local_name(each.type) == type) return number_of(each.id);
  return {};
}

std::string Told::basis() const {
  std::string words;
  for (const EpcisTransaction& each : event_.transactions) {
    if (!licence_kind(each.type).empty()) continue;
    words.append(words.empty() ? "" : "; ").append(local_name(each.type));
    words.append(each.type.empty() ? "" : " ").append(number_of(each.id));
  }
  return words;
}

Draft Told::draft(std::string_view form, std::string path) const {
  names_.read_at(path);
  Draft draft{*service::find_act(form), {}, std::move(path)};
  if (draft.takes("on")) draft.set("on", to_text(event_.day()));
  if (draft.takes("basis")) draft.set("basis", basis());
  return draft;
}

Result<void> fill_from_extensions(const Told& told, Drafts& drafts) {
  told.names().read_at({});
  if (drafts.empty()) return {};
  TRY(day_agrees(told.event()));
  for (const EpcisExtension& extension : told.event().extensions) TRY(fill(told, extension, drafts));
  for (const EpcisExtension& extension : told.event().ilmd) TRY(fill(told, extension, drafts));
  return {};
}

}  // namespace lotline::exchange
