#pragma once
// gzip (RFC 1952) of an answer.

#include <string>
#include <string_view>

namespace lotline::http {

[[nodiscard]] std::string compressed(std::string_view text);

/// Whether an Accept-Encoding header takes gzip.
[[nodiscard]] bool takes_gzip(std::string_view accept_encoding);

}  // namespace lotline::http
