#pragma once
// The first record of a new register: whose it is and which national rules it applies.

#include "catalogue/catalogue.h"
#include "proof/salt.h"
#include "service/record.h"

namespace lotline::service {

struct Opening {
  std::string state;                 ///< ISO 3166 alpha-2
  std::vector<std::string> regimes;  ///< marking regimes in force, by id
  bool dealers_name_buyers = false;
  std::string actor;
};

/// Refuses an unknown State or regime.
Result<Record> decide_opening(const Opening& opening, const catalogue::Catalogue& catalogue, const Clock& clock,
                              proof::SaltSource& salts);

}  // namespace lotline::service
