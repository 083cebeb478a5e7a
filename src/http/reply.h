#pragma once
// What a handler answers.

#include <string>
#include <utility>
#include <vector>

#include "base/refusal.h"

namespace lotline::http {

struct Reply {
  int status = 200;
  std::string type = "application/json";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers{};

  Reply& with(std::string name, std::string value) {
    headers.emplace_back(std::move(name), std::move(value));
    return *this;
  }
};

/// 200 with JSON.
inline Reply json(std::string body) { return {200, "application/json", std::move(body), {}}; }
/// 201 with JSON and where what was made is found.
inline Reply created(std::string body, std::string where) {
  return {201, "application/json", std::move(body), {{"Location", std::move(where)}}};
}
/// 204.
inline Reply nothing() { return {204, {}, {}, {}}; }

}  // namespace lotline::http
