#pragma once
// What is right and wrong about a file of EPCIS events, without a register.

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "exchange/epcis_event.h"

namespace lotline::exchange {

struct EpcisCheck {
  std::string path;
  EpcisDocument::Form form = EpcisDocument::Form::capture;
  std::int64_t events = 0;          ///< in the list, those that are refused among them
  std::int64_t refused_events = 0;  ///< events with a fault
  std::int64_t refused = 0;         ///< faults, those of the document among them
  std::int64_t noted = 0;
  std::vector<EpcisFinding> findings;  ///< the first kMostCheckFindings, in the order of the document

  [[nodiscard]] bool valid() const { return refused == 0; }
};

/// Findings that are listed; the others are counted.
inline constexpr std::size_t kMostCheckFindings = 1'000;

struct EpcisProgress {
  std::uint64_t bytes_done = 0;
  std::uint64_t bytes_total = 0;  ///< 0 when it cannot be known
  std::int64_t events = 0;
};

/// Reads a whole file. A document that cannot be read on to its end, or at all, has that among its faults.
EpcisCheck check_epcis(const std::string& path, const std::function<void(const EpcisProgress&)>& progress);

}  // namespace lotline::exchange
