#include "access/session.h"

namespace lotline::access {

Rights rights_of(const TokenRow& token, const AccountRow& account) {
  Rights rights;
  for (const std::string_view text : split(token.rights, ';'))
    if (const auto right = parse_word<Right>(text, "rights")) rights = rights | Rights{*right};
  return rights & rights_of(account);
}

}  // namespace lotline::access
