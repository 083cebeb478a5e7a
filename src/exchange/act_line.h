#pragma once
// One line of a feed: {"kind":"movements","issuer":"DEPOT-7","ref":"41","fields":{"act":"transfer",...}}.

#include <string>
#include <utility>
#include <vector>

#include "exchange/take_act.h"
#include "proof/json_reader.h"

namespace lotline::exchange {

struct ActLine {
  const service::ActKind* act = nullptr;
  std::string issuer;
  std::string ref;
  std::vector<std::pair<std::string, std::string>> fields;  ///< in the order of their names

  [[nodiscard]] Filled filled() const { return {fields.begin(), fields.end()}; }
};

/// Refuses what is not such an object, an unknown kind or member, and a field that is no text, whole number or truth.
Result<ActLine> read_act_line(proof::JsonParser& parser, std::string_view line);

}  // namespace lotline::exchange
