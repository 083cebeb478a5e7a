#include "base/instruction_set.h"

#include <gtest/gtest.h>

namespace lotline {
namespace {

TEST(InstructionSet, is_the_widest_that_the_processor_has_and_no_wider_than_allowed) {
  const InstructionSet widest = instruction_set();
  EXPECT_TRUE(processor_has(widest));
  for (const InstructionSet set : kInstructionSets) EXPECT_TRUE(set <= widest || !processor_has(set)) << word(set);
  for (const InstructionSet set : kInstructionSets) {
    limit_instruction_set(set);
    EXPECT_EQ(instruction_set(), std::min(set, widest));
  }
  EXPECT_EQ(instruction_set(), widest);
}

TEST(InstructionSet, the_baseline_is_had_by_every_processor) {
  EXPECT_TRUE(processor_has(InstructionSet::baseline));
  limit_instruction_set(InstructionSet::baseline);
  EXPECT_EQ(instruction_set(), InstructionSet::baseline);
  limit_instruction_set(InstructionSet::avx512);
}

}  // namespace
}  // namespace lotline
