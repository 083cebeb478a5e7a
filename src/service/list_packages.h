#pragma once
// The use case of a list of packages.

#include "service/list_page.h"
#include "service/ports.h"

namespace lotline::service {

struct PackagesAsked {
  std::string code{};    ///< how it begins, as printed; of a GS1 code with its brackets: (00)0952
  std::string holder{};  ///< code of the party that has it
  std::string level{};   ///< box, case or pallet
  PageAsked page{};
};

struct ListedPackage {
  std::string code;
  std::string level;
  bool sealed = true;
  std::string parent;  ///< code of the package it is packed in
  tracing::PartyRef party;
  std::string place;
  std::string standing;
  RecordNumber record = 0;
};

/// With a code in the order of the codes, else in the order in which they were packed. One who does not see everything
/// gets what its organisation has.
Result<Page<ListedPackage>> list_packages(Register& store, const Reference& reference, const PackagesAsked& asked);

}  // namespace lotline::service
