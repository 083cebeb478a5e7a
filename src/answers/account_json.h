#pragma once
// Accounts, tokens and the access log as JSON. No secret is among them but one that is given out this once.

#include <functional>
#include <string>

#include "service/access_log.h"
#include "service/accounts.h"
#include "service/own_account.h"
#include "service/visit.h"

namespace lotline::answers {

/// The code of an organisation; empty for none.
using CodeOf = std::function<std::string(PartyId)>;

std::string account_as_json(const service::AccountCard& card, const CodeOf& code_of, bool simulated);
/// `next` is the cursor of the next part; 0: there is none.
std::string accounts_as_json(const std::vector<service::AccountCard>& cards, std::int64_t next, const CodeOf& code_of,
                             bool simulated);
std::string given_password_as_json(const service::GivenPassword& given, bool simulated);
std::string given_token_as_json(const service::GivenToken& given, const std::string& account, bool simulated);
std::string token_as_json(const service::TokenCard& card, bool simulated);
std::string tokens_as_json(const std::vector<service::TokenCard>& cards, std::int64_t next, bool simulated);
std::string access_log_as_json(const std::vector<service::LoggedEntry>& entries, RecordNumber next,
                               const CodeOf& code_of, bool simulated);

/// Who is signed in; nobody where there is no visit.
std::string session_as_json(const service::Visit* visit, const CodeOf& code_of, bool simulated);
std::string enrolment_as_json(const service::Enrolment& enrolment, bool simulated);
std::string recovery_codes_as_json(const std::vector<std::string>& codes, bool simulated);

}  // namespace lotline::answers
