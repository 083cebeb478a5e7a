#include "http/route.h"

#include <iterator>

namespace lotline::http {

const std::vector<Route>& routes() {
  static const std::vector<Route> all = [] {
    std::vector<Route> joined;
    for (auto group : {session_routes(), account_routes(), marks_routes(), card_routes(), list_routes(),
                       report_routes(), trace_routes(), act_routes(), import_routes(), scan_routes(), house_routes()})
      joined.insert(joined.end(), std::make_move_iterator(group.begin()), std::make_move_iterator(group.end()));
    return joined;
  }();
  return all;
}

}  // namespace lotline::http
