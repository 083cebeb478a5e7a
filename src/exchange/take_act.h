#pragma once
// One act that comes from elsewhere, whatever the document: recognised by its issuer and ref when it was recorded
// before, else decided and entered.

#include <string_view>
#include <utility>
#include <vector>

#include "service/acts.h"

namespace lotline::exchange {

/// Fields of a form as they were filled, with their names.
using Filled = std::vector<std::pair<std::string_view, std::string_view>>;

struct Taken {
  RecordNumber number = 0;  ///< of its first record
  bool before = false;      ///< it had been recorded before, with the same content
};

/// All of an act that can be worked out without the register.
struct PreparedAct {
  service::ImportSource source;
  Result<service::Values> values;  ///< looked at only when the act was not recorded before
};

/// REQUIRES the fields in the order of their names. Refuses an act without issuer or ref.
Result<PreparedAct> prepare_act(const service::ActKind& act, std::string_view issuer, std::string_view ref,
                                const Filled& filled);

/// Inside an open unit of work. Refuses a ref that its issuer used before for other content, and what the act refuses.
Result<Taken> take_act(service::Desk& desk, const service::ActKind& act, const PreparedAct& prepared);

}  // namespace lotline::exchange
