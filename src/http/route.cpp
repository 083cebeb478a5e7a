#include "http/route.h"

#include <iterator>

#include "http/house.h"

namespace lotline::http {

service::AccessDesk& Call::access() const { return keyed != nullptr ? *keyed : house.access(); }

const std::vector<Route>& routes() {
  static const std::vector<Route> all = [] {
    std::vector<Route> joined;
    for (auto group : {session_routes(), account_routes(), marks_routes(), card_routes(), list_routes(),
                       report_routes(), trace_routes(), act_routes(), import_routes(), scan_routes(),
                       calibrator_routes(), epcis_routes(), label_routes(), house_routes()})
      joined.insert(joined.end(), std::make_move_iterator(group.begin()), std::make_move_iterator(group.end()));
    return joined;
  }();
  return all;
}

}  // namespace lotline::http
