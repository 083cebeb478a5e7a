#include "exchange/epcis_outgoing.h"

#include "base/json_writer.h"
#include "exchange/epcis_own.h"

namespace lotline::exchange {

namespace {

void write_texts(JsonWriter& json, std::string_view name, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  json.key(name).begin_array();
  for (const std::string& text : texts) json.value(text);
  json.end_array();
}

void write_quantities(JsonWriter& json, std::string_view name, const std::vector<OutgoingQuantity>& quantities) {
  if (quantities.empty()) return;
  json.key(name).begin_array();
  for (const OutgoingQuantity& each : quantities) {
    json.begin_object().member("epcClass", each.epc_class);
    if (each.quantity) json.member("quantity", *each.quantity);
    if (!each.uom.empty()) json.member("uom", each.uom);
    json.end_object();
  }
  json.end_array();
}

void write_pairs(JsonWriter& json, std::string_view name, std::string_view id, const OutgoingEvent::Pairs& pairs) {
  if (pairs.empty()) return;
  json.key(name).begin_array();
  for (const auto& [type, value] : pairs) json.begin_object().member("type", type).member(id, value).end_object();
  json.end_array();
}

void write_place(JsonWriter& json, std::string_view name, const std::string& id) {
  if (!id.empty()) json.key(name).begin_object().member("id", id).end_object();
}

void write_own(JsonWriter& json, const OutgoingEvent::Pairs& own) {
  for (const auto& [name, text] : own) json.member(std::string{kOwnPrefix} + ":" + name, text);
}

/// An object with further members, as JSON, behind its own.
std::string with_extras(std::string object, const std::string& extras) {
  if (extras.empty()) return object;
  object.pop_back();
  return object + (object.size() == 1 ? extras.substr(1) : extras) + "}";
}

std::string time_of(const OutgoingEvent& event, int nth) {
  const int seconds = nth / 1000;
  return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", to_text(event.happened.first), seconds / 3600, seconds / 60 % 60,
                     seconds % 60, nth % 1000);
}

}  // namespace

std::string text_of(const OutgoingEvent& event, int nth, std::string_view event_id) {
  JsonWriter json;
  json.begin_object().member("type", event.type);
  if (!event_id.empty()) json.member("eventID", event_id);
  json.member("eventTime", time_of(event, nth)).member("eventTimeZoneOffset", "+00:00");
  if (!event.action.empty()) json.member("action", event.action);
  if (!event.parent.empty()) json.member("parentID", event.parent);
  // An event that is about nothing else says so with an empty list.
  if (event.type == "ObjectEvent" && event.epcs.empty() && event.quantities.empty())
    json.key("epcList").begin_array().end_array();
  write_texts(json, "epcList", event.epcs);
  write_quantities(json, "quantityList", event.quantities);
  write_texts(json, "childEPCs", event.child_epcs);
  write_quantities(json, "childQuantityList", event.child_quantities);
  write_quantities(json, "inputQuantityList", event.input_quantities);
  write_quantities(json, "outputQuantityList", event.output_quantities);
  json.member("bizStep", event.step);
  if (!event.disposition.empty()) json.member("disposition", event.disposition);
  write_place(json, "readPoint", event.read_point);
  write_place(json, "bizLocation", event.biz_location);
  write_pairs(json, "bizTransactionList", "bizTransaction", event.transactions);
  write_pairs(json, "sourceList", "source", event.sources);
  write_pairs(json, "destinationList", "destination", event.destinations);
  if (!event.ilmd.empty() || !event.ilmd_extras.empty()) {
    JsonWriter ilmd;
    ilmd.begin_object();
    write_own(ilmd, event.ilmd);
    ilmd.end_object();
    json.key("ilmd").raw(with_extras(ilmd.take(), event.ilmd_extras));
  }
  write_own(json, event.own);
  json.end_object();
  return with_extras(json.take(), event.extras);
}

}  // namespace lotline::exchange
