#include "exchange/epcis_record.h"

#include <algorithm>
#include <cstdlib>

#include "exchange/epcis_acts.h"
#include "exchange/epcis_content.h"
#include "exchange/epcis_event_hash.h"
#include "exchange/epcis_foreign.h"
#include "exchange/refusals.h"
#include "service/logged.h"
#include "service/refusals.h"

namespace lotline::exchange {

namespace {

using service::Desk;
using service::ImportSource;

/// An event that declares another wrong has that one's ref and this behind it.
constexpr std::string_view kDeclaredWrong = " declared wrong";

/// The record of an event that was taken before under this ref. Refuses other content.
Result<RecordNumber> known_as(Desk& desk, const std::string& ref, const std::string& content) {
  const auto known = desk.store.state().import_refs.find(make_key(std::string{kEventIssuer}, ref));
  if (!known) return RecordNumber{0};
  if (known->content != content)
    return refuse(service::ref_reused, "{} {}, record {}", kEventIssuer, ref, known->number);
  return known->number;
}

/// Whether documents are named that the acts keep neither as their licence nor in their basis.
bool names_more_documents(const EpcisEvent& event, const Drafts& drafts) {
  const auto licences = std::ranges::count_if(event.transactions, names_a_licence);
  const bool rests_on_one =
      std::ranges::any_of(drafts, [](const Draft& each) { return !each.text("licence").empty(); });
  const bool others = licences < std::ssize(event.transactions);
  return licences > (rests_on_one ? 1 : 0) || (others && !own_text(event.extensions, "basis").empty());
}

bool names_owners(const std::vector<EpcisEndpoint>& ends) {
  return std::ranges::any_of(
      ends, [](const EpcisEndpoint& end) { return !end.type.is("possessing_party") && !end.type.is("location"); });
}

/// Whether the event says more than its acts keep.
bool says_more(const EpcisEvent& event, const Drafts& drafts) {
  const auto foreign = [](const EpcisExtension& each) { return each.space != kOwnSpace; };
  return std::ranges::any_of(event.extensions, foreign) || std::ranges::any_of(event.ilmd, foreign) ||
         !event.read_point_extensions.empty() || !event.biz_location_extensions.empty() ||
         !event.persistent_set.empty() || !event.persistent_unset.empty() || !event.sensor_elements.empty() ||
         !event.certification_info.empty() || names_owners(event.sources) || names_owners(event.destinations) ||
         names_more_documents(event, drafts);
}

bool registers_a_lot(const Draft& draft) {
  const std::string_view form = draft.act->form.name;
  return form == "lots" || form == "relot" || form == "unpack_unmarked";
}

class EventTaker {
 public:
  EventTaker(const EpcisEvent& event, const EpcisContext::Spaces& spaces, EpcisNames& names)
      : event_(event), spaces_(spaces), names_(names), desk_(names.desk()) {}

  Result<EventTaken> take() {
    for (const EpcisFinding& finding : event_.findings) {
      at_ = finding.path;
      return std::unexpected(finding.refusal);
    }
    at_ = event_.path;
    ref_ = event_.event_id.empty() ? TRY(epcis_event_hash(event_, spaces_)) : event_.event_id;
    source_ = {content_of(event_), std::string{kEventIssuer}, ref_};
    return event_.error_declaration ? take_declaration() : take_acts();
  }
  [[nodiscard]] const std::string& at() const { return at_; }

 private:
  Result<EventTaken> take_acts() {
    if (TRY(known_as(desk_, ref_, source_.content)) != 0) return EventTaken::skipped;
    const bool declared = TRY(known_as(desk_, ref_ + std::string{kDeclaredWrong}, source_.content)) != 0;
    const Drafts drafts = declared ? Drafts{} : TRY(drafts_of_event());
    if (drafts.empty()) TRY(access::require(desk_.visitor, access::Right::record_stock));
    const RecordNumber first = desk_.store.next_number();
    for (const Draft& draft : drafts) TRY(record(draft));
    enter(drafts.empty() ? 0 : first, {event_.day(), event_.day()}, drafts.empty() || says_more(event_, drafts));
    return EventTaken::recorded;
  }

  Result<Drafts> drafts_of_event() {
    auto drafts = acts_of_event(event_, names_);
    if (!drafts) at_ += names_.at();
    return drafts;
  }

  Result<void> record(const Draft& draft) {
    at_ = event_.path + draft.path;
    std::vector<std::pair<std::string_view, std::string_view>> filled(draft.fields.begin(), draft.fields.end());
    const auto values = TRY(service::Values::of(draft.act->form, filled));
    TRY(draft.act->record(desk_, values, {}));
    if (registers_a_lot(draft)) names_.forget();  // a number may now mean two
    at_ = event_.path;
    return {};
  }

  /// What the event recorded is taken back, newest first; of an event not on record it is only noted.
  Result<EventTaken> take_declaration() {
    const RecordNumber wrong = TRY(known_as(desk_, ref_, source_.content));
    source_.ref += kDeclaredWrong;
    if (TRY(known_as(desk_, source_.ref, source_.content)) != 0) return EventTaken::skipped;
    at_ = event_.path + ".errorDeclaration";
    const RecordNumber first = desk_.store.next_number();
    if (wrong != 0) TRY(take_back(wrong));
    const bool moved = desk_.store.next_number() != first;
    if (!moved) TRY(access::require(desk_.visitor, access::Right::record_stock));
    const Day day = declared_on();
    enter(moved ? first : 0, {day, day}, true);
    return EventTaken::recorded;
  }

  Result<void> take_back(RecordNumber wrong) {
    const auto row = desk_.store.state().events.events.find(make_key(wrong));
    CHECK(row.has_value());
    if (row->moved_nothing()) return {};
    for (RecordNumber number = wrong - 1; number >= row->first; --number) {
      auto undoing = undoing_of(number, TRY(service::logged(desk_.store, number)).what);
      if (!undoing) continue;
      undoing->path = ".errorDeclaration";
      TRY(record(*undoing));
    }
    return {};
  }

  /// The act that takes a record back; none for what moved nothing.
  std::optional<Draft> undoing_of(RecordNumber number, const service::What& what) {
    const std::string named = fmt::format("{}", number);
    if (std::holds_alternative<custody::MovementPosted>(what)) return undoing("correct", "movement", named);
    if (const auto* package = std::get_if<custody::PackagePacked>(&what))
      return undoing("open", "package", package->code);
    if (std::holds_alternative<custody::HoldMade>(what)) return undoing("lift", "hold", named);
    const auto investigation = desk_.store.state().stocktakes.investigations.find(make_key(number));
    if (!investigation || !investigation->open) return std::nullopt;
    Draft draft = undoing("decide", "investigation", named);
    draft.set("finding", "miscount");
    return draft;
  }

  Draft undoing(std::string_view form, std::string_view field, const std::string& named) {
    const EpcisErrorDeclaration& declared = *event_.error_declaration;
    Draft draft{*service::find_act(form), {}, {}};
    draft.set(field, named);
    draft.set("on", to_text(declared_on()));
    const std::string note = own_text(declared.extensions, "note");
    const std::string basis = own_text(declared.extensions, "basis");
    if (draft.takes("note")) draft.set("note", note.empty() ? reason() : note);
    const bool wanted = note.empty() || draft.act->form.field("basis")->required;
    draft.set("basis", basis.empty() && wanted ? reason() : basis);
    return draft;
  }

  /// Why, and which events say it rightly.
  std::string reason() const {
    const EpcisErrorDeclaration& declared = *event_.error_declaration;
    std::string words = "declared wrong";
    if (!declared.reason.empty()) words.append(": ").append(local_name(declared.reason));
    for (const std::string& id : declared.corrected_by) words.append("; see ").append(id);
    return words;
  }

  Day declared_on() const { return Instant{event_.error_declaration->time.milliseconds / 1000}.day(); }

  /// The time as written; with the offset of the place where that is not UTC.
  std::string time_as_told() const {
    const int minutes = event_.offset_minutes;
    if (minutes == 0) return event_.event_time.written;
    return fmt::format("{} {}{:02}:{:02}", event_.event_time.written, minutes < 0 ? "-" : "+", std::abs(minutes) / 60,
                       std::abs(minutes) % 60);
  }

  void enter(RecordNumber first, const When& happened, bool whole) {
    custody::EventRecorded record;
    record.first = first;
    record.time = time_as_told();
    record.words = words_of(event_) + (event_.error_declaration ? ", declared wrong" : "");
    if (whole) record.kept = self_contained(event_, spaces_);
    if (first == 0) record.subjects = subjects_of(event_);
    service::Circumstance circumstance{happened, {}, source_};
    service::enter(desk_, circumstance, std::move(record));
  }

  const EpcisEvent& event_;
  const EpcisContext::Spaces& spaces_;
  EpcisNames& names_;
  Desk& desk_;
  std::string ref_;
  ImportSource source_;
  std::string at_;
};

}  // namespace

std::expected<EventTaken, EventRefused> take_event(const EpcisEvent& event, const EpcisContext::Spaces& spaces,
                                                   EpcisNames& names) {
  EventTaker taker(event, spaces, names);
  auto taken = taker.take();
  if (!taken) return std::unexpected(EventRefused{taker.at(), std::move(taken.error())});
  return *taken;
}

}  // namespace lotline::exchange
