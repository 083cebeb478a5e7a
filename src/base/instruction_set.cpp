#include "base/instruction_set.h"

#include <algorithm>
#include <atomic>

namespace lotline {

namespace {

std::atomic<InstructionSet> widest_allowed{InstructionSet::avx512};

InstructionSet widest_of_processor() {
  InstructionSet widest = InstructionSet::baseline;
  for (const InstructionSet set : kInstructionSets)
    if (processor_has(set)) widest = set;
  return widest;
}

}  // namespace

bool processor_has(InstructionSet set) {
#if defined(__x86_64__)
  switch (set) {
    case InstructionSet::baseline:
      return true;
    case InstructionSet::avx2:
      return __builtin_cpu_supports("avx2") != 0;
    case InstructionSet::avx512:
      return __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("avx512f") != 0 &&
             __builtin_cpu_supports("avx512bw") != 0;
  }
#endif
  return set == InstructionSet::baseline;
}

InstructionSet instruction_set() {
  static const InstructionSet widest = widest_of_processor();
  return std::min(widest, widest_allowed.load(std::memory_order_relaxed));
}

void limit_instruction_set(InstructionSet widest) { widest_allowed.store(widest, std::memory_order_relaxed); }

}  // namespace lotline
