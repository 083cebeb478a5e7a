// For processors with AVX2.
#define KERNELS_OBJECT avx2_kernels
#include "comparison/kernels_body.h"
