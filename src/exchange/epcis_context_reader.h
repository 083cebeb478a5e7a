#pragma once
// Reads an @context of a document or of one of its events.

#include "exchange/epcis_context.h"
#include "exchange/epcis_judge.h"
#include "exchange/json_dom.h"

namespace lotline::exchange {

/// Judges the context and declares its prefixes; a later one of the same name stands in place of an earlier.
void read_epcis_context(EpcisJudge& judge, const JsonPlace& at, const dom::element& value, EpcisContext& context);

}  // namespace lotline::exchange
