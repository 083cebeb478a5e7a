#pragma once
// Refusals about who may do what: 1700-1799.

#include "base/refusal.h"

namespace lotline::access {

inline constexpr RefusalKind right_missing{1701, "right_missing", "the account has not the right to do this"};
inline constexpr RefusalKind not_your_own{1702, "not_your_own",
                                          "this is not the organisation's own, and no case was named"};
inline constexpr RefusalKind case_number_missing{1703, "case_number_missing",
                                                 "a look across organisations names the case it is for"};
inline constexpr RefusalKind step_up_needed{1704, "step_up_needed",
                                            "a look across organisations needs the second factor shown again"};
inline constexpr RefusalKind not_your_act{1705, "not_your_act",
                                          "an organisation records acts of its own, and this is another's"};

// Signing in.
inline constexpr RefusalKind sign_in_refused{1710, "sign_in_refused", "the name and password do not sign anybody in"};
inline constexpr RefusalKind second_factor_needed{1711, "second_factor_needed",
                                                  "signing in to this account takes a one-time code as well"};
inline constexpr RefusalKind too_many_attempts{1712, "too_many_attempts",
                                               "signing in failed too often from here; it is open again after a while"};
inline constexpr RefusalKind code_refused{1713, "code_refused", "the one-time code is not right, or was used before"};
inline constexpr RefusalKind not_signed_in{1714, "not_signed_in", "nobody is signed in"};
inline constexpr RefusalKind csrf_refused{
    1715, "csrf_refused", "a request that changes something carries the value that the session was given for it"};
inline constexpr RefusalKind no_second_factor{1716, "no_second_factor", "the account has no second factor"};
inline constexpr RefusalKind second_factor_there{1717, "second_factor_there",
                                                 "the account has a second factor; it is replaced after showing it"};
inline constexpr RefusalKind password_to_change{1718, "password_to_change",
                                                "the account's password was given to it and must be changed first"};
inline constexpr RefusalKind token_refused{1719, "token_refused", "the token is unknown, has ended or was withdrawn"};

// Passwords.
inline constexpr RefusalKind password_short{1720, "password_short", "a password has at least 15 characters"};
inline constexpr RefusalKind password_long{1721, "password_long", "a password has at most 200 characters of UTF-8"};
inline constexpr RefusalKind password_guessable{1722, "password_guessable",
                                                "the password is among the first that anybody would try"};
inline constexpr RefusalKind password_same{1723, "password_same", "the new password is the old one"};

// Accounts and tokens.
inline constexpr RefusalKind unknown_account{1730, "unknown_account", "there is no account of this name"};
inline constexpr RefusalKind account_exists{1731, "account_exists", "there is an account of this name"};
inline constexpr RefusalKind bad_account_name{
    1732, "bad_account_name",
    "a sign-in name has 2 to 64 letters a-z, digits, dots, hyphens, underscores or @, a letter or digit first"};
inline constexpr RefusalKind roles_missing{1733, "roles_missing", "an account has at least one role"};
inline constexpr RefusalKind roles_apart{
    1734, "roles_apart", "who prepares licences does not approve them: these roles are never one person's"};
inline constexpr RefusalKind organisation_missing{1735, "organisation_missing",
                                                  "this role acts for an organisation, which the account names"};
inline constexpr RefusalKind last_administrator{1736, "last_administrator",
                                                "the last administrator keeps the role and the account"};
inline constexpr RefusalKind own_roles{1737, "own_roles",
                                       "nobody changes the roles or organisation of their own account"};
inline constexpr RefusalKind account_changed{1738, "account_changed",
                                             "the account was changed by somebody else meanwhile"};
inline constexpr RefusalKind administrator_there{1739, "administrator_there",
                                                 "the register has an administrator already"};
inline constexpr RefusalKind unknown_token{1740, "unknown_token", "there is no token of this number"};
inline constexpr RefusalKind token_rights{1741, "token_rights",
                                          "a token has some of its account's rights, and no others"};
inline constexpr RefusalKind token_term{1742, "token_term", "a token ends on a later day, within a year"};
inline constexpr RefusalKind display_name_missing{1743, "display_name_missing", "an account names its person"};
inline constexpr RefusalKind token_name_missing{1744, "token_name_missing", "a token is named after what uses it"};

}  // namespace lotline::access
