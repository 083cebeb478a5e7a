#include "service/package_then.h"

#include <fmt/ranges.h>

#include "service/on_record.h"
#include "service/record_codec.h"

namespace lotline::service {

PackagesThen::PackagesThen(Register& store, const AsOf& as_of) {
  RecordReader reader;
  store.read_log(1, [&](const LoggedRecord& logged) {
    // Most records name no package, which their bytes tell before they are read.
    if (logged.body.find("\"package") == std::string::npos) return true;
    const auto record = reader.decode(logged.body);
    CHECK(record.has_value());
    if (!counts(*record, as_of)) return true;
    std::visit([&](const auto& what) { take(what, logged.number); }, record->what);
    return true;
  });
}

const PackageThen* PackagesThen::find(PackageId package) const {
  const auto found = packages_.find(package);
  return found == packages_.end() ? nullptr : &found->second;
}

std::vector<PackageId> PackagesThen::inside(PackageId package) const {
  std::vector<PackageId> inner;
  for (const auto& [id, other] : packages_)
    if (other.parent == package) inner.push_back(id);
  return inner;
}

std::map<LotId, Rounds> PackagesThen::contents(PackageId package) const {
  std::map<LotId, Rounds> rounds = packages_.at(package).lines;
  for (const PackageId inner : inside(package))
    for (const auto& [lot, count] : contents(inner)) rounds[lot] += count;
  return rounds;
}

void PackagesThen::take(const custody::PackagePacked& packed, RecordNumber number) {
  PackageThen package{packed.code,
                      packed.level,
                      {},
                      true,
                      {packed.possessor, custody::Standing::held, packed.where},
                      fmt::format("{}", fmt::join(packed.marks, ";")),
                      {}};
  for (const auto& line : packed.lines) package.lines[line.lot] += line.rounds;
  for (const PackageId inner : packed.contains)
    if (const auto found = packages_.find(inner); found != packages_.end()) found->second.parent = PackageId{number};
  packages_.emplace(PackageId{number}, std::move(package));
}

void PackagesThen::take(const custody::PackageOpened& opened, RecordNumber) {
  const auto found = packages_.find(opened.package);
  if (found == packages_.end()) return;
  found->second.sealed = false;
  for (const PackageId inner : inside(opened.package)) packages_.at(inner).parent = PackageId{};
  for (const auto& taken : opened.taken) {
    Rounds& left = found->second.lines[taken.lot];
    left -= taken.rounds;
    if (left == Rounds{}) found->second.lines.erase(taken.lot);
  }
}

void PackagesThen::take(const custody::MovementPosted& movement, RecordNumber) {
  for (const PackageId package : movement.packages) move(package, movement.postings.front().to);
}

void PackagesThen::move(PackageId package, const custody::Side& to) {
  const auto found = packages_.find(package);
  if (found == packages_.end()) return;
  found->second.side = to;
  for (const PackageId inner : inside(package)) move(inner, to);
}

}  // namespace lotline::service
