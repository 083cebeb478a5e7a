// For processors with AVX-512, its foundation and BW.
#define KERNELS_OBJECT avx512_kernels
#include "comparison/kernels_body.h"
