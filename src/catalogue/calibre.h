#pragma once
// Calibres: the curated ones with aliases, and the long list of names that standards know.

#include <string>
#include <string_view>
#include <vector>

#include "catalogue/table.h"

namespace lotline::catalogue {

struct Calibre {
  std::string id;                           ///< stable, such as 7.62X39
  std::string cip_name;                     ///< empty where the C.I.P. list has none
  std::string saami_name;                   ///< empty where the SAAMI list has none
  std::string metric;                       ///< bore x case length in mm
  std::vector<std::string> aliases;         ///< other names seen; `(loose)` marks careless ones
  std::vector<std::string> confusable;      ///< what it is easily taken for, in words
  std::string kind;                         ///< pistol, revolver, rifle, heavy, shotgun, blank, smg, rimfire
  std::vector<std::string> weapon_classes;  ///< vocabulary weapon_class, at least one
  int introduced = 0;                       ///< year, 0 when not known; unverified: used only to choose a century
  double commonness = 1;                    ///< relative, 1 rare to 8 very common; unverified: used only to rank
  Source source;

  /// The name a report uses: the metric one where there is one.
  [[nodiscard]] std::string_view name() const;
  [[nodiscard]] bool fires_from(std::string_view weapon_class) const;
};

/// A name from the lists of the C.I.P. and of SAAMI.
struct RegistryCalibre {
  std::string name;
  std::string standard;  ///< CIP or SAAMI
  std::vector<std::string> weapon_classes;
  Source source;
};

Calibre calibre_of(const TableRow& row);
RegistryCalibre registry_calibre_of(const TableRow& row);

}  // namespace lotline::catalogue
