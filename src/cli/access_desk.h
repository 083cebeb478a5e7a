#pragma once
// The file of accounts beside a register, as the command line opens it: whoever has it in hand has every right, and is
// written down as the user of the system.

#include "cli/session.h"
#include "service/accounts.h"
#include "storage/access_store.h"

namespace lotline::cli {

struct OpenAccess {
  std::unique_ptr<storage::AccessFile> file;
  std::unique_ptr<service::AccessDesk> desk;
  access::Visitor visitor;
  storage::RegisterStore* store;  ///< the register, to read

  /// The code of an organisation; empty for none.
  [[nodiscard]] std::string code_of(PartyId party) const;
};

/// Opens the register to read and the file beside it; opened for writing it is made where there is none. To read, a
/// missing one is refused.
Result<OpenAccess> open_access(Session& session, storage::OpenMode mode);

}  // namespace lotline::cli
