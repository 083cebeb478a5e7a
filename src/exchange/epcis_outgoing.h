#pragma once
// An event on its way out: its members in the words and URIs of EPCIS, and its text.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/id.h"

namespace lotline::exchange {

struct OutgoingQuantity {
  std::string epc_class;
  std::optional<std::int64_t> quantity;
  std::string uom;
};

struct OutgoingEvent {
  using Pairs = std::vector<std::pair<std::string, std::string>>;

  std::string type;         ///< ObjectEvent ...
  std::string action;       ///< empty for a transformation
  std::string step;         ///< a word of CBV or a full URI
  std::string disposition;  ///< likewise; may be empty
  When happened;
  std::string parent;
  std::vector<std::string> epcs, child_epcs;
  std::vector<OutgoingQuantity> quantities, child_quantities, input_quantities, output_quantities;
  std::string read_point, biz_location;
  Pairs transactions;           ///< type, id
  Pairs sources, destinations;  ///< type, id
  Pairs ilmd, own;              ///< fields of forms: name, text
  std::string ilmd_extras;      ///< members of others, as JSON, each with a comma before it
  std::string extras;
  RecordNumber first = 0;  ///< the records it stands for
  RecordNumber last = 0;

  void add_own(std::string name, std::string text) {
    if (!text.empty()) own.emplace_back(std::move(name), std::move(text));
  }
  void add_ilmd(std::string name, std::string text) {
    if (!text.empty()) ilmd.emplace_back(std::move(name), std::move(text));
  }
};

/// One line of JSON. `nth` is the event's place among those of its day, from 0: records keep days, and their order
/// stands in the milliseconds. Without an event id the text is that of which the hash is taken.
std::string text_of(const OutgoingEvent& event, int nth, std::string_view event_id);

}  // namespace lotline::exchange
