#pragma once
// Everything on record about one lead: the two scans, the search it came from, who examines it, and, unless an examiner
// is still examining it blind, its likelihood ratio and what was concluded.

#include "service/cards.h"

namespace lotline::service {

struct LeadScan {
  seizure::ScanRow scan;
  std::string source;  ///< "exhibit 12 of case C-1" or "gun Maker 123"
};

struct LeadConclusion {
  RecordNumber number = 0;
  std::string level;
  std::string examiner;
  std::string organisation;
  std::string accreditation;
  bool before_lr = false;
  bool second = false;
  std::string on;
};

struct LeadCard {
  LeadId lead;
  bool withdrawn = false;
  bool sealed = false;
  RecordNumber search = 0;
  std::int64_t rank = 0;
  std::string reviewer;
  std::string chosen_on;
  LeadScan questioned;
  LeadScan candidate;
  std::vector<std::string> examining;  ///< codes of those who examine it blind and have not concluded
  int conclusions = 0;                 ///< that stand, shown or withheld
  // Empty while it is sealed:
  std::optional<double> score;
  std::optional<double> llr;
  std::string llr_reason;
  std::vector<LeadConclusion> concluded;
};

/// Refuses an unknown lead, and one who may not read fired cases.
Result<LeadCard> lead_card(Register& store, const Reference& reference, LeadId lead);

/// "exhibit 12 of case C-1" or "gun Maker 123".
std::string source_in_words(const State& state, const seizure::ScanRow& scan);

}  // namespace lotline::service
