#pragma once
// The use case of a list of parties.

#include "service/list_page.h"
#include "service/ports.h"

namespace lotline::service {

struct HoldersAsked {
  std::string code{};     ///< how it begins
  std::string name{};     ///< a part of it, whatever its case
  std::string kind{};     ///< manufacturer, dealer, force, ...
  std::string country{};  ///< ISO 3166 alpha-2
  std::string parent{};   ///< code of the organisation it is a unit of
  PageAsked page{};
};

struct ListedHolder {
  tracing::PartyRef party;
  std::string kind;
  std::string parent;  ///< code; empty when it stands alone
};

/// In the order of their codes. One who does not see everything gets its organisation and its units.
Result<Page<ListedHolder>> list_holders(Register& store, const Reference& reference, const HoldersAsked& asked);

}  // namespace lotline::service
