#pragma once
// The access log: who looked at what and why. docs/formats/access_log.md describes it as it is kept.

#include "service/access_ports.h"

namespace lotline::service {

/// What the first entry of an access log says was done; its object is the log id of the register it stands beside.
inline constexpr std::string_view kAccessOpened = "access log opened";

/// The entry as canonical JSON, and back. Refuses bytes that are not an entry of a version this program knows.
std::string encode_entry(const access::Entry& entry);
Result<access::Entry> decode_entry(std::string_view body);

/// An entry in the visitor's name, begun: who, organisation, case and moment filled in.
access::Entry entry_of(const access::Visitor& visitor, Instant now, std::string what, std::string object,
                       std::string_view request = {});
/// Enters it; durable when it returns. What is answered is sent only then.
Result<void> note_access(AccessDesk& desk, const access::Entry& entry);

struct LoggedEntry {
  RecordNumber number = 0;
  access::Entry entry;
  std::string leaf_hash;
};
/// Which entries are wanted; what is empty is not asked.
struct EntryFilter {
  std::string who;
  std::string case_number;
  std::string object;
};
/// The newest first, before a number (0: from the end); at most `limit`. Needs the right read_access_log.
Result<std::vector<LoggedEntry>> list_access(AccessDesk& desk, const access::Visitor& visitor, RecordNumber before,
                                             std::size_t limit, const EntryFilter& filter);

struct AccessVerification {
  RecordNumber entries = 0;
  Head head;
};
/// Reads the whole log: no number is missing, every body is canonical, and its root is the one kept. `register_log` is
/// the log id of the register it should stand beside. Refused with verification_failed and the first difference.
Result<AccessVerification> verify_access(AccessStore& store, std::string_view register_log);

}  // namespace lotline::service
