#pragma once
// Observations: events of documents that moved nothing, found by the lots and packages they name.

#include <string>
#include <vector>

#include "service/state.h"

namespace lotline::service {

struct Observation {
  std::string on;
  std::string words;  ///< ObjectEvent OBSERVE inspecting conformant
  RecordNumber record = 0;
};

/// The key of a lot as an event names it: by GTIN and folded lot number, or by maker, product and folded number.
std::string lot_subject(std::string_view gtin, std::string_view number_key);
std::string lot_subject(std::string_view maker, std::string_view product, std::string_view number_key);

/// In the order of their records.
std::vector<Observation> observations_of_lot(const State& state, const custody::LotRow& lot);
std::vector<Observation> observations_of_package(const State& state, const custody::PackageRow& package);

}  // namespace lotline::service
