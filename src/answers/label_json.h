#pragma once
// What was printed on labels, as JSON; docs/formats/answers.md lists the names.

#include <string>

#include "exchange/label_print.h"

namespace lotline::answers {

/// `out` is the file it was written to.
std::string label_print_as_json(const exchange::LabelPrint& print, const std::string& out, bool simulated);

}  // namespace lotline::answers
