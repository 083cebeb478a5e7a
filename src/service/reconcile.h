#pragma once
// Marks and records held against each other (R75), the store of marks searched by what was read (R121), and fired cases
// counted by what is known of them (R108).

#include <optional>
#include <string>
#include <vector>

#include "service/cards.h"

namespace lotline::service {

/// A mark nobody recorded, or a record nobody can read off a round or a box.
struct Unmatched {
  std::string kind;  ///< mark_without_record or record_without_mark
  std::string what;  ///< exhibit 12, lot ABC17A001-001 of MAKER-1, box ...
  std::string words;
  RecordNumber record = 0;
};

/// Refuses a visitor who does not see everything: it goes over the whole register.
Result<std::vector<Unmatched>> reconcile(Register& store, const Reference& reference);

/// A recorded mark like the one read.
struct MarkFound {
  std::string on;    ///< lot, headstamp, package, exhibit or retailer_mark
  std::string mark;  ///< as recorded
  std::string what;  ///< whose it is
  double likeness = 0;
  RecordNumber record = 0;
};

/// Marks of lots, packages, exhibits and retailers that what was read may be, likeliest first; `?` and `*` stand for
/// what was not read. Refuses a visitor who does not see everything.
Result<std::vector<MarkFound>> search_marks(Register& store, const Reference& reference, const std::string& read,
                                            std::size_t most = 50);

/// Fired cases alike in calibre, headstamp, year, incident, State and year of the find.
struct CaseProfile {
  std::string calibre;
  std::string headstamp;
  std::string year;
  std::string incident;
  std::string country;
  int found_in_year = 0;
  std::int64_t exhibits = 0;
  Rounds cases;
};

/// Refuses a visitor who may read neither fired cases nor reports.
Result<std::vector<CaseProfile>> profile_fired_cases(Register& store, const Reference& reference,
                                                     const std::string& country, std::optional<Day> from,
                                                     std::optional<Day> to);

}  // namespace lotline::service
