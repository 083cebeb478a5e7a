#include "comparison/kernels.h"

#include "base/instruction_set.h"

namespace lotline::comparison {

extern const Kernels baseline_kernels;
extern const Kernels avx2_kernels;
extern const Kernels avx512_kernels;

const Kernels& kernels() {
  switch (instruction_set()) {
    case InstructionSet::baseline:
      return baseline_kernels;
    case InstructionSet::avx2:
      return avx2_kernels;
    case InstructionSet::avx512:
      return avx512_kernels;
  }
  return baseline_kernels;
}

}  // namespace lotline::comparison
