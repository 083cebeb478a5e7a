#pragma once
// An entry of the access log: who looked at what and why, or did what to which account.
// docs/formats/access_log.md describes it as it is kept.

#include <string>

#include "base/date.h"
#include "base/id.h"

namespace lotline::access {

struct Entry {
  Instant at;
  std::string who;           ///< as the visitor's name; empty for nobody signed in
  PartyId organisation;      ///< the visitor's; none for the State's own office
  std::string what;          ///< the route or command: "GET /api/v1/lots/{maker}/{number}", "account changed"
  std::string object;        ///< what it was asked of: a lot, a holder, an account
  std::string case_number;   ///< the case it was asked for; empty for none
  std::string change;        ///< what was done to the object, where something was
  int refused = 0;           ///< number of the refusal; 0: it was answered
  std::int64_t lots = 0;     ///< how many lots the answer told of
  std::int64_t holders = 0;  ///< and how many holders
  std::string request;       ///< id of the request, as the service's own log has it

  friend bool operator==(const Entry&, const Entry&) = default;
};

}  // namespace lotline::access
