#pragma once
// How completely a lot's marks and records identify it: a score from 0 to 100 that says what a recovered round of it
// can tell (paras 42, 44, 55, 57).

#include <string>
#include <vector>

namespace lotline::marking {

struct TraceabilityInput {
  std::vector<std::string> cartridge_marks;  ///< words of the mark set
  std::vector<std::string> package_marks;
  bool loose = false;              ///< taken unmarked out of its package: the lot number is lost
  int recipients = 0;              ///< organisations the lot went to
  bool buyers_unrecorded = false;  ///< some of it was sold to buyers nobody recorded
};

struct Traceability {
  int score = 0;
  std::string level;  ///< unique, shared, weak or lost
  std::vector<std::string> reasons;
};

/// Weights, which sum to 100: the lot on each cartridge 40 (it stays when the box is gone); maker 10 and year 10 on the
/// cartridge; the lot on the smallest package 15; maker and calibre there 5; one recipient only 20 (two to five
/// 10, more 5), and nothing for it when buyers are unrecorded. Loose rounds lose what the package said. The project's
/// judgement, not measured.
Traceability traceability(const TraceabilityInput& input);

}  // namespace lotline::marking
