#pragma once
// A register that an older program made is taken over: checked, rebuilt out of its log under its own name (rebuild.h),
// and the old file kept beside it. What stands beside it under the register's name (accounts and access log, scans,
// imports that were not finished) belongs to the new one as it did to the old: the log id is the same.

#include <optional>
#include <string>

#include "service/verify.h"

namespace lotline::storage {

struct Upgraded {
  service::Verification found;  ///< of the new one
  std::string kept;             ///< where the old file is now: PATH-before-upgrade, or with a number behind
  bool accounts_kept = false;   ///< a copy of the accounts stands beside it
};

/// Nothing where the register is of this program. While it is rebuilt nobody writes to it; until the new one has its
/// name, which happens at once and last, it stays as it is. Refuses what rebuild_register refuses, a register that
/// nobody may write to, one that another program has open (locked_register), and one whose file is damaged.
Result<std::optional<Upgraded>> upgrade_register(const std::string& path, const service::Progress& replaying = {},
                                                 const service::Progress& verifying = {});

}  // namespace lotline::storage
