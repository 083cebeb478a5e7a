#pragma once
// What a handler answers.

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/refusal.h"

namespace lotline::http {

class EventStream;

struct Reply {
  int status = 200;
  std::string type = "application/json";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers{};
  std::shared_ptr<EventStream> stream{};  ///< instead of a body: sent as it comes

  Reply& with(std::string_view name, std::string_view value);
};

/// 200 with JSON.
Reply json(std::string body);
/// 201 with JSON and where what was made is found.
Reply created(std::string body, std::string_view where);
/// 204.
Reply nothing();
/// 200 with text of this media type.
Reply text_of_type(std::string_view media_type, std::string body);

}  // namespace lotline::http
