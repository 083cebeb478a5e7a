#pragma once
// The parties of a simulated State: works at home and abroad, importers, wholesalers, dealers, forces with depots and
// units, clubs, buyers, recipients abroad, a carrier, a laboratory and an authority; the licences they act under, and
// the products they trade in.

#include <map>
#include <string>
#include <vector>

#include "simulation/options.h"
#include "simulation/sink.h"
#include "simulation/stock.h"
#include "simulation/wares.h"

namespace lotline::simulation {

enum class Role {
  maker,
  importer,
  wholesaler,
  dealer,
  force,
  depot,
  unit,
  club,
  buyer,
  recipient_abroad,
  carrier,
  laboratory,
  authority
};
inline constexpr std::size_t kRoles = 13;

struct Holder {
  Role role{};
  std::string code;  ///< of a buyer the number: a person's code is made by the register
  std::string name;
  std::string country;
  std::string place;      ///< where its rounds are
  HolderIndex above = 0;  ///< of a depot its force, of a unit its depot
  std::size_t works = 0;  ///< of a maker
  std::size_t kind = 0;   ///< of a force, its depots and units: which kind of force
};

struct Nation {
  std::vector<Holder> holders;
  std::vector<std::vector<HolderIndex>> by_role = std::vector<std::vector<HolderIndex>>(kRoles);
  std::vector<std::vector<HolderIndex>> depots_of;  ///< by force, as the holder's index
  std::string neighbour;                            ///< the country across the border
  std::size_t makers = 0;                           ///< works in business: the first so many of works()

  [[nodiscard]] const std::vector<HolderIndex>& all(Role role) const { return by_role[static_cast<std::size_t>(role)]; }
  [[nodiscard]] bool at_home(HolderIndex holder) const { return holders[holder].country == holders[0].country; }
};

/// The parties of a State of that size; no chance is in it.
Nation found_nation(const Options& options);

/// Writes them down; gives the codes they are known by in the register, by holder.
Result<std::vector<std::string>> register_parties(const Nation& nation, const Options& options, Sink& sink);
/// Their licences, and the products they trade in.
Result<void> register_licences(const Nation& nation, const Options& options, Sink& sink);
Result<void> register_products(const Nation& nation, const Options& options, Sink& sink);

std::string product_code(const Works& works, const Calibre& calibre);
/// The import licence a holder brings the wares of a works in under.
std::string import_licence(const Holder& importer, const Works& works);
/// The export licence a maker sends its wares to a recipient abroad under.
std::string export_licence(const Holder& maker, const Holder& recipient);

}  // namespace lotline::simulation
