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
  for (const std::uint64_t gun : {1, 2, 3}) {
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

constexpr std::string_view kNumbers = R"(signature 7 22 22f47a9aebd6a638
signature 7 22 e6a7632fe055e715
signature 7 22 cea623e4f4d7ede3
fit 0x1.8a0eb8p-1 90 130 -60
fit 0x1.30ee9p-3 106.875 -170 -260
fit 0x1.479896p-3 -64.6875 -70 140
fit 0x1.b49ab2p-3 140.625 -201 299
fit 0x1.3b1956p-1 -19.6875 -1 -1
fit 0x1.e07f26p-3 -87.1875 -301 -101
fit 0x1.342fe8p-3 90 -300 200
fit 0x1.191eb4p-3 -73.125 -200 100
fit 0x1.27460ep-3 81.5625 -200 -100
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
