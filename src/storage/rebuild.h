#pragma once
// A register whose tables are of another layout than this program's is made anew out of its log: the records are the
// register, its tables are only worked out from them.

#include <string>

#include "service/verify.h"

namespace lotline::storage {

/// Reads the log of the register at `from`, whatever the layout of its tables, into a fresh register at `into`, with
/// the same salts and so the same root hash; the personal values kept beside the log come along. The new one is
/// verified as a whole, and stands under its name only when its root is the one that the old one's head says. The old
/// file is read only. Refused: what is no register, one of a newer version, `into` (or the file it grows in,
/// `into`.rebuilding) where it exists, a record that this program cannot read, and a log that does not give its own
/// root.
Result<service::Verification> rebuild_register(const std::string& from, const std::string& into,
                                               const service::Progress& replaying = {},
                                               const service::Progress& verifying = {});

}  // namespace lotline::storage
