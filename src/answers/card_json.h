#pragma once
// Cards of lots, holders, packages and records as JSON; docs/formats/answers.md lists the names.

#include <string>

#include "service/cards.h"

namespace lotline::answers {

std::string lot_as_json(const service::LotCard& card, bool simulated);
std::string holder_as_json(const service::HolderCard& card, bool simulated);
std::string package_as_json(const service::PackageCard& card, bool simulated);
std::string entry_as_json(const service::EntryCard& card, bool simulated);

}  // namespace lotline::answers
