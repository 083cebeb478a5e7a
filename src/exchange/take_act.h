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

/// Inside an open unit of work. REQUIRES the fields in the order of their names. Refuses an act without issuer or ref,
/// and a ref that its issuer used before for other content.
Result<Taken> take_act(service::Desk& desk, const service::ActKind& act, std::string_view issuer, std::string_view ref,
                       const Filled& filled);

}  // namespace lotline::exchange
