#pragma once
// From when on dealing with ammunition is a business that needs a licence, as data of each jurisdiction (para 28, R38):
// loading one's own is free in some States, selling what was loaded is not.

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "catalogue/table.h"

namespace lotline::catalogue {

enum class BusinessActivity { loading, sale };

struct BusinessRule {
  std::string state;  ///< ISO 3166 alpha-2
  BusinessActivity activity{};
  std::vector<std::string> who;      ///< kinds of party; empty: all
  std::vector<std::string> origins;  ///< of the ammunition; empty: all
  std::string licence;               ///< kind of licence that is needed, or `none`
  int sales = 1;                     ///< from so many sales on it is a business
  int within_days = 365;             ///< counted over so many days
  std::string note;
  Source source;
  std::size_t line = 0;  ///< of the file, for messages

  [[nodiscard]] bool free() const { return licence == "none"; }
  [[nodiscard]] bool covers(std::string_view in_state, BusinessActivity what, std::string_view party_kind,
                            std::string_view origin) const;
};

/// The words a rule may use for parties and origins: those of parties::PartyKind and custody::Origin.
std::span<const std::string_view> business_parties();
std::span<const std::string_view> business_origins();

/// Refuses, with file and line, a party, an origin, an activity, a kind of licence or a number that is none.
Result<std::vector<BusinessRule>> read_business_rules(const std::filesystem::path& path);

}  // namespace lotline::catalogue
