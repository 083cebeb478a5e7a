#pragma once
// Packages: a tree (box < case < pallet) whose contents are lines of (lot, rounds). A sealed package moves whole; its
// rounds are part of the account where it stands.

#include <array>
#include <string>
#include <vector>

#include "custody/account.h"

namespace lotline::custody {

enum class PackageLevel { box, case_, pallet };

struct PackageRow {
  static constexpr std::string_view table = "packages";
  static constexpr int key_fields = 1;
  static constexpr std::array<std::string_view, 2> indexes{"code_key", "possessor"};

  PackageId id;
  std::string code;      ///< as printed
  std::string code_key;  ///< the same whatever its spelling
  PackageLevel level{};
  PackageId parent;  ///< the package it is packed in; none when it stands alone
  bool sealed = true;
  PartyId possessor;
  std::string where;
  Standing standing{};
  std::string marks;  ///< what its label says: words of the mark set, separated by ';'

  [[nodiscard]] Side side() const { return {possessor, standing, where}; }

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("id", self.id);
    visit("code", self.code);
    visit("code_key", self.code_key);
    visit("level", self.level);
    visit("parent", self.parent);
    visit("sealed", self.sealed);
    visit("possessor", self.possessor);
    visit("place", self.where);
    visit("standing", self.standing);
    visit("marks", self.marks);
  }
};

/// Rounds of a lot that lie directly in a package (not in a smaller one inside it).
struct PackageLineRow {
  static constexpr std::string_view table = "package_lines";
  static constexpr int key_fields = 2;
  static constexpr std::array<std::string_view, 1> indexes{"lot"};

  PackageId package;
  LotId lot;
  Rounds rounds;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("package", self.package);
    visit("lot", self.lot);
    visit("rounds", self.rounds);
  }
};

/// A package inside another.
struct PackageChildRow {
  static constexpr std::string_view table = "package_children";
  static constexpr int key_fields = 2;
  static constexpr std::array<std::string_view, 0> indexes{};

  PackageId parent;
  PackageId child;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("parent", self.parent);
    visit("child", self.child);
  }
};

/// Rounds of one lot, as a line of a package or an order.
struct LotLine {
  LotId lot;
  Rounds rounds;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("lot", self.lot);
    visit("rounds", self.rounds);
  }
};

/// A package was filled from loose rounds of an account, or from smaller packages standing there.
struct PackagePacked {
  static constexpr std::string_view kind_name = "package";

  std::string code;
  std::string code_key;
  std::vector<PackageId> contains;
  PackageLevel level{};
  std::vector<LotLine> lines;
  std::vector<std::string> marks;
  PartyId possessor;
  std::string where;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("code", self.code);
    visit("code_key", self.code_key);
    visit("contains", self.contains);
    visit("level", self.level);
    visit("lines", self.lines);
    visit("marks", self.marks);
    visit("possessor", self.possessor);
    visit("where", self.where);
  }
};

/// A package was opened: the smaller ones in it stand alone, and `taken` of its own lines are loose.
struct PackageOpened {
  static constexpr std::string_view kind_name = "package_opened";

  PackageId package;
  std::vector<LotLine> taken;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("package", self.package);
    visit("taken", self.taken);
  }
};

}  // namespace lotline::custody

namespace lotline {
template <>
struct Words<custody::PackageLevel> {
  using L = custody::PackageLevel;
  static constexpr std::array<Word<L>, 3> all{{{L::box, "box"}, {L::case_, "case"}, {L::pallet, "pallet"}}};
};
}  // namespace lotline
