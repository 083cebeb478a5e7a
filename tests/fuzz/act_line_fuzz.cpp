// Any bytes as a line of a feed: an act or a refusal. A line that is an act has a canonical form, which is read again
// as the same act; and what is worked out of its fields without a register comes to an end.

#include <cstdlib>

#include "exchange/act_line.h"
#include "proof/canonical_json.h"

namespace {

using namespace lotline;

void demand(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static proof::JsonParser parser;
  const std::string_view line{reinterpret_cast<const char*>(data), size};
  const auto act = exchange::read_act_line(parser, line);
  if (!act) return 0;
  const auto canonical = proof::canonicalise(line);
  demand(canonical.has_value());
  const auto again = exchange::read_act_line(parser, *canonical);
  demand(again && again->act == act->act && again->issuer == act->issuer && again->ref == act->ref &&
         again->fields == act->fields);
  const auto prepared = exchange::prepare_act(*act->act, act->issuer, act->ref, act->filled());
  demand(!prepared || (!prepared->source.issuer.empty() && !prepared->source.ref.empty()));
  return 0;
}
