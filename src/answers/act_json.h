#pragma once
// Acts that were recorded, by hand or as they came, as JSON; and the forms of all acts.

#include <string>

#include "exchange/act_feed.h"
#include "service/ports.h"

namespace lotline::answers {

/// `record` is the first record the act made.
std::string recorded_as_json(RecordNumber record, const service::Head& head);
/// One line.
std::string feed_answer_as_json(const exchange::FeedAnswer& answer, bool simulated);
std::string feed_report_as_json(const exchange::FeedReport& report, bool simulated);
/// Every act's name, sentence and fields, as a page or a program needs them to offer the form.
std::string forms_as_json();

}  // namespace lotline::answers
