#pragma once
// Accounts of rounds. Every entry moves rounds of one lot from one account to another; an account is
// (lot, possessor, where, standing), *where* being a place, a shipment or an exhibit.

#include <array>
#include <string>

#include "base/table.h"

namespace lotline::custody {

/// The one state of life a round is in. `made`, `imported` and `relotted_in` are the world outside: they are debited
/// only.
enum class Standing {
  made,
  imported,
  relotted_in,
  held,
  in_transit,
  exhibit,
  expended,
  destroyed,
  lost,
  stolen,
  exported,
  sold,
  relotted_out,
  unattributed
};
inline constexpr std::size_t kStandings = 14;

[[nodiscard]] constexpr bool is_source(Standing s) {
  return s == Standing::made || s == Standing::imported || s == Standing::relotted_in;
}
/// Whether an account of this standing may hold less than nothing: sources, and what was recovered before anyone was
/// debited.
[[nodiscard]] constexpr bool may_be_negative(Standing s) { return is_source(s) || s == Standing::unattributed; }

/// One side of a posting.
struct Side {
  PartyId possessor;
  Standing standing{};
  std::string where;  ///< a place as named; "#12" for the shipment of record 12; "@34" for the exhibit of record 34

  friend bool operator==(const Side&, const Side&) = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("possessor", self.possessor);
    visit("standing", self.standing);
    visit("where", self.where);
  }
};

std::string where_of(ShipmentId shipment);
std::string where_of(ExhibitId exhibit);
ShipmentId shipment_of(const Side& side);  ///< the dispatch the rounds are on; none when they are not on the way

struct AccountRow {
  static constexpr std::string_view table = "accounts";
  static constexpr int key_fields = 4;
  static constexpr std::array<std::string_view, 1> indexes{"possessor"};

  LotId lot;
  PartyId possessor;
  std::string where;
  Standing standing{};
  Rounds rounds;
  Rounds packaged;  ///< of these, inside registered packages
  Rounds reserved;  ///< of these, under a hold or an investigation's freeze

  [[nodiscard]] Rounds loose() const { return rounds - packaged; }
  [[nodiscard]] Rounds free() const { return rounds - reserved; }

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("lot", self.lot);
    visit("possessor", self.possessor);
    visit("place", self.where);
    visit("standing", self.standing);
    visit("rounds", self.rounds);
    visit("packaged", self.packaged);
    visit("reserved", self.reserved);
  }
};

/// The lot's rounds by standing, kept apart from the accounts so that each proves the other at every commit.
struct LotTotalsRow {
  static constexpr std::string_view table = "lot_totals";
  static constexpr int key_fields = 1;
  static constexpr std::array<std::string_view, 0> indexes{};

  LotId lot;
  std::array<Rounds, kStandings> rounds{};

  [[nodiscard]] Rounds of(Standing s) const { return rounds[static_cast<std::size_t>(s)]; }
  /// made + imported + re-lotted in.
  [[nodiscard]] Rounds entered() const;
  /// held + in transit + exhibits + expended + destroyed + lost + stolen + exported + sold + re-lotted out +
  /// unattributed.
  [[nodiscard]] Rounds accounted() const;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit);
};

}  // namespace lotline::custody

namespace lotline {
template <>
struct Words<custody::Standing> {
  using S = custody::Standing;
  static constexpr std::array<Word<S>, custody::kStandings> all{{{S::made, "made"},
                                                                 {S::imported, "imported"},
                                                                 {S::relotted_in, "relotted_in"},
                                                                 {S::held, "held"},
                                                                 {S::in_transit, "in_transit"},
                                                                 {S::exhibit, "exhibit"},
                                                                 {S::expended, "expended"},
                                                                 {S::destroyed, "destroyed"},
                                                                 {S::lost, "lost"},
                                                                 {S::stolen, "stolen"},
                                                                 {S::exported, "exported"},
                                                                 {S::sold, "sold"},
                                                                 {S::relotted_out, "relotted_out"},
                                                                 {S::unattributed, "unattributed"}}};
};

template <class Self, class Visit>
void custody::LotTotalsRow::fields(Self& self, Visit& visit) {
  visit("lot", self.lot);
  for (const auto& entry : Words<Standing>::all) visit(entry.text, self.rounds[static_cast<std::size_t>(entry.value)]);
}
}  // namespace lotline
