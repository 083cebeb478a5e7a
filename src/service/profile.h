#pragma once
// The first record of every log: whose register it is and which national rules it applies.

#include <array>
#include <string>
#include <vector>

#include "base/table.h"

namespace lotline::service {

/// Firearms Protocol art. 7: information is kept for at least ten years.
inline constexpr int kLeastYearsKept = 10;
inline constexpr int kMostYearsKept = 1000;

struct RegisterOpened {
  static constexpr std::string_view kind_name = "register_opened";

  bool dealers_name_buyers = false;  ///< whether a sale names its buyer (para 55)
  std::string log_id;                ///< random, 128 bits, hexadecimal
  std::vector<std::string> regimes;  ///< marking regimes in force, by id
  bool simulated = false;
  std::string state;                          ///< ISO 3166 alpha-2
  std::int64_t years_kept = kLeastYearsKept;  ///< how long personal values are kept at least (R29)

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("dealers_name_buyers", self.dealers_name_buyers);
    visit("log_id", self.log_id);
    visit("regimes", self.regimes);
    visit("simulated", self.simulated);
    visit("state", self.state);
    visit("years_kept", self.years_kept);
  }
};

struct ProfileRow {
  static constexpr std::string_view table = "profile";
  static constexpr int key_fields = 1;
  static constexpr std::array<std::string_view, 0> indexes{};

  std::string log_id;
  std::string state;
  std::string regimes;  ///< separated by ';'
  bool dealers_name_buyers = false;
  bool simulated = false;
  std::int64_t years_kept = kLeastYearsKept;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("log_id", self.log_id);
    visit("state", self.state);
    visit("regimes", self.regimes);
    visit("dealers_name_buyers", self.dealers_name_buyers);
    visit("simulated", self.simulated);
    visit("years_kept", self.years_kept);
  }
};

}  // namespace lotline::service
