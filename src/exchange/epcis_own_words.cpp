// Acts that EPCIS has no word for: the business step is the name of the act in our namespace.

#include <algorithm>
#include <array>

#include "base/refusals.h"
#include "exchange/epcis_acts.h"
#include "exchange/refusals.h"

namespace lotline::exchange {

namespace {

/// Movements and acts of exhibits by their own names; forms of the desk by theirs.
constexpr std::array<std::string_view, 4> kMovements{"transfer", "find", "export", "sale"};
constexpr std::array<std::string_view, 3> kOfExhibits{"move_exhibit", "forfeit", "restore"};
constexpr std::array<std::string_view, 9> kForms{"hold",      "lift",      "attribute", "identify",       "decide",
                                                 "condition", "diversion", "correct",   "unpack_unmarked"};

template <std::size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

Result<void> known_word(std::string_view word) {
  if (word == "import" || among(kMovements, word) || among(kOfExhibits, word) || among(kForms, word)) return {};
  std::vector<std::string_view> words(kForms.begin(), kForms.end());
  words.insert(words.end(), kMovements.begin(), kMovements.end());
  words.insert(words.end(), kOfExhibits.begin(), kOfExhibits.end());
  words.push_back("import");
  return refuse_word(word, "bizStep", words);
}

void set_if_taken(Draft& draft, std::string_view field, const std::string& text) {
  if (draft.takes(field)) draft.set(field, text);
}

/// Parties and places, as far as the form asks for them.
Result<void> fill_ends(const Told& told, Draft& draft) {
  const NamedPlace from = TRY(told.giver());
  const NamedPlace to = TRY(told.taker());
  const NamedPlace here = TRY(told.here());
  set_if_taken(draft, "from", from.holder);
  set_if_taken(draft, "from_place", from.place);
  set_if_taken(draft, "to", to.holder);
  set_if_taken(draft, "to_place", to.place);
  set_if_taken(draft, "holder", here.holder);
  set_if_taken(draft, "place", here.place);
  const std::string owner = TRY(told.destination("owning_party"));
  if (owner != to.holder) set_if_taken(draft, "owner", owner);
  set_if_taken(draft, "licence", TRY(told.licence({"licence", "export", "trade", "import"})));
  return {};
}

/// An identification names an exhibit and the lot it is of.
bool step_of_identity(const Told& told) { return own_word(told.event().biz_step) == "identify"; }

/// The one thing the event is about, where the form asks for it: a package, a lot with its rounds, or rounds alone.
Result<void> fill_thing(const Told& told, Draft& draft) {
  const EpcisEvent& event = told.event();
  const auto& quantities = event.type == EpcisType::aggregation ? event.child_quantities : event.quantities;
  if (event.epcs.size() + quantities.size() > 1)
    return refuse(event_unclear, "an act of our own words is about one package or one lot");
  if (draft.takes("package") && !event.parent.empty())
    draft.set("package", TRY(told.names().package_code(event.parent)));
  if (draft.takes("package") && !event.epcs.empty())
    draft.set("package", TRY(told.names().package_code(event.epcs.front())));
  if (quantities.empty()) return {};
  const EpcisQuantity& quantity = quantities.front();
  const bool of_lot = draft.takes("lot") && own_text(event.extensions, "exhibit").empty();
  if (of_lot || step_of_identity(told))
    draft.set(TRY(told.names().lot_named(quantity)));
  else if (draft.takes("rounds") && quantity.quantity)
    draft.set("rounds", fmt::format("{}", TRY(told.names().rounds(quantity)).count()));
  return {};
}

/// What each lot named was found to be; without that the form's own field says it of all that differs.
Result<Draft> decided(const Told& told) {
  const EpcisEvent& event = told.event();
  Draft draft = told.draft("decide");
  const std::string found = own_text(event.extensions, kFound);
  const auto words = split(found, ';');
  if (words.empty()) return draft;
  if (words.size() != event.quantities.size())
    return refuse(event_unclear, "{} findings for {} lots", words.size(), event.quantities.size());
  std::string findings;
  for (std::size_t i = 0; i < words.size(); ++i) {
    told.names().read_at(fmt::format(".quantityList[{}]", i));
    const NamedLine line = TRY(told.names().lot_named(event.quantities[i]));
    findings += fmt::format("{}{} {} {}", i == 0 ? "" : ";", line.maker, line.lot, words[i]);
  }
  draft.set("findings", std::move(findings));
  return draft;
}

/// A lot made abroad: its class or its marking data name the maker.
Result<Draft> imported(const Told& told) {
  const EpcisEvent& event = told.event();
  Draft draft = told.draft("lots", ".quantityList[0]");
  if (event.quantities.size() != 1) return refuse(event_unclear, "one lot is imported at a time");
  const NamedPlace here = TRY(told.here());
  draft.set(TRY(told.names().new_line(event.quantities.front())));
  draft.set("act", "import");
  draft.set("made_on", to_text(event.day()));
  draft.set("importer", here.holder);
  draft.set("place", here.place);
  draft.set("licence", TRY(told.licence({"licence", "import"})));
  return draft;
}

}  // namespace

Result<Drafts> acts_in_own_words(const Told& told) {
  const std::string_view step = own_word(told.event().biz_step);
  TRY(known_word(step));
  if (step == "import") return Drafts{TRY(imported(told))};
  if (step == "decide") return Drafts{TRY(decided(told))};
  const bool movement = among(kMovements, step);
  const bool exhibit = among(kOfExhibits, step);
  Draft draft = told.draft(movement ? "movements" : exhibit ? "exhibit" : step);
  if (movement || exhibit) draft.set("act", std::string{step});
  TRY(fill_ends(told, draft));
  TRY(fill_thing(told, draft));
  return Drafts{std::move(draft)};
}

}  // namespace lotline::exchange
