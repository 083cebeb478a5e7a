#pragma once
// From a method and the segments of a path to the route and the words of the path.

#include <string_view>

#include "http/route.h"
#include "http/target.h"

namespace lotline::http {

struct Match {
  const Route* route = nullptr;
  std::map<std::string, std::string, std::less<>> words;
};

class Router {
 public:
  explicit Router(const std::vector<Route>& routes);

  /// Refuses a path that no route has, and a method that the path does not take; then `allowed` names those it takes.
  /// HEAD is answered as GET.
  [[nodiscard]] Result<Match> find(std::string_view method, const std::vector<std::string>& segments,
                                   std::string& allowed) const;

 private:
  struct Entry {
    const Route* route;
    std::vector<std::string_view> segments;  ///< as declared; a word stands in braces
  };
  std::vector<std::vector<Entry>> by_length_;  ///< fixed segments before words
};

/// Refuses a parameter that the route does not name, and a required one left out.
Result<void> check_parameters(const Route& route, const std::map<std::string, std::string, std::less<>>& query);

}  // namespace lotline::http
