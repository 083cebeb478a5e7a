// For every x86-64 processor.
#define KERNELS_OBJECT baseline_kernels
#include "comparison/kernels_body.h"
