#pragma once
// One request as a handler sees it: read whole within the limits, decoded, its path taken apart by the route.

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/refusal.h"

namespace lotline::http {

struct Request {
  std::string method;                                       ///< GET, POST, PUT, DELETE
  std::string path;                                         ///< decoded, without the query
  std::map<std::string, std::string, std::less<>> words;    ///< of the path: {maker} of /lots/{maker}/{number}
  std::map<std::string, std::string, std::less<>> query;    ///< decoded; a name given twice was refused before
  std::map<std::string, std::string, std::less<>> headers;  ///< names in lower case
  std::string body;                                         ///< as it came, within the route's limit
  std::filesystem::path upload;                             ///< where the route takes a file: what came, on the disk
  std::string id;                                           ///< given by the service, in the log and in every problem
  std::string peer;                                         ///< address of the client, after trusted proxies

  /// A word of the path. REQUIRES that the route has it.
  [[nodiscard]] const std::string& word(std::string_view name) const;
  [[nodiscard]] std::string_view header(std::string_view name) const;  ///< empty when not sent
  [[nodiscard]] std::string cookie(std::string_view name) const;       ///< empty when not sent
  /// The query's value, cleaned of what no text may hold; empty when not given.
  [[nodiscard]] Result<std::string> text(std::string_view name) const;
};

/// The header Idempotency-Key; empty when not sent. Refuses one that is not 1 to 100 letters, digits, - or _.
Result<std::string> idempotency_key(const Request& request);

/// What a request is told in its body: the members of one flat JSON object, texts, numbers and truths as text and lists
/// of texts joined by ';'. Refuses other shapes, a member twice and unsafe text.
Result<std::map<std::string, std::string, std::less<>>> members_of(std::string_view body);

}  // namespace lotline::http
