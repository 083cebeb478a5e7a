#include "service/sight.h"

namespace lotline::service {

Sight::Sight(const access::Visitor& visitor, const parties::Directory& directory) {
  if (!access::sees_all(visitor))
    owns_ = [visitor, &directory](PartyId party) { return access::own(visitor, directory, party); };
}

bool Sight::of(PartyId party) const {
  if (all()) return true;
  if (!party) return false;
  const auto [at, is_new] = answers_.try_emplace(party, false);
  if (is_new) at->second = owns_(party);
  return at->second;
}

}  // namespace lotline::service
