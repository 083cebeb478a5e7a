#pragma once
// The description of the service, made from its routes: as OpenAPI 3.1, and as a page for people.

#include <string>

#include "http/route.h"

namespace lotline::http {

std::string open_api(const std::vector<Route>& routes);
std::string readable_api(const std::vector<Route>& routes);

}  // namespace lotline::http
