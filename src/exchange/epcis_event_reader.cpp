#include "exchange/epcis_event_reader.h"

#include <algorithm>
#include <array>

#include "exchange/epcis_context_reader.h"
#include "exchange/epcis_fields.h"
#include "exchange/epcis_formats.h"
#include "exchange/refusals.h"

namespace lotline::exchange {

namespace {

constexpr auto kTypes =
    std::to_array<std::pair<std::string_view, EpcisType>>({{"ObjectEvent", EpcisType::object},
                                                           {"AggregationEvent", EpcisType::aggregation},
                                                           {"TransactionEvent", EpcisType::transaction},
                                                           {"TransformationEvent", EpcisType::transformation},
                                                           {"AssociationEvent", EpcisType::association}});

Result<EpcisType> type_of(std::string_view name) {
  const auto found = std::ranges::find(kTypes, name, &std::pair<std::string_view, EpcisType>::first);
  if (found != kTypes.end()) return found->second;
  if (!is_uri(name)) return refuse(epcis_unknown_type, "\"{}\"", name);
  return EpcisType::custom;
}

Result<EpcisAction> action_of(std::string_view word) {
  if (word == "ADD") return EpcisAction::add;
  if (word == "OBSERVE") return EpcisAction::observe;
  if (word == "DELETE") return EpcisAction::remove;
  return refuse(epcis_unknown_word, "action \"{}\"; ADD, OBSERVE and DELETE are the three", word);
}

Result<void> is_met(std::string_view member, bool met) {
  if (!met) return refuse(epcis_member_missing, "{}", member);
  return {};
}

Result<void> ilmd_allowed(const EpcisEvent& event, bool present) {
  const bool made = event.type == EpcisType::transformation || event.action == EpcisAction::add;
  if (present && !made && event.action != EpcisAction::none) return refuse(epcis_ilmd_out_of_place);
  return {};
}

Result<void> has_parent(const EpcisEvent& event) {
  const bool needs = event.type == EpcisType::aggregation && event.action != EpcisAction::observe;
  if (needs && event.parent.empty()) return refuse(epcis_member_missing, "parentID");
  return {};
}

/// One event on its way from JSON.
struct Filling {
  EpcisJudge& judge;
  EpcisFields fields;
  const EpcisContext& context;
  EpcisEvent& event;
  const JsonPlace root{};
  std::uint64_t met = 0;  ///< which of kMembers the event has, one bit each
};

/// Which types of event a member belongs to, one bit a type in the order of EpcisType.
constexpr unsigned kObject = 1;
constexpr unsigned kAggregation = 2;
constexpr unsigned kTransaction = 4;
constexpr unsigned kTransformation = 8;
constexpr unsigned kAssociation = 16;
constexpr unsigned kFive = 31;
constexpr unsigned kAny = 63;

using At = const JsonPlace&;
using Value = const dom::element&;

struct Member {
  std::string_view name;
  unsigned types;
  void (*read)(Filling&, At, Value);
};

void read_offset(Filling& f, At at, Value v) {
  if (const auto written = f.judge.value(at, text_of(v)))
    f.event.offset_minutes = f.judge.value(at, parse_zone_offset(*written)).value_or(0);
}

void read_action(Filling& f, At at, Value v) {
  if (const auto written = f.judge.value(at, text_of(v)))
    f.event.action = f.judge.value(at, action_of(*written)).value_or(EpcisAction::none);
}

void read_beforehand(Filling& /*f*/, At /*at*/, Value /*v*/) {}

/// In the order of their names. Written out, since each goes to a place of its own.
constexpr auto kMembers = std::to_array<Member>({
    {"@context", kAny, read_beforehand},
    {"action", kFive & ~kTransformation, read_action},
    {"bizLocation", kFive,
     [](Filling& f, At at, Value v) {
       f.event.biz_location = f.fields.location(at, v, f.event.biz_location_extensions);
     }},
    {"bizStep", kFive,
     [](Filling& f, At at, Value v) { f.event.biz_step = f.fields.word(at, v, EpcisVocabulary::biz_step); }},
    {"bizTransactionList", kFive,
     [](Filling& f, At at, Value v) {
       f.event.transactions = f.fields.transactions(at, v, f.event.type == EpcisType::transaction ? 1 : 0);
     }},
    {"certificationInfo", kAny,
     [](Filling& f, At at, Value v) { f.event.certification_info = f.fields.certification_info(at, v); }},
    {"childEPCs", kAggregation | kAssociation,
     [](Filling& f, At at, Value v) { f.event.child_epcs = f.fields.identifiers(at, v, false); }},
    {"childQuantityList", kAggregation | kAssociation,
     [](Filling& f, At at, Value v) { f.event.child_quantities = f.fields.quantities(at, v); }},
    {"destinationList", kFive,
     [](Filling& f, At at, Value v) { f.event.destinations = f.fields.endpoints(at, v, "destination"); }},
    {"disposition", kFive,
     [](Filling& f, At at, Value v) { f.event.disposition = f.fields.word(at, v, EpcisVocabulary::disposition); }},
    {"epcList", kObject | kTransaction,
     [](Filling& f, At at, Value v) { f.event.epcs = f.fields.identifiers(at, v, f.event.type == EpcisType::object); }},
    {"errorDeclaration", kAny,
     [](Filling& f, At at, Value v) { f.event.error_declaration = f.fields.error_declaration(at, v); }},
    {"eventID", kAny, [](Filling& f, At at, Value v) { f.event.event_id = f.fields.uri(at, v); }},
    {"eventTime", kAny,
     [](Filling& f, At at, Value v) { f.event.event_time = f.fields.time(at, v).value_or(EpcisTime{}); }},
    {"eventTimeZoneOffset", kAny, read_offset},
    {"ilmd", kObject | kTransformation, [](Filling& f, At at, Value v) { f.event.ilmd = f.fields.ilmd(at, v); }},
    {"inputEPCList", kTransformation,
     [](Filling& f, At at, Value v) { f.event.input_epcs = f.fields.identifiers(at, v, true); }},
    {"inputQuantityList", kTransformation,
     [](Filling& f, At at, Value v) { f.event.input_quantities = f.fields.quantities(at, v); }},
    {"outputEPCList", kTransformation,
     [](Filling& f, At at, Value v) { f.event.output_epcs = f.fields.identifiers(at, v, true); }},
    {"outputQuantityList", kTransformation,
     [](Filling& f, At at, Value v) { f.event.output_quantities = f.fields.quantities(at, v); }},
    {"parentID", kAggregation | kTransaction | kAssociation,
     [](Filling& f, At at, Value v) { f.event.parent = f.fields.identifier(at, v); }},
    {"persistentDisposition", kFive, [](Filling& f, At at, Value v) { f.fields.persistent(at, v, f.event); }},
    {"quantityList", kObject | kTransaction,
     [](Filling& f, At at, Value v) { f.event.quantities = f.fields.quantities(at, v); }},
    {"readPoint", kFive,
     [](Filling& f, At at, Value v) { f.event.read_point = f.fields.location(at, v, f.event.read_point_extensions); }},
    {"recordTime", kAny, [](Filling& f, At at, Value v) { f.event.record_time = f.fields.time(at, v); }},
    {"sensorElementList", kFive,
     [](Filling& f, At at, Value v) { f.event.sensor_elements = f.fields.sensor_elements(at, v); }},
    {"sourceList", kFive, [](Filling& f, At at, Value v) { f.event.sources = f.fields.endpoints(at, v, "source"); }},
    {"transformationID", kTransformation,
     [](Filling& f, At at, Value v) { f.event.transformation_id = f.fields.identifier(at, v); }},
    {"type", kAny, read_beforehand},
});
static_assert(std::ranges::is_sorted(kMembers, {}, &Member::name));

constexpr auto kNames = [] {
  std::array<std::string_view, kMembers.size()> names;
  std::ranges::transform(kMembers, names.begin(), &Member::name);
  return names;
}();

/// Whether a member is a list that holds something.
bool has_items(const dom::object& object, std::string_view member) {
  dom::array list;
  return object[member].get(list) == simdjson::SUCCESS && list.size() > 0;
}

/// The bit of a member. REQUIRES one of kMembers.
consteval std::uint64_t bit_of(std::string_view member) {
  const auto* const found = std::ranges::lower_bound(kMembers, member, {}, &Member::name);
  if (found == kMembers.end() || found->name != member) throw "no member of an event";
  return std::uint64_t{1} << (found - kMembers.begin());
}

/// Of the members, those that the event must have and has not are said to be missing.
void require(Filling& f, std::uint64_t members) {
  for (std::uint64_t left = members & ~f.met; left != 0; left &= left - 1)
    f.judge.holds(f.root, is_met(kMembers[static_cast<std::size_t>(__builtin_ctzll(left))].name, false));
}

/// Whether the event says what it is about, and what it would have to say.
Result<void> names_something(const Filling& f, const dom::object& object) {
  const EpcisEvent& event = f.event;
  const auto has = [&](std::uint64_t member) { return (f.met & member) != 0; };
  bool named = true;
  std::string_view what;
  if (event.type == EpcisType::object) {
    named = has(bit_of("epcList")) || has_items(object, "quantityList") ||
            (has_items(object, "sensorElementList") && has(bit_of("readPoint")));
    what = "no epcList, no quantityList, and no sensor at a read point";
  } else if (event.type == EpcisType::transaction) {
    named = has(bit_of("epcList")) || has_items(object, "quantityList") || event.action == EpcisAction::remove;
    what = "no epcList and no quantityList";
  } else if (event.type == EpcisType::transformation) {
    const bool in = has_items(object, "inputEPCList") || has_items(object, "inputQuantityList");
    const bool out = has_items(object, "outputEPCList") || has_items(object, "outputQuantityList");
    named = (in && out) || (has(bit_of("transformationID")) && (in || out));
    what = "no inputs and outputs, nor one of them under a transformationID";
  } else {
    named =
        has_items(object, "childEPCs") || has_items(object, "childQuantityList") || event.action == EpcisAction::remove;
    what = "no childEPCs and no childQuantityList";
  }
  if (!named) return refuse(epcis_names_nothing, "{}", what);
  return {};
}

/// What holds of the members together.
void judge_whole(Filling& f, const dom::object& object, EpcisDocument::Form form) {
  const EpcisType type = f.event.type;
  require(f, bit_of("eventTime") | bit_of("eventTimeZoneOffset"));
  if (form == EpcisDocument::Form::event) require(f, bit_of("@context"));
  if (type == EpcisType::custom) return;
  if (type != EpcisType::transformation) require(f, bit_of("action"));
  if (type == EpcisType::transaction) require(f, bit_of("bizTransactionList"));
  if (type == EpcisType::association) require(f, bit_of("parentID"));
  f.judge.note_unless(f.root, has_parent(f.event));
  f.judge.holds({&f.root, "ilmd"}, ilmd_allowed(f.event, (f.met & bit_of("ilmd")) != 0));
  f.judge.complete(f.root, names_something(f, object));
}

void fill(Filling& f, const dom::object& object, EpcisDocument::Form form) {
  f.fields.require(f.root, object, {"type"});
  dom::element type;
  if (object["type"].get(type) == simdjson::SUCCESS) {
    const JsonPlace at{&f.root, "type"};
    const auto written = f.judge.value(at, text_of(type));
    if (written) f.event.type = f.judge.value(at, type_of(*written)).value_or(EpcisType::custom);
    f.event.type_name = f.context.expanded(written.value_or(std::string_view{}));
  }
  const unsigned bit = 1U << static_cast<unsigned>(f.event.type);
  for (const auto [name, value] : object) {
    const JsonPlace at{&f.root, name};
    const auto* const member = std::ranges::lower_bound(kMembers, name, {}, &Member::name);
    if (member != kMembers.end() && member->name == name && (member->types & bit) != 0) {
      f.met |= std::uint64_t{1} << (member - kMembers.begin());
      member->read(f, at, value);
    } else if (f.event.type == EpcisType::custom) {
      f.fields.keep(at, value, f.event.extensions);
    } else {
      f.fields.extension(at, value, f.event.extensions, kNames);
    }
  }
  judge_whole(f, object, form);
}

}  // namespace

struct EpcisEventReader::State {
  dom::parser parser;
};

EpcisEventReader::EpcisEventReader() : state_(std::make_unique<State>()) {}
EpcisEventReader::EpcisEventReader(EpcisEventReader&&) noexcept = default;
EpcisEventReader& EpcisEventReader::operator=(EpcisEventReader&&) noexcept = default;
EpcisEventReader::~EpcisEventReader() = default;

void EpcisEventReader::read(std::string_view text, const Setting& setting, EpcisEvent& event) {
  event.json = text;
  using enum EpcisJudge::Incomplete;
  EpcisJudge judge(event.findings, event.index, event.path,
                   setting.form == EpcisDocument::Form::list ? noted : refused);
  const JsonPlace root{};
  const auto element = judge.value(root, parse_json(state_->parser, text));
  const auto object = element ? judge.value(root, object_of(*element)) : std::nullopt;
  if (!object || !judge.holds(root, members_differ(*object))) return;
  dom::element own;
  if (object->at_key("@context").get(own) == simdjson::SUCCESS) {
    EpcisContext context = setting.context;
    read_epcis_context(judge, {&root, "@context"}, own, context);
    Filling filling{judge, EpcisFields(judge, context), context, event};
    fill(filling, *object, setting.form);
  } else {
    Filling filling{judge, EpcisFields(judge, setting.context), setting.context, event};
    fill(filling, *object, setting.form);
  }
  for (auto& finding : event.findings) finding.event_id = event.event_id;
}

}  // namespace lotline::exchange
