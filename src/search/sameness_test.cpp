// The same bits with every instruction set, and the same as when these numbers were written down.

#include <gtest/gtest.h>

#include "base/instruction_set.h"
#include "search/enrolled.h"
#include "search/made_marks.h"

namespace lotline::search {
namespace {

/// Signature and best fits of a few marks, every number to the bit.
std::string numbers() {
  std::string all;
  Enrolled enrolled(surface::Mark::breech_face);
  for (const std::uint64_t gun : {1U, 2U, 3U}) {
    const Signature made = signature(made_mark({.gun = gun, .rotation_deg = 10.0 * static_cast<double>(gun)}));
    std::uint64_t sum = 0;
    for (const std::int8_t height : made.relief) sum = sum * 31 + static_cast<std::uint8_t>(height);
    all += fmt::format("signature {} {} {:016x}\n", made.first_ring, made.rings(), sum);
    enrolled.add(made);
  }
  const std::array<MadeMark, 3> questioned{{{.gun = 1, .firing = 2, .rotation_deg = 100, .x_um = 130, .y_um = -60},
                                            {.gun = 2, .firing = 5, .wedge_from_deg = 45, .wedge_deg = 120},
                                            {.gun = 9, .firing = 1, .pitch_um = 6.25, .side = 540}}};
  for (const MadeMark& how : questioned) {
    std::array<ProbeMatch, Enrolled::kBlock> matches;
    enrolled.match(Probe(made_mark(how)), 0, matches);
    for (std::size_t at = 0; at < enrolled.size(); ++at) {
      const auto& [correlation, pose] = matches[at];
      all += fmt::format("fit {:a} {} {} {}\n", correlation, pose.rotation_deg, pose.tx_um, pose.ty_um);
    }
  }
  return all;
}

constexpr std::string_view kNumbers = R"(signature 7 22 7a90b30ac809e08b
signature 7 22 62274b3117c5edbe
signature 7 22 d2bacc543daa5e90
fit 0x1.8c48e8p-1 90 130 -60
fit 0x1.d41c2cp-4 -85.78125 180 -60
fit 0x1.bd7e78p-4 5.625 130 -10
fit 0x1.89471ap-3 -116.71875 -51 -1
fit 0x1.3a61bp-1 -19.6875 -1 -1
fit 0x1.321fc8p-3 -61.875 -51 -101
fit 0x1.cfdb4p-4 130.78125 0 0
fit 0x1.c2e878p-4 135 0 50
fit 0x1.d4301ap-4 92.8125 0 -50
)";

TEST(Sameness, every_instruction_set_gives_the_numbers_written_down) {
  for (const InstructionSet set : kInstructionSets) {
    if (!processor_has(set)) {
      std::printf("this processor has no %s; not tested\n", std::string(word(set)).c_str());
      continue;
    }
    limit_instruction_set(set);
    EXPECT_EQ(numbers(), kNumbers) << word(set);
  }
  limit_instruction_set(kInstructionSets.back());
}

}  // namespace
}  // namespace lotline::search
