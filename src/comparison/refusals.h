#pragma once
// Refusals of comparisons: 5200-5299 comparisons, 5300-5399 calibrators.

#include "base/refusal.h"

namespace lotline::comparison {}  // namespace lotline::comparison
