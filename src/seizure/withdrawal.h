#pragma once
// Taking back what was recorded of fired cases: a scan of the wrong exhibit or mirrored, a test fire of another gun, a
// conclusion. Nothing is edited or deleted: the withdrawal names what it takes back and why, and both stay.

#include <string>

#include "seizure/conclusion.h"

namespace lotline::seizure {

struct Withdrawn {
  static constexpr std::string_view kind_name = "withdrawal";

  std::string note;
  std::string reason;
  RecordNumber record = 0;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("note", self.note);
    visit("reason", self.reason);
    visit("record", self.record);
  }
};

/// Everything that can be withdrawn.
struct Withdrawable {
  Table<firearms::TestFireRow>& test_fires;
  Table<ReplicaRow>& replicas;
  Table<ScanRow>& scans;
  Conclusions conclusions;
};

/// Refuses a record that is none of these or was withdrawn before, a test fire or replica whose scans stand, a scan
/// whose leads stand, and a withdrawal that gives no reason.
Result<Withdrawn> decide_withdrawal(const Withdrawable& all, Withdrawn withdrawn);
void apply(const Withdrawn& record, RecordNumber number, Withdrawable& all);

}  // namespace lotline::seizure
