#pragma once
// The sentences of a trace's answer, said alike on a terminal and in a printed report.

#include <string>
#include <vector>

#include "tracing/answer.h"

namespace lotline::exchange {

/// "records 12, 14" or "record 12"; at most eight; nothing for none.
std::string records_in_words(const std::vector<RecordNumber>& records);
/// The words, and in brackets the records they rest on.
std::string with_records(std::string words, const std::vector<RecordNumber>& records);

std::string age_in_words(const tracing::Age& age);
/// "headstamp: XYZ (FR), made 2016 to 2018, 7.62x51, 62 %, stated by a source".
std::string reading_in_words(const tracing::Reading& reading);
/// "1,200", or "up to 1,200" where dates leave it open.
std::string at_large_in_words(const tracing::CandidateLot& lot);
/// "DEALER (Simulated dealer): 43 %; 1,000 rounds passed through it".
std::string holder_in_words(const tracing::Holder& holder);
std::string departure_in_words(const tracing::Departure& departure);
/// What a step says beside who, whom and how many: its package, what was taken back, the gap behind it.
std::vector<std::string> notes_of(const tracing::SupplyStep& step);
/// The code of a party, or what stands in its place.
std::string called(const tracing::PartyRef& party);

}  // namespace lotline::exchange
