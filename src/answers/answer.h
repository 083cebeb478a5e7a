#pragma once
// How every answer in JSON begins.

#include "base/json_writer.h"

namespace lotline::answers {

/// Every answer in JSON is one object, and its first member says whether what it was read from is simulated.
JsonWriter begin_answer(bool simulated);

}  // namespace lotline::answers
