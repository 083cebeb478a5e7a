#pragma once
// Holds: a quantity of an account reserved by a court or by an investigation, kept here so that no path goes round it.

#include "custody/account.h"

namespace lotline::custody {

enum class HoldKind { judicial, investigation };

struct HoldRow {
  static constexpr std::string_view table = "holds";
  static constexpr int key_fields = 1;
  static constexpr std::array<std::string_view, 1> indexes{"lot"};

  HoldId id;
  LotId lot;
  PartyId possessor;
  std::string where;
  Standing standing{};
  Rounds rounds;  ///< still reserved; 0 once lifted
  HoldKind kind{};
  std::string basis;

  [[nodiscard]] Side side() const { return {possessor, standing, where}; }

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("id", self.id);
    visit("lot", self.lot);
    visit("possessor", self.possessor);
    visit("place", self.where);
    visit("standing", self.standing);
    visit("rounds", self.rounds);
    visit("kind", self.kind);
    visit("basis", self.basis);
  }
};

struct HoldMade {
  static constexpr std::string_view kind_name = "hold";

  std::string basis;
  HoldKind kind{};
  LotId lot;
  Rounds rounds;
  Side side;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("basis", self.basis);
    visit("kind", self.kind);
    visit("lot", self.lot);
    visit("rounds", self.rounds);
    visit("side", self.side);
  }
};

struct HoldLifted {
  static constexpr std::string_view kind_name = "hold_lifted";

  std::string basis;
  HoldId hold;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("basis", self.basis);
    visit("hold", self.hold);
  }
};

}  // namespace lotline::custody

namespace lotline {
template <>
struct Words<custody::HoldKind> {
  using K = custody::HoldKind;
  static constexpr std::array<Word<K>, 2> all{{{K::judicial, "judicial"}, {K::investigation, "investigation"}}};
};
}  // namespace lotline
