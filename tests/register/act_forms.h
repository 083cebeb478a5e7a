#pragma once
// Forms of acts of the small simulated State, filled as most tests want them; `on` stands last.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lotline {

using Fields = std::vector<std::pair<std::string_view, std::string_view>>;

inline Fields with(Fields form, std::string_view field, std::string_view value) {
  form.emplace_back(field, value);
  return form;
}

/// Rounds of a lot of MAKER out of a place of one party, to another.
inline Fields moved(std::string_view act, std::string_view from, std::string_view place, std::string_view to,
                    std::string_view lot, std::string_view rounds, std::string_view on) {
  return {{"act", act},       {"from", from}, {"from_place", place}, {"to", to},
          {"maker", "MAKER"}, {"lot", lot},   {"rounds", rounds},    {"on", on}};
}
/// Passed on in person, into the receiver's VAULT.
inline Fields transfer(std::string_view lot, std::string_view from, std::string_view place, std::string_view to,
                       std::string_view rounds) {
  Fields form = moved("transfer", from, place, to, lot, rounds, "2018-01-01");
  form.insert(form.begin(), {"to_place", "VAULT"});
  return form;
}

/// A row of a case that LAB keeps and a trace is opened for.
inline Fields recovery(std::string_view case_number, std::string_view kind, std::string_view count,
                       std::string_view circumstances, std::string_view on) {
  return {{"case_number", case_number},
          {"kind", kind},
          {"count", count},
          {"country", "BR"},
          {"trace", "yes"},
          {"circumstances", circumstances},
          {"custodian", "LAB"},
          {"headstamp", "MKR 17"},
          {"on", on}};
}

/// A box filled from loose rounds of a lot of MAKER in its STORE.
inline Fields box(std::string_view code, std::string_view lot, std::string_view rounds) {
  return {{"code", code},     {"level", "box"}, {"holder", "MAKER"}, {"place", "STORE"},
          {"maker", "MAKER"}, {"lot", lot},     {"rounds", rounds},  {"on", "2017-05-01"}};
}

/// Rounds of a lot of MAKER lost by or stolen from a party.
inline Fields loss(std::string_view kind, std::string_view holder, std::string_view place, std::string_view rounds,
                   std::string_view report, std::string_view on) {
  return {{"kind", kind},     {"holder", holder},  {"place", place},           {"maker", "MAKER"}, {"lot", "A17-1"},
          {"rounds", rounds}, {"modality", "D01"}, {"stage", "post_transfer"}, {"report", report}, {"on", on}};
}

/// A licence to export to BUYER in AR in 2018.
inline Fields export_licence(std::string_view number, std::string_view rounds) {
  return {{"number", number},
          {"kind", "export"},
          {"holder", "MAKER"},
          {"issued_on", "2018-01-01"},
          {"expires_on", "2018-12-31"},
          {"export_state", "BR"},
          {"import_state", "AR"},
          {"transit_states", "none"},
          {"final_recipient", "BUYER"},
          {"description", "rifle cartridges"},
          {"rounds", rounds}};
}

}  // namespace lotline
