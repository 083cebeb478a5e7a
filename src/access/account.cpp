#include "access/account.h"

#include <algorithm>

namespace lotline::access {

std::vector<Role> roles_of(const AccountRow& account) {
  std::vector<Role> roles;
  for (const std::string_view text : split(account.roles, ';'))
    if (const auto role = parse_word<Role>(text, "roles")) roles.push_back(*role);
  return roles;
}

Rights rights_of(const AccountRow& account) {
  Rights rights;
  for (const Role role : roles_of(account)) rights = rights | rights_of(role);
  return rights;
}

bool has_role(const AccountRow& account, Role role) {
  const auto roles = roles_of(account);
  return std::ranges::find(roles, role) != roles.end();
}

std::vector<std::string_view> words_of(Rights rights) {
  std::vector<std::string_view> words;
  for (const auto& right : Words<Right>::all)
    if (rights.has(right.value)) words.push_back(right.text);
  return words;
}

}  // namespace lotline::access
