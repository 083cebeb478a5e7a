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
  bool simulated = false;
  std::int64_t years_kept = kLeastYearsKept;  ///< how long personal values are kept at least
};

/// Refuses salts that anybody can work out, unless the register is simulated.
Result<void> check_salts(const proof::SaltSource& salts, bool simulated);

/// Refuses an unknown State or regime, a term below the ten years of the Protocol, and salts as check_salts() does.
Result<Record> decide_opening(const Opening& opening, const catalogue::Catalogue& catalogue, const Clock& clock,
                              proof::SaltSource& salts);

}  // namespace lotline::service
