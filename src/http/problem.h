#pragma once
// Errors as problem documents (RFC 9457): type, title, status, detail, and beside them the refusal's number, name and
// field, and the request's id. What is wrong inside the service is not told, only its id: the log has the rest.

#include <filesystem>
#include <string_view>

#include "http/reply.h"

namespace lotline::http {

Reply problem(const Refusal& refusal, std::string_view request_id);
/// Where the register lies is told to nobody either: words stand in the refusal's text for its path.
Refusal without_path(const Refusal& refusal, const std::filesystem::path& register_path);
/// 500 without a detail.
Reply fault(std::string_view request_id);

}  // namespace lotline::http
