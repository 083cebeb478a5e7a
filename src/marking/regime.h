#pragma once
// Judging a lot or a package against marking regimes, each by itself: which marks are missing, and what follows (para
// 43: there is no global standard).

#include <span>
#include <string>
#include <vector>

#include "catalogue/regime.h"

namespace lotline::marking {

/// What is judged: the marks that stand on the cartridge and on the smallest package, and what was known at
/// manufacture.
struct MarkedItem {
  std::vector<std::string> cartridge_marks;  ///< words of catalogue::mark_words()
  std::vector<std::string> package_marks;
  bool official = false;           ///< bought by a body of the State
  bool purchaser_known = false;    ///< at the time of manufacture
  bool destination_known = false;  ///< likewise
  bool imported = false;
  std::string state;          ///< ISO 3166 alpha-2 of the State that judges; empty: every regime named is its law
  std::int64_t lot_size = 0;  ///< rounds
};

struct Judgement {
  std::string regime;
  std::string title;
  std::string nature;
  catalogue::RegimeItem item{};
  bool applies = true;    ///< false: of another use (only official ammunition, only imports) or law of another State
  bool satisfied = true;  ///< nothing missing, or it does not apply
  bool unmarked = false;  ///< it applies and none of the marks required is there
  std::vector<std::string> missing;
  bool too_large = false;  ///< the lot is above the regime's limit
  std::int64_t lot_size_max = 0;
  catalogue::Consequence consequence{};  ///< what follows here: none_stated where nothing is missing or nothing follows
  std::string words;                     ///< what is missing and what follows, for a person
  std::vector<std::string> reasons;      ///< why it applies or not, and why a mark is not due
  std::string source;
  catalogue::Trust trust{};
};

Judgement judge(const catalogue::Regime& regime, const MarkedItem& item);

/// Every demand of the regimes named, each judged separately.
std::vector<Judgement> judge_all(std::span<const catalogue::Regime> regimes, const std::vector<std::string>& ids,
                                 const MarkedItem& item);

}  // namespace lotline::marking
