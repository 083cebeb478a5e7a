#pragma once
// Parties, places, licences, products and trade items as the master data of an EPCIS document: each element carries the
// fields of its form as attributes in our namespace, so that a document can be imported where none of them is known.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "service/desk.h"

namespace lotline::exchange {

using Attributes = std::vector<std::pair<std::string_view, std::string>>;  ///< fields of the form that are filled

struct MasterElement {
  std::string_view form;  ///< parties, licences, products, places, trade_items, firearm
  std::string id;         ///< the URI under which events name it
  Attributes attributes;
};

/// What the register says of each, in the fields of its form. A person's element has no personal value.
MasterElement master_element(service::Register& store, const parties::PartyRow& row);
MasterElement master_element(service::Register& store, const licensing::LicenceRow& row);
MasterElement master_element(service::Register& store, const custody::ProductRow& row);
MasterElement master_element(service::Register& store, const parties::PlaceRow& row);
MasterElement master_element(service::Register& store, const custody::TradeItemRow& row);
MasterElement master_element(service::Register& store, const firearms::FirearmRow& row);

/// The vocabulary a form's elements belong to.
std::string_view vocabulary_of(std::string_view form);

/// Elements of the canonical JSON of a document's vocabularyList that carry the fields of one of our forms; others are
/// counted in `passed_over`. Refuses an attribute that the form does not have.
Result<std::vector<MasterElement>> read_master_data(std::string_view json, std::int64_t& passed_over);

enum class ElementTaken { registered, known };
/// Registers what is not known. What is known (by its GS1 number, else by its code) must be told alike; refused
/// otherwise.
Result<ElementTaken> take_master_element(service::Desk& desk, const MasterElement& element);

}  // namespace lotline::exchange
