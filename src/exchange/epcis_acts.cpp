#include "exchange/epcis_acts.h"

#include <array>

namespace lotline::exchange {

namespace {

using Reading = Result<Drafts> (*)(const Told&);

/// A row of the table: all that is given must fit; an empty word fits any.
struct Rule {
  EpcisType type;
  EpcisAction action;
  std::string_view step;
  std::string_view disposition;
  Reading read;
};

using enum EpcisType;
using A = EpcisAction;

constexpr std::array kRules = std::to_array<Rule>({
    {object, A::add, "commissioning", "", acts_of_making},
    {object, A::add, "creating_class_instance", "", acts_of_making},
    {transformation, A::none, "commissioning", "", acts_of_making},
    {transformation, A::none, "repackaging", "", acts_of_making},
    {transformation, A::none, "disassembling", "", acts_of_making},
    {aggregation, A::add, "packing", "", acts_of_packing},
    {aggregation, A::remove, "unpacking", "", acts_of_packing},
    {object, A::observe, "shipping", "", acts_of_moving},
    {object, A::observe, "receiving", "", acts_of_moving},
    {object, A::observe, "accepting", "", acts_of_moving},
    {object, A::observe, "void_shipping", "", acts_of_moving},
    {object, A::observe, "dispensing", "", acts_of_moving},
    {object, A::remove, "retail_selling", "", acts_of_moving},
    {object, A::remove, "destroying", "", acts_of_leaving},
    {object, A::remove, "sampling", "", acts_of_leaving},
    {object, A::observe, "other", "stolen", acts_of_leaving},
    {object, A::observe, "other", "unknown", acts_of_leaving},
    {object, A::observe, "holding", "unavailable", acts_of_holding},
    {object, A::observe, "holding", "no_pedigree_match", acts_of_holding},
    {object, A::observe, "holding", "recalled", acts_of_holding},
    {object, A::observe, "stock_taking", "", acts_of_holding},
});

bool fits(const Rule& rule, const EpcisEvent& event) {
  return rule.type == event.type && rule.action == event.action && event.biz_step.is(rule.step) &&
         (rule.disposition.empty() || event.disposition.is(rule.disposition));
}

Reading reading_of(const EpcisEvent& event) {
  if (!own_word(event.biz_step).empty()) return acts_in_own_words;
  for (const Rule& rule : kRules)
    if (fits(rule, event)) return rule.read;
  return nullptr;
}

/// A licence that is named as ours covers whatever act the event is.
Result<void> fill_licence(const Told& told, Drafts& drafts) {
  const std::string licence = TRY(told.licence({"licence"}));
  for (Draft& draft : drafts)
    if (draft.takes("licence")) draft.set("licence", licence);
  return {};
}

}  // namespace

Result<Drafts> acts_of_event(const EpcisEvent& event, EpcisNames& names) {
  const Reading read = reading_of(event);
  if (read == nullptr) return Drafts{};
  const Told told(event, names);
  names.read_at({});
  Drafts drafts = TRY(read(told));
  TRY(fill_licence(told, drafts));
  TRY(fill_from_extensions(told, drafts));
  return drafts;
}

Result<Drafts> drafts_of_items(const Told& told, std::string_view form) {
  Drafts drafts;
  const EpcisEvent& event = told.event();
  for (std::size_t i = 0; i < event.epcs.size(); ++i) {
    Draft& draft = drafts.emplace_back(told.draft(form, fmt::format(".epcList[{}]", i)));
    draft.set("package", TRY(told.names().package_code(event.epcs[i])));
  }
  for (std::size_t i = 0; i < event.quantities.size(); ++i) {
    Draft& draft = drafts.emplace_back(told.draft(form, fmt::format(".quantityList[{}]", i)));
    draft.set(TRY(told.names().line(event.quantities[i])));
  }
  return drafts;
}

}  // namespace lotline::exchange
