#include <span>

#include "custody/movement.h"

namespace lotline::custody {

namespace {

struct Passage {
  Act act;
  Standing from;
  Standing to;
};

using enum Standing;

constexpr Passage kPassages[] = {
    {Act::manufacture, made, held},
    {Act::import, imported, held},
    {Act::dispatch, held, in_transit},
    {Act::receive, in_transit, held},
    {Act::void_, in_transit, held},
    {Act::transfer, held, held},
    {Act::sale, held, held},
    {Act::sale, held, sold},
    {Act::issue, held, held},
    {Act::return_, held, held},
    {Act::expend, held, expended},
    {Act::expend, exhibit, expended},
    {Act::destroy, held, destroyed},
    {Act::destroy, exhibit, destroyed},
    {Act::export_, held, exported},
    {Act::export_, in_transit, exported},
    {Act::loss, held, lost},
    {Act::loss, in_transit, lost},
    {Act::theft, held, stolen},
    {Act::theft, in_transit, stolen},
    {Act::find, lost, held},
    {Act::find, stolen, held},
    {Act::relot, held, relotted_out},
    {Act::relot, relotted_in, held},
    {Act::loosen, held, relotted_out},
    {Act::loosen, relotted_in, held},
    {Act::seize, held, exhibit},
    {Act::seize, in_transit, exhibit},
    {Act::recover, unattributed, exhibit},
    {Act::forfeit, exhibit, held},
    {Act::restore, exhibit, held},
    {Act::move_exhibit, exhibit, exhibit},
    {Act::attribute, held, unattributed},
    {Act::attribute, lost, unattributed},
    {Act::attribute, stolen, unattributed},
    {Act::attribute, sold, unattributed},
    {Act::attribute, exported, unattributed},
    {Act::identify, exhibit, unattributed},
    {Act::identify, unattributed, exhibit},
    {Act::surplus, unattributed, held},
};

bool listed(Act act, Standing from, Standing to) {
  for (const Passage& p : kPassages)
    if (p.act == act && p.from == from && p.to == to) return true;
  return false;
}

}  // namespace

bool may_pass(Act act, Standing from, Standing to) {
  if (act != Act::correct) return listed(act, from, to);
  // A correction goes back the way some act came.
  for (const Passage& p : kPassages)
    if (p.from == to && p.to == from) return true;
  return false;
}

}  // namespace lotline::custody
