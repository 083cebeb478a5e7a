#pragma once
// A page of a list as JSON: `items`, and `next`, the cursor of the page after it, empty at the end.

#include <string>

#include "service/list_holders.h"
#include "service/list_lots.h"
#include "service/list_movements.h"
#include "service/list_packages.h"
#include "service/list_records.h"

namespace lotline::answers {

std::string lots_as_json(const service::Page<service::ListedLot>& page, bool simulated);
std::string holders_as_json(const service::Page<service::ListedHolder>& page, bool simulated);
std::string packages_as_json(const service::Page<service::ListedPackage>& page, bool simulated);
std::string movements_as_json(const service::Page<tracing::SupplyStep>& page, bool simulated);
std::string records_as_json(const service::Page<service::ListedRecord>& page, bool simulated);

}  // namespace lotline::answers
