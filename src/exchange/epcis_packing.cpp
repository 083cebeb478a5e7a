// Packages filled and opened: aggregations.

#include <algorithm>

#include "custody/package_tree.h"
#include "exchange/epcis_acts.h"
#include "exchange/refusals.h"

namespace lotline::exchange {

namespace {

using custody::PackageLevel;

/// One level above what is inside; of loose rounds alone what the GTIN says, and a case where it is an SSCC.
Result<std::string> level_of(const Told& told) {
  const EpcisEvent& event = told.event();
  if (event.parent.key == EpcisKey::sgtin)
    return std::string{word(TRY(told.names().desk().lookup.trade_item(event.parent.number)).level)};
  auto level = PackageLevel::case_;
  for (const EpcisIdentifier& child : event.child_epcs)
    if (TRY(told.names().package(child)).level >= PackageLevel::case_) level = PackageLevel::pallet;
  return std::string{word(level)};
}

Result<Drafts> packed(const Told& told) {
  const EpcisEvent& event = told.event();
  Draft draft = told.draft("packages");
  const NamedPlace here = TRY(told.here());
  draft.set("code", TRY(told.names().package_code(event.parent)));
  draft.set("holder", here.holder);
  draft.set("place", here.place);
  if (own_text(event.extensions, "level").empty()) draft.set("level", TRY(level_of(told)));
  std::string contains;
  std::string more;
  told.names().read_at(".childEPCs");
  for (const EpcisIdentifier& child : event.child_epcs)
    contains.append(contains.empty() ? "" : ";").append(TRY(told.names().package_code(child)));
  told.names().read_at(".childQuantityList");
  for (const EpcisQuantity& child : event.child_quantities) {
    const NamedLine line = TRY(told.names().line(child));
    if (draft.text("lot").empty()) {
      draft.set(line);
      continue;
    }
    more += fmt::format("{}{} {} {}", more.empty() ? "" : ";", line.maker, line.lot, line.rounds.count());
  }
  draft.set("contains", std::move(contains));
  draft.set("more_lots", std::move(more));
  return Drafts{std::move(draft)};
}

/// Whether the children named are those in the package, all of them.
Result<bool> names_all_inside(const Told& told, const custody::PackageRow& package) {
  std::vector<PackageId> named;
  for (const EpcisIdentifier& child : told.event().child_epcs) named.push_back(TRY(told.names().package(child)).id);
  auto inside = custody::children_of(told.names().desk().store.state().book, package.id);
  std::ranges::sort(named);
  std::ranges::sort(inside);
  return named == inside;
}

/// The rounds named, as lines of the package that they all are.
Result<bool> names_all_rounds(const Told& told, const custody::PackageRow& package) {
  std::map<LotId, Rounds> named;
  for (const EpcisQuantity& child : told.event().child_quantities) {
    const NamedLine line = TRY(told.names().line(child));
    named[line.id] += line.rounds;
  }
  std::map<LotId, Rounds> inside;
  told.names().desk().store.state().book.package_lines.scan(make_key(package.id),
                                                            [&](const custody::PackageLineRow& l) {
                                                              inside[l.lot] = l.rounds;
                                                              return true;
                                                            });
  return named == inside;
}

/// Opened whole, or some rounds of one lot taken out of it.
Result<Drafts> unpacked(const Told& told) {
  const EpcisEvent& event = told.event();
  Draft draft = told.draft("open");
  const auto package = TRY(told.names().package(event.parent));
  draft.set("package", package.code);
  const bool names_nothing = event.child_epcs.empty() && event.child_quantities.empty();
  if (names_nothing) return Drafts{std::move(draft)};
  if (!TRY(names_all_inside(told, package)))
    return refuse(event_unclear, "{} is opened with all packages inside it, or with none named", package.code);
  if (event.child_quantities.empty() || TRY(names_all_rounds(told, package))) return Drafts{std::move(draft)};
  if (event.child_quantities.size() > 1) return refuse(event_unclear, "part of one lot is taken out at a time");
  draft.set(TRY(told.names().line(event.child_quantities.front())));
  return Drafts{std::move(draft)};
}

}  // namespace

Result<Drafts> acts_of_packing(const Told& told) {
  return told.event().action == EpcisAction::add ? packed(told) : unpacked(told);
}

}  // namespace lotline::exchange
