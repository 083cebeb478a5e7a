#pragma once
// The reasons of a reading in words that can be read aloud.

#include <string>
#include <vector>

#include "marking/headstamp_candidates.h"

namespace lotline::marking {

/// How the marks came to be taken for the code: as it stands, in another script, or which characters were put right.
[[nodiscard]] std::string how_read(const CodeCandidate& candidate, std::u32string_view seen,
                                   const std::string& literal);

/// What the row itself says: its evidence and trust, its note, a brand or a case maker, a number that may be a year.
[[nodiscard]] std::vector<std::string> said_by_row(const catalogue::HeadstampCode& row);

/// A code of one or two digits, which may be a year as well.
[[nodiscard]] bool may_be_year(const catalogue::HeadstampCode& row);

}  // namespace lotline::marking
