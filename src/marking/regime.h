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
  std::int64_t lot_size = 0;  ///< rounds
};

struct Judgement {
  std::string regime;
  std::string title;
  std::string nature;
  catalogue::RegimeItem item{};
  bool applies = true;    ///< false: of another use (only official ammunition, only imports)
  bool satisfied = true;  ///< nothing missing, or it does not apply
  std::vector<std::string> missing;
  bool too_large = false;  ///< the lot is above the regime's limit
  std::int64_t lot_size_max = 0;
  catalogue::Consequence consequence{};
  std::string words;  ///< what follows, for a person
  std::string source;
  catalogue::Trust trust{};
};

Judgement judge(const catalogue::Regime& regime, const MarkedItem& item);

/// Every demand of the regimes named, each judged separately.
std::vector<Judgement> judge_all(std::span<const catalogue::Regime> regimes, const std::vector<std::string>& ids,
                                 const MarkedItem& item);

}  // namespace lotline::marking
