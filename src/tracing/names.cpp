#include "tracing/names.h"

#include <algorithm>

namespace lotline::tracing {

namespace {

constexpr std::size_t kFew = 1'000;
constexpr std::size_t kRecent = 32'768;

}  // namespace

std::string PartyRef::text() const {
  if (code.empty() || code == name) return name;
  return name.empty() ? code : fmt::format("{} ({})", name, code);
}

std::string LotRef::text() const { return fmt::format("{} of {}", number, maker.text()); }

const parties::PartyRow& Names::row(PartyId party) {
  const auto [at, is_new] = parties_.try_emplace(party);
  if (is_new && party) at->second = directory_.parties.find(make_key(party)).value_or(parties::PartyRow{});
  return at->second;
}

const PartyRef& Names::party(PartyId party) {
  // Each step through the map is a place in memory that no cache holds; this is one.
  if (recent_.empty() && refs_.size() > kFew) recent_.resize(kRecent);
  const PartyRef** const recent =
      recent_.empty() ? nullptr : &recent_[static_cast<std::size_t>(party.number) % recent_.size()];
  if (recent != nullptr && *recent != nullptr && (*recent)->id == party) return **recent;
  const auto [at, is_new] = refs_.try_emplace(party);
  if (is_new && party)
    if (const auto found = directory_.parties.find(make_key(party)))
      at->second = {found->id, found->code, found->name, found->country};
  if (recent != nullptr) *recent = &at->second;
  return at->second;
}

PartyId Names::coded(const std::string& code) {
  if (const auto known = codes_.find(code); known != codes_.end()) return known->second;
  const auto found = directory_.parties.first_by("code", code);
  if (!found) return {};
  return codes_.emplace(code, found->id).first->second;
}

LotRef Names::lot(const custody::LotRow& lot) { return {lot.id, party(lot.maker), lot.number}; }

PartyId Names::organisation(PartyId party) {
  const auto [at, is_new] = organisations_.try_emplace(party);
  if (is_new) at->second = parties::organisation_of(directory_, party);
  return at->second;
}

const licensing::LicenceRow& Names::licence(LicenceId licence) {
  const auto [at, is_new] = licences_.try_emplace(licence);
  if (is_new && licence) at->second = licensed_.licences.find(make_key(licence)).value_or(licensing::LicenceRow{});
  return at->second;
}

std::string Names::package(PackageId package) {
  if (!package) return {};
  const auto [at, is_new] = packages_.try_emplace(package);
  if (is_new)
    if (const auto found = book_.packages.find(make_key(package))) at->second = found->code;
  return at->second;
}

const custody::ShipmentRow& Names::shipment(ShipmentId shipment) {
  const auto [at, is_new] = shipments_.try_emplace(shipment);
  if (is_new && shipment) at->second = book_.shipments.find(make_key(shipment)).value_or(custody::ShipmentRow{});
  return at->second;
}

bool Names::keeps_for_others(PartyId party) {
  using enum parties::PartyKind;
  const auto& found = row(party);
  if (!found.id) return false;
  return found.kind == carrier || found.kind == laboratory || found.kind == court || found.kind == authority;
}

void Names::forget() {
  parties_.clear();
  recent_.clear();
  refs_.clear();
  codes_.clear();
  organisations_.clear();
  licences_.clear();
  packages_.clear();
  shipments_.clear();
}

void Names::forget_beyond(std::size_t most) {
  const auto size = std::max({parties_.size(), refs_.size(), licences_.size(), packages_.size(), shipments_.size()});
  if (size > most) forget();
}

}  // namespace lotline::tracing
