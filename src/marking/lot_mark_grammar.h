#pragma once
// The forms of lot marks, each as a function from a folded mark to the readings it allows. `?` fits any class.

#include <string>
#include <vector>

#include "marking/lot_mark.h"
#include "marking/lot_mark_key.h"

namespace lotline::marking {

/// A reading before its years are worked out and it is weighed against the others.
struct LotMarkDraft {
  LotMarkReading reading;
  std::string year_digits;  ///< two, or none
  double share = 1;         ///< of the weight of its form
};
using LotMarkDrafts = std::vector<LotMarkDraft>;

LotMarkDrafts mil_std_1168_new(const FoldedMark& mark);
LotMarkDrafts mil_std_1168_old(const FoldedMark& mark);
LotMarkDrafts mil_std_1168_propellant(const FoldedMark& mark);
LotMarkDrafts serial_initials_year(const FoldedMark& mark, const LotMarkOptions& options);
LotMarkDrafts soviet_case_mark(const FoldedMark& mark);

}  // namespace lotline::marking
