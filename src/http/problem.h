#pragma once
// Errors as problem documents (RFC 9457): type, title, status, detail, and beside them the refusal's number, name and
// field, and the request's id. What is wrong inside the service is not told, only its id: the log has the rest.

#include <string_view>

#include "http/reply.h"

namespace lotline::http {

Reply problem(const Refusal& refusal, std::string_view request_id);
/// 500 without a detail.
Reply fault(std::string_view request_id);

}  // namespace lotline::http
