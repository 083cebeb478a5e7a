#pragma once
// What marks mean, what regimes say of them, which are on record and which do not fit: as JSON, with the names that
// docs/formats/answers.md lists.

#include <span>
#include <string>
#include <vector>

#include "exchange/judged_marks.h"
#include "service/read_marks.h"
#include "service/reconcile.h"

namespace lotline::answers {

/// "2017", "1990 to 1994 or 2017"; empty when no year was read.
std::string years_in_words(const marking::Reading& reading);
std::string_view word_of(catalogue::RegimeItem item);

std::string readings_as_json(const service::MarksReadings& read);
std::string headstamp_as_json(const std::vector<marking::Reading>& readings);
std::string lot_mark_as_json(const std::vector<marking::LotMarkReading>& readings);
std::string package_code_as_json(const marking::PackageCode& code);
std::string calibre_as_json(const std::vector<marking::CalibreReading>& readings);
std::string judged_as_json(const std::vector<exchange::JudgedMarks>& judged);
std::string regimes_as_json(std::span<const catalogue::Regime> regimes);
std::string marks_found_as_json(const std::vector<service::MarkFound>& found, bool simulated);
std::string unreconciled_as_json(const std::vector<service::Unmatched>& found, bool simulated);

}  // namespace lotline::answers
