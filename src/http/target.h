#pragma once
// The target of a request (RFC 9112 section 3.2, origin form) taken apart before anything is decoded, so that a slash
// in a lot's number stays part of the number.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/refusal.h"

namespace lotline::http {

struct Target {
  std::vector<std::string> segments;                      ///< of the path, decoded; none of "/"
  std::map<std::string, std::string, std::less<>> query;  ///< decoded
};

/// Refuses what is not an absolute path, a bad escape, a zero byte, text that is not UTF-8, dot segments, and a
/// parameter given twice.
Result<Target> parse_target(std::string_view text);

}  // namespace lotline::http
