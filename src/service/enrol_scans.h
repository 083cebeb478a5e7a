#pragma once
// Scans taken onto the register from their files: recorded as `lotline record scan` would (record_scan.cpp), with what
// the file itself tells, and their surfaces kept beside it. A file that cannot be read is reported and the rest goes
// on; what was enrolled before is passed over, so that a run that was cut off is taken up by running it again.

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "service/desk.h"
#include "service/scan_store.h"

namespace lotline::service {

/// A file with the fields of the form `scans` that it does not tell itself; `file` where it is called otherwise than by
/// its path.
struct ScanToEnrol {
  std::string path;
  std::vector<std::pair<std::string, std::string>> fields{};
};

enum class EnrolOutcome : unsigned char {
  enrolled,
  known,       ///< on record, its surface of these versions
  remade,      ///< on record, its surface made again
  unsuitable,  ///< on record, but nothing to compare
  refused      ///< not on record
};

struct EnrolledScan {
  std::string path;
  EnrolOutcome outcome{};
  RecordNumber scan = 0;              ///< 0 of a refused one
  std::vector<std::string> findings;  ///< of the file, as its record has them
  std::string unsuitable;             ///< why; empty otherwise
  Refusal refusal{};                  ///< of a refused one
};

struct EnrolOptions {
  unsigned threads = 0;        ///< 0: as many as the machine has
  bool copy_originals = true;  ///< false: referenced where they lie, by their hash
  std::function<void(std::size_t done, std::size_t of)> progress{};
  std::function<void(const EnrolledScan&)> taken{};  ///< each, as soon as it is on record
  ImportSource source{};  ///< what the record says it came by; REQUIRES that one file is enrolled
};

/// In the order given, each in a unit of work of its own.
std::vector<EnrolledScan> enrol_scans(Desk& desk, ScanStore& scans, std::span<const ScanToEnrol> files,
                                      const EnrolOptions& options);

/// Makes the surfaces again that are missing or were made by other versions, from their originals.
std::vector<EnrolledScan> remake_surfaces(Register& store, ScanStore& scans, const EnrolOptions& options);

}  // namespace lotline::service

namespace lotline {
template <>
struct Words<service::EnrolOutcome> {
  using O = service::EnrolOutcome;
  static constexpr std::array<Word<O>, 5> all{{{O::enrolled, "enrolled"},
                                               {O::known, "known"},
                                               {O::remade, "remade"},
                                               {O::unsuitable, "unsuitable"},
                                               {O::refused, "refused"}}};
};
}  // namespace lotline
