// Corrections and holds: what amends the book without editing it.

#include "base/refusals.h"
#include "custody/order.h"
#include "custody/package_tree.h"
#include "custody/refusals.h"

namespace lotline::custody {

namespace {

bool posts_several(const MovementPosted& movement) {
  return movement.postings.size() > 1 || !movement.packages.empty();
}

Rounds total_of(const MovementPosted& movement) {
  Rounds sum;
  for (const Posting& posting : movement.postings) sum += posting.rounds;
  return sum;
}

}  // namespace

Result<MovementPosted> decide_correction(const Book& book, const MovementPosted& original, RecordNumber corrected,
                                         std::optional<Rounds> rounds, const std::string& note) {
  const Rounds total = total_of(original);
  const auto reversal = book.reversals.find(make_key(corrected));
  const Rounds left = total - (reversal ? reversal->rounds : Rounds{});
  const Rounds wanted = rounds.value_or(left);
  const bool anew = original.act == Act::correct || original.act == Act::identify;
  if (anew) return refuse(decided_anew, "movement {}", corrected);
  if (wanted > left || wanted <= Rounds{})
    return refuse(already_reversed, "{} asked for, {} left of movement {}", wanted.count(), left.count(), corrected);
  if (wanted != total && posts_several(original)) return refuse(whole_only, "movement {}", corrected);

  MovementPosted correction;
  correction.act = Act::correct;
  correction.corrects = corrected;
  correction.licence = original.licence;
  correction.note = note;
  correction.packages = original.packages;
  correction.shipment = original.act == Act::dispatch ? ShipmentId{corrected} : original.shipment;
  std::map<LotId, Rounds> packaged;
  for (const PackageId package : original.packages) {
    const auto row = book.packages.find(make_key(package));
    if (row->parent) return refuse(package_inside, "{}", row->code);
    if (row->side() != original.postings.front().to) return refuse(package_elsewhere, "{}", row->code);
    for (const LotLine& line : contents_of(book, package)) packaged[line.lot] += line.rounds;
  }
  for (const Posting& posting : original.postings) {
    const Rounds back = posts_several(original) ? posting.rounds : wanted;
    const AccountRow account = account_at(book, posting.lot, posting.to);
    const bool bounded = !may_be_negative(account.standing);
    const Rounds loose = back - packaged[posting.lot];  // of a package opened since, some must still lie beside it
    if (bounded && back > account.free())
      return refuse(not_enough_rounds, "{} to take back, {} free there", back.count(), account.free().count());
    if (bounded && loose > account.loose())
      return refuse(rounds_in_packages, "{} to take back, {} loose", loose.count(), account.loose().count());
    correction.postings.push_back({posting.to, posting.lot, back, posting.from});
  }
  return correction;
}

Result<HoldMade> decide_hold(const Book& book, HoldMade hold) {
  const AccountRow account = account_at(book, hold.lot, hold.side);
  if (hold.basis.empty()) return refuse(missing_value, "basis of the hold");
  if (hold.rounds <= Rounds{}) return refuse(bad_quantity, "{}", hold.rounds.count());
  if (hold.rounds > account.free())
    return refuse(not_enough_rounds, "{} to hold, {} there and free", hold.rounds.count(), account.free().count());
  return hold;
}

Result<HoldLifted> decide_lifting(const Book& book, HoldLifted lifting) {
  const auto hold = book.holds.find(make_key(lifting.hold));
  if (!hold) return refuse(unknown_hold, "{}", lifting.hold.number);
  if (hold->rounds == Rounds{}) return refuse(hold_lifted_before, "{}", lifting.hold.number);
  if (lifting.basis.empty()) return refuse(missing_value, "basis for lifting the hold");
  return lifting;
}

}  // namespace lotline::custody
