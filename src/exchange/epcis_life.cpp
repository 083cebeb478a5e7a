#include "exchange/epcis_life.h"

#include <algorithm>
#include <charconv>

#include "exchange/epcis_own.h"

namespace lotline::exchange {

Rounds PackageContents::of(PackageId id, LotId lot) const {
  const auto found = packages_.find(id);
  if (found == packages_.end()) return {};
  const auto line = found->second.lines.find(lot);
  Rounds sum = line == found->second.lines.end() ? Rounds{} : line->second;
  for (const PackageId child : found->second.children) sum += of(child, lot);
  return sum;
}

bool PackageContents::empty(PackageId id) const {
  const auto found = packages_.find(id);
  return found == packages_.end() ||
         (found->second.lines.empty() &&
          std::ranges::all_of(found->second.children, [&](PackageId c) { return empty(c); }));
}

void PackageContents::pack(PackageId id, const custody::PackagePacked& record, const std::set<LotId>& lots) {
  Package package;
  for (const custody::LotLine& line : record.lines)
    if (lots.contains(line.lot)) package.lines[line.lot] = line.rounds;
  for (const PackageId child : record.contains)
    if (knows(child)) package.children.push_back(child);
  if (!package.lines.empty() || !package.children.empty()) packages_.emplace(id, std::move(package));
}

void PackageContents::open(const custody::PackageOpened& record) {
  Package& package = packages_.at(record.package);
  package.children.clear();
  for (const custody::LotLine& taken : record.taken) {
    const auto line = package.lines.find(taken.lot);
    if (line == package.lines.end()) continue;
    line->second -= taken.rounds;
    if (line->second == Rounds{}) package.lines.erase(line);
  }
}

const std::string& Life::event(RecordNumber record) const {
  const auto found = event_of.find(record);
  CHECK(found != event_of.end());
  return found->second;
}

std::string own_step(std::string_view word) { return std::string{kOwnSpace}.append(word); }

OutgoingEvent begin_event(const service::Record& record, std::string type, std::string action, std::string step,
                          std::string disposition) {
  OutgoingEvent event;
  event.type = std::move(type);
  event.action = std::move(action);
  event.step = std::move(step);
  event.disposition = std::move(disposition);
  event.happened = record.happened;
  if (!record.happened.exact()) event.add_own("on", to_text(record.happened));
  event.add_own("basis", record.basis);
  return event;
}

RecordNumber exhibit_of(const custody::Side& side) {
  RecordNumber number = 0;
  if (side.standing == custody::Standing::exhibit)
    std::from_chars(side.where.data() + 1, side.where.data() + side.where.size(), number);
  return number;
}

void add_exhibit(Life& life, RecordNumber exhibit, LotId lot, Rounds rounds, OutgoingEvent& event) {
  const bool unknown = lot.number == exhibit;
  event.quantities.push_back(unknown ? ExportNames::exhibit(life.recovered.at(exhibit).marks.headstamp, rounds)
                                     : life.names.lot(lot, rounds));
  event.add_own("exhibit", life.event(exhibit));
}

void add_things(Life& life, const custody::MovementPosted& movement, OutgoingEvent& event) {
  for (const PackageId package : movement.packages)
    if (!life.packages.empty(package)) event.epcs.push_back(life.names.package(package));
  for (const custody::Posting& posting : movement.postings) {
    if (!life.tells(posting.lot)) continue;
    if (const RecordNumber exhibit = exhibit_of(posting.from)) {
      add_exhibit(life, exhibit, posting.lot, posting.rounds, event);
      continue;
    }
    Rounds loose = posting.rounds;
    for (const PackageId package : movement.packages) loose -= life.packages.of(package, posting.lot);
    if (loose > Rounds{}) event.quantities.push_back(life.names.lot(posting.lot, loose));
  }
}

void add_terms(Life& life, const custody::MovementPosted& movement, OutgoingEvent& event) {
  if (movement.licence) event.transactions.emplace_back(own_step("licence"), life.names.licence(movement.licence));
  if (movement.owner) event.add_own("owner", life.names.party(movement.owner));
  if (movement.carrier) event.add_own("carrier", life.names.party(movement.carrier));
  event.add_own("note", movement.note);
  event.add_own("override", movement.override_reason);
}

}  // namespace lotline::exchange
