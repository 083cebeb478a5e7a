#pragma once
// Which instructions inner loops may use. Numbers are the same bits with each: whoever writes a loop for one of them
// owes a test that says so. Chosen when the program runs, so that one program serves every x86-64 machine.

#include <array>

#include "base/words.h"

namespace lotline {

/// baseline is what every x86-64 processor has (SSE2); avx2; avx512 means the foundation with bytes and words (BW).
enum class InstructionSet : unsigned char { baseline, avx2, avx512 };

inline constexpr std::array<InstructionSet, 3> kInstructionSets{InstructionSet::baseline, InstructionSet::avx2,
                                                                InstructionSet::avx512};

/// Whether this processor, and the system it runs under, can.
[[nodiscard]] bool processor_has(InstructionSet set);

/// The set to use now: the widest that the processor has, or less where it was limited.
[[nodiscard]] InstructionSet instruction_set();

/// Use no more than this from now on, in every thread; for tests and measures. REQUIRES that no loop runs meanwhile.
void limit_instruction_set(InstructionSet widest);

template <>
struct Words<InstructionSet> {
  static constexpr std::array<Word<InstructionSet>, 3> all{
      {{InstructionSet::baseline, "baseline"}, {InstructionSet::avx2, "avx2"}, {InstructionSet::avx512, "avx512"}}};
};

}  // namespace lotline
