#include "exchange/epcis_master_data.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "exchange/epcis_names.h"
#include "exchange/json_dom.h"
#include "exchange/refusals.h"
#include "proof/sha256.h"
#include "service/acts.h"
#include "service/refusals.h"

namespace lotline::exchange {

namespace {

struct FormVocabulary {
  std::string_view form;
  std::string_view vocabulary;
  std::string_view key;  ///< the field that tells one from another
  std::string_view gs1;  ///< the field that does so everywhere; empty for none
};
constexpr std::array<FormVocabulary, 6> kForms{
    {{"parties", "urn:epcglobal:epcis:vtype:Party", "code", "pgln"},
     {"places", "urn:epcglobal:epcis:vtype:Location", "gln", ""},
     {"licences", "urn:epcglobal:epcis:vtype:BusinessTransaction", "number", "gdti"},
     {"products", "https://lotline.example/epcis#Product", "code", ""},
     {"trade_items", "urn:epcglobal:epcis:vtype:EPCClass", "gtin", ""},
     {"firearm", "https://lotline.example/epcis#Firearm", "serial", ""}}};

const FormVocabulary& form_named(std::string_view form) {
  return *std::ranges::find(kForms, form, &FormVocabulary::form);
}

const std::string& text_of(const Attributes& attributes, std::string_view field) {
  static const std::string empty;
  const auto found = std::ranges::find(attributes, field, &Attributes::value_type::first);
  return found == attributes.end() ? empty : found->second;
}

void add(MasterElement& element, std::string_view field, std::string text) {
  if (!text.empty()) element.attributes.emplace_back(field, std::move(text));
}

std::string code_of(service::Register& store, PartyId party) {
  const auto row = store.state().parties.parties.find(make_key(party));
  return row ? row->code : std::string{};
}

/// What is registered under the GS1 number or the key of an element; nothing when it is not.
std::optional<MasterElement> registered(service::Register& store, const MasterElement& element) {
  auto& state = store.state();
  const FormVocabulary& form = form_named(element.form);
  const std::string& gs1 = text_of(element.attributes, form.gs1);
  const std::string key = text_of(element.attributes, form.key);
  const auto same = [&](const auto& row) { return row ? std::optional{master_element(store, *row)} : std::nullopt; };
  if (element.form == "parties") {
    auto row = gs1.empty() ? std::nullopt : state.parties.parties.first_by("pgln", gs1);
    return same(row ? row : state.parties.parties.first_by("code", key));
  }
  if (element.form == "licences") {
    auto row = gs1.empty() ? std::nullopt : state.licences.licences.first_by("gdti", gs1);
    return same(row ? row : state.licences.licences.first_by("number", key));
  }
  if (element.form == "products") return same(state.book.products.first_by("code", key));
  if (element.form == "trade_items") return same(state.trade_items.find(make_key(key)));
  if (element.form == "firearm") return same(state.firearms.firearms.first_by("serial", key));
  return same(state.parties.places.find(make_key(key + (text_of(element.attributes, "extension").empty() ? "" : "/") +
                                                 text_of(element.attributes, "extension"))));
}

/// Refuses what is told otherwise than it is registered. Under one GS1 number two registers may use two codes.
Result<void> told_alike(const MasterElement& told, const MasterElement& known) {
  const FormVocabulary& form = form_named(told.form);
  const std::string& gs1 = text_of(told.attributes, form.gs1);
  const bool by_gs1 = !gs1.empty() && gs1 == text_of(known.attributes, form.gs1);
  for (const service::Field& field : (*service::find_act(told.form))->form.fields) {
    if (by_gs1 && (field.name == form.key || field.name == "name" || field.name == "parent")) continue;
    const std::string& here = text_of(known.attributes, field.name);
    const std::string& there = text_of(told.attributes, field.name);
    if (here != there)
      return refuse(epcis_contradiction, "{} {} has {} \"{}\" here and \"{}\" in the document", told.form,
                    text_of(told.attributes, form.key), field.name, here, there);
  }
  return {};
}

std::string content_of(const MasterElement& element) {
  std::string content;
  for (const auto& [field, text] : element.attributes) content += fmt::format("{}={}:{};", field, text.size(), text);
  return proof::to_hex(proof::sha256(content)).substr(0, 32);
}

/// The field of an attribute of ours; empty for any other.
std::string_view field_of(std::string_view attribute) {
  return attribute.starts_with(kOwnSpace) ? attribute.substr(kOwnSpace.size()) : std::string_view{};
}

Result<std::optional<MasterElement>> read_element(const dom::object& object) {
  MasterElement element;
  dom::array attributes;
  std::string_view id;
  if (object["id"].get(id) != simdjson::SUCCESS || object["attributes"].get(attributes) != simdjson::SUCCESS)
    return std::nullopt;
  element.id = id;
  std::vector<std::pair<std::string_view, std::string_view>> told;
  std::string_view form;
  for (const dom::element each : attributes) {
    std::string_view name, text;
    if (each["id"].get(name) != simdjson::SUCCESS || each["attribute"].get(text) != simdjson::SUCCESS) continue;
    if (field_of(name) == "form")
      form = text;
    else if (!field_of(name).empty())
      told.emplace_back(field_of(name), text);
  }
  const auto* const known = std::ranges::find(kForms, form, &FormVocabulary::form);
  if (known == kForms.end()) return std::nullopt;
  element.form = known->form;
  for (const auto& [name, text] : told) {
    const service::Field* field = (*service::find_act(form))->form.field(name);
    if (field == nullptr) return refuse(service::unknown_field, "{} of {}", name, form);
    element.attributes.emplace_back(field->name, text);
  }
  return element;
}

}  // namespace

MasterElement master_element(service::Register& store, const parties::PartyRow& row) {
  MasterElement element{"parties", row.pgln.empty() ? own_uri("party", {row.code}) : epcis_pgln_link(row.pgln), {}};
  add(element, "code", row.code);
  add(element, "kind", std::string{word(row.kind)});
  add(element, "name", row.name);
  add(element, "country", row.country);
  add(element, "parent", code_of(store, row.parent));
  add(element, "pgln", row.pgln);
  add(element, "headstamp_codes", row.headstamp_codes);
  return element;
}

MasterElement master_element(service::Register& store, const licensing::LicenceRow& row) {
  const std::string id = row.gdti.empty() ? own_uri("licence", {row.number})
                                          : epcis_gdti_link(row.gdti.substr(0, 13), row.gdti.substr(13));
  MasterElement element{"licences", id, {}};
  add(element, "number", row.number);
  add(element, "gdti", row.gdti);
  add(element, "kind", std::string{word(row.kind)});
  add(element, "holder", code_of(store, row.holder));
  add(element, "issued_on", to_text(row.issued_on));
  add(element, "expires_on", to_text(row.expires_on));
  add(element, "export_state", row.export_state);
  add(element, "import_state", row.import_state);
  add(element, "transit_states", row.transit_states);
  add(element, "final_recipient", code_of(store, row.final_recipient));
  add(element, "description", row.description);
  if (row.rounds > Rounds{}) add(element, "rounds", fmt::format("{}", row.rounds.count()));
  if (row.non_retransfer) add(element, "non_retransfer", "yes");
  add(element, "lots", row.lots);
  return element;
}

MasterElement master_element(service::Register&, const custody::ProductRow& row) {
  MasterElement element{"products", own_uri("product", {row.code}), {}};
  add(element, "code", row.code);
  add(element, "designation", row.designation);
  add(element, "calibre", row.calibre);
  add(element, "type", row.type);
  add(element, "item", std::string{word(row.item)});
  add(element, "unit", std::string{word(row.unit)});
  add(element, "gtin", row.gtin);
  add(element, "colours", row.colours);
  if (!row.controlled) add(element, "controlled", "no");
  return element;
}

MasterElement master_element(service::Register& store, const parties::PlaceRow& row) {
  const auto slash = std::min(row.gln.find('/'), row.gln.size());
  const std::string gln = row.gln.substr(0, slash);
  const std::string extension = row.gln.substr(std::min(slash + 1, row.gln.size()));
  MasterElement element{"places", epcis_gln_link(gln, extension), {}};
  add(element, "gln", gln);
  add(element, "extension", extension);
  add(element, "holder", code_of(store, row.party));
  add(element, "place", row.place);
  return element;
}

MasterElement master_element(service::Register& store, const custody::TradeItemRow& row) {
  MasterElement element{"trade_items", "https://id.gs1.org/01/" + row.gtin, {}};
  add(element, "gtin", row.gtin);
  add(element, "product", store.state().book.products.find(make_key(row.product))->code);
  add(element, "level", std::string{word(row.level)});
  add(element, "rounds", fmt::format("{}", row.rounds.count()));
  return element;
}

MasterElement master_element(service::Register& store, const firearms::FirearmRow& row) {
  MasterElement element{"firearm", own_uri("firearm", {row.make, row.serial}), {}};
  add(element, "make", row.make);
  add(element, "model", row.model);
  add(element, "serial", row.serial);
  add(element, "calibre", row.calibre);
  add(element, "owner", code_of(store, row.owner));
  add(element, "microstamp", row.microstamp);
  return element;
}

std::string_view vocabulary_of(std::string_view form) { return form_named(form).vocabulary; }

Result<std::vector<MasterElement>> read_master_data(std::string_view json, std::int64_t& passed_over) {
  std::vector<MasterElement> elements;
  dom::parser parser;
  const simdjson::padded_string padded(json);
  const dom::element list = TRY(parse_json(parser, padded));
  for (const dom::element vocabulary : TRY(list_of(list))) {
    dom::array inside;
    if (vocabulary["vocabularyElementList"].get(inside) != simdjson::SUCCESS) continue;
    for (const dom::element each : inside) {
      auto element = TRY(read_element(TRY(object_of(each))));
      if (element)
        elements.push_back(*std::move(element));
      else
        ++passed_over;
    }
  }
  return elements;
}

Result<ElementTaken> take_master_element(service::Desk& desk, const MasterElement& element) {
  if (const auto known = registered(desk.store, element)) {
    TRY(told_alike(element, *known));
    return ElementTaken::known;
  }
  const auto* act = TRY(service::find_act(element.form));
  std::vector<std::pair<std::string_view, std::string_view>> filled(element.attributes.begin(),
                                                                    element.attributes.end());
  const auto values = TRY(service::Values::of(act->form, filled));
  TRY(act->record(desk, values, {content_of(element), std::string{kEventIssuer}, element.id}));
  return ElementTaken::registered;
}

}  // namespace lotline::exchange
