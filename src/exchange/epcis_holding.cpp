// What is held: seized and recovered rounds, recalled rounds, and rounds counted.

#include "base/refusals.h"
#include "custody/refusals.h"
#include "exchange/epcis_acts.h"
#include "exchange/refusals.h"

namespace lotline::exchange {

namespace {

/// A quantity of a known lot, or the characters that were read off the cases.
Result<void> fill_found(const Told& told, const EpcisQuantity& quantity, Draft& draft) {
  const auto own = read_own_uri(quantity.epc_class.canonical);
  const auto read = read_headstamp_uri(quantity.epc_class.canonical);
  if (read || (own && own->kind == "marks")) {
    draft.set("headstamp", read.value_or(std::string{}));
    draft.set("count", fmt::format("{}", TRY(told.names().rounds(quantity)).count()));
    return {};
  }
  const NamedLine line = TRY(told.names().line(quantity));
  draft.set(line);
  draft.set("count", fmt::format("{}", line.rounds.count()));
  return {};
}

/// A custodian's country is where it found things, unless the event says another.
Result<std::string> country_of(const Told& told, const std::string& custodian) {
  auto& state = told.names().desk().store.state();
  const auto party = state.parties.parties.first_by("code", custodian);
  return party ? party->country : std::string{};
}

Result<Draft> recovery(const Told& told, std::string path) {
  Draft draft = told.draft("recoveries", std::move(path));
  const EpcisEvent& event = told.event();
  const NamedPlace custodian = TRY(told.taker());
  draft.set("custodian", custodian.holder);
  draft.set("case_number", told.document("seizureReport"));
  draft.set("circumstances", "seized");
  if (own_text(event.extensions, "kind").empty()) draft.set("kind", "live_round");
  if (own_text(event.extensions, "country").empty()) draft.set("country", TRY(country_of(told, custodian.holder)));
  if (own_text(event.extensions, "place").empty()) draft.set("place", event.read_point.canonical);
  if (own_text(event.extensions, "no_trace_reason").empty()) draft.set("trace", "yes");
  draft.set("taken_from", TRY(told.source("possessing_party")));
  if (const auto place = TRY(told.source_place())) draft.set("taken_from_place", place->place);
  return draft;
}

/// Only with the number of its report or its case is it a seizure; goods may be held for other reasons.
bool is_seizure(const Told& told) {
  return !told.document("seizureReport").empty() || !own_text(told.event().extensions, "case_number").empty();
}

Result<Drafts> recovered(const Told& told) {
  const EpcisEvent& event = told.event();
  Drafts drafts;
  if (!is_seizure(told)) return drafts;
  for (std::size_t i = 0; i < event.quantities.size(); ++i) {
    Draft& draft = drafts.emplace_back(TRY(recovery(told, fmt::format(".quantityList[{}]", i))));
    told.names().read_at(draft.path);
    TRY(fill_found(told, event.quantities[i], draft));
  }
  for (std::size_t i = 0; i < event.epcs.size(); ++i) {
    told.names().read_at(fmt::format(".epcList[{}]", i));
    const auto package = TRY(told.names().package(event.epcs[i]));
    for (const NamedLine& line : told.names().contents(package)) {
      Draft& draft = drafts.emplace_back(TRY(recovery(told, fmt::format(".epcList[{}]", i))));
      draft.set(line);
      draft.set("count", fmt::format("{}", line.rounds.count()));
      draft.set("package", package.code);
    }
  }
  return drafts;
}

/// What is named as lines, packages by what is in them.
Result<std::vector<NamedLine>> lines_named(const Told& told) {
  std::vector<NamedLine> lines;
  const EpcisEvent& event = told.event();
  for (std::size_t i = 0; i < event.quantities.size(); ++i) {
    told.names().read_at(fmt::format(".quantityList[{}]", i));
    lines.push_back(TRY(told.names().line(event.quantities[i])));
  }
  for (std::size_t i = 0; i < event.epcs.size(); ++i) {
    told.names().read_at(fmt::format(".epcList[{}]", i));
    for (NamedLine& line : told.names().contents(TRY(told.names().package(event.epcs[i]))))
      lines.push_back(std::move(line));
  }
  return lines;
}

/// A recall suspends rounds until it is lifted; the event is its basis where no document is.
Result<Drafts> recalled(const Told& told) {
  Drafts drafts;
  const NamedPlace here = TRY(told.here());
  for (const NamedLine& line : TRY(lines_named(told))) {
    Draft& draft = drafts.emplace_back(told.draft("hold"));
    draft.set("holder", here.holder);
    draft.set("place", here.place);
    draft.set(line);
    draft.set("kind", "investigation");
    if (draft.text("basis").empty())
      draft.set("basis", "recalled by EPCIS event of " + told.event().event_time.written);
  }
  return drafts;
}

/// Each lot's count is the sum of what is named of it.
Result<Drafts> counted(const Told& told) {
  const NamedPlace here = TRY(told.here());
  std::map<LotId, NamedLine> sums;
  for (const NamedLine& line : TRY(lines_named(told))) {
    const auto [at, is_new] = sums.emplace(line.id, line);
    if (!is_new) at->second.rounds += line.rounds;
  }
  told.names().read_at({});
  const std::string found_none = own_text(told.event().extensions, kCountedNone);
  for (const auto uri : split(found_none, ' ')) {
    EpcisQuantity none;
    none.epc_class = read_epcis_identifier(uri);
    const NamedLine line = TRY(told.names().lot_named(none));
    sums.emplace(line.id, line);
  }
  Draft draft = told.draft("stocktake");
  draft.set("holder", here.holder);
  draft.set("place", here.place);
  std::string counts;
  for (const auto& [lot, line] : sums)
    counts += fmt::format("{}{} {} {}", counts.empty() ? "" : ";", line.maker, line.lot, line.rounds.count());
  draft.set("counts", std::move(counts));
  return Drafts{std::move(draft)};
}

}  // namespace

Result<Drafts> acts_of_holding(const Told& told) {
  const EpcisEvent& event = told.event();
  if (event.biz_step.is("stock_taking")) return counted(told);
  return event.disposition.is("recalled") ? recalled(told) : recovered(told);
}

}  // namespace lotline::exchange
