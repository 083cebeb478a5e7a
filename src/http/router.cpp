#include "http/router.h"

#include <algorithm>

#include "answers/refusals.h"
#include "base/refusals.h"
#include "base/text.h"

namespace lotline::http {

namespace {

bool is_word(std::string_view segment) { return segment.starts_with('{'); }
std::string_view name_of(std::string_view segment) { return segment.substr(1, segment.size() - 2); }

}  // namespace

Router::Router(const std::vector<Route>& routes) {
  for (const Route& route : routes) {
    Entry entry{&route, split(route.path.substr(1), '/')};
    if (by_length_.size() <= entry.segments.size()) by_length_.resize(entry.segments.size() + 1);
    by_length_[entry.segments.size()].push_back(std::move(entry));
  }
  // "/lots/late" before "/lots/{number}", whatever the order of declaration.
  for (auto& entries : by_length_)
    std::ranges::stable_sort(entries, {}, [](const Entry& entry) {
      std::string words;
      for (const auto segment : entry.segments) words += is_word(segment) ? 'w' : 'f';
      return words;
    });
}

Result<Match> Router::find(std::string_view method, const std::vector<std::string>& segments,
                           std::string& allowed) const {
  const std::string_view wanted = method == "HEAD" ? "GET" : method;
  if (segments.size() < by_length_.size())
    for (const Entry& entry : by_length_[segments.size()]) {
      const bool fits =
          std::ranges::equal(entry.segments, segments, [](std::string_view declared, std::string_view is) {
            return is_word(declared) ? !is.empty() : declared == is;
          });
      if (!fits) continue;
      if (entry.route->method != wanted) {
        allowed += (allowed.empty() ? "" : ", ") + std::string{entry.route->method};
        continue;
      }
      Match match{entry.route, {}};
      for (std::size_t at = 0; at < segments.size(); ++at)
        if (is_word(entry.segments[at])) match.words.emplace(name_of(entry.segments[at]), segments[at]);
      return match;
    }
  if (!allowed.empty()) return refuse(answers::method_not_allowed, "it takes {}", allowed);
  return refuse(answers::no_such_route);
}

Result<void> check_parameters(const Route& route, const std::map<std::string, std::string, std::less<>>& query) {
  for (const auto& [name, value] : query) {
    const bool known = std::ranges::any_of(route.parameters, [&](const auto& p) { return p.name == name; });
    if (!known) return of_field<void>(name, refuse(answers::unknown_parameter, "{}", name));
  }
  for (const Parameter& parameter : route.parameters) {
    const bool absent = parameter.required && !query.contains(parameter.name);
    if (absent) return of_field<void>(parameter.name, refuse(missing_value, "{}", parameter.name));
  }
  return {};
}

}  // namespace lotline::http
