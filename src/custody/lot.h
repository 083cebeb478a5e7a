#pragma once
// Products and lots. A lot is (maker, number as marked, product), with its century; child lots keep the link to their
// parent.

#include <array>
#include <string>
#include <vector>

#include "base/table.h"

namespace lotline::custody {

/// What is counted (Firearms Protocol art. 3(c); R7). Conventional ammunition that is not for firearms can be recorded
/// and stands outside the Protocol's rules (R8).
enum class ItemClass { complete_round, blank, case_, primer, propellant, projectile, other_conventional };
[[nodiscard]] constexpr bool is_component(ItemClass c) {
  return c == ItemClass::case_ || c == ItemClass::primer || c == ItemClass::propellant || c == ItemClass::projectile;
}
/// Components are counted in pieces or grams, everything else in rounds; never mixed.
enum class CountUnit { rounds, pieces, grams };

struct ProductRow {
  static constexpr std::string_view table = "products";
  static constexpr int key_fields = 1;
  static constexpr std::array<std::string_view, 2> indexes{"code", "gtin"};

  ProductId id;
  std::string code;         ///< short, unique; what files call the product
  std::string designation;  ///< as the maker names it
  std::string calibre;      ///< a calibre of the catalogue; empty for propellant
  std::string type;         ///< ball, tracer, ...: free text of the maker
  ItemClass item{};
  CountUnit unit{};
  std::string gtin;        ///< of the smallest package; empty when it has none
  std::string colours;     ///< of tip, sealant or case, as seen
  bool controlled = true;  ///< whether this component is subject to authorization in this State (R7)

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("id", self.id);
    visit("code", self.code);
    visit("designation", self.designation);
    visit("calibre", self.calibre);
    visit("type", self.type);
    visit("item", self.item);
    visit("unit", self.unit);
    visit("gtin", self.gtin);
    visit("colours", self.colours);
    visit("controlled", self.controlled);
  }
};

/// Made under contract for a State's body, or for the market (para 55).
enum class Channel { commercial, official };
/// How a lot came into being. A loose lot holds rounds taken unmarked out of their package: it has lost its number
/// (para 44).
enum class LotKind { registered, child, loose };
/// Origin class of a round (R35).
enum class Origin { factory, handloaded, reloaded, converted_blank, unknown };

struct LotRow {
  static constexpr std::string_view table = "lots";
  static constexpr int key_fields = 1;
  static constexpr std::array<std::string_view, 4> indexes{"number_key", "maker", "parent", "product"};

  LotId id;
  PartyId maker;
  std::string number;      ///< as marked
  std::string number_key;  ///< folded, so that the same mark written two ways is one
  ProductId product;
  Day made_first;  ///< made on some day from first to last; the century is resolved
  Day made_last;
  Channel channel{};
  LotKind kind{};
  Origin origin{};
  LotId parent;
  std::string headstamp;        ///< as stamped on its cases; empty when not recorded
  std::string cartridge_marks;  ///< what is marked on each cartridge: words of the mark set, separated by ';'
  std::string package_marks;    ///< what is marked on the smallest package, likewise
  std::string technique;        ///< how the cartridges were marked: stamp, laser, inkjet
  std::string marking_stage;    ///< when: manufacture, import or sale
  PartyId marked_by;            ///< who applied the marks, when it was not the maker
  PartyId purchaser;            ///< known when it was made
  std::string destination;      ///< country of destination known when it was made
  PartyId recipient;            ///< of an official lot: its one recipient (para 50(b))

  [[nodiscard]] When made_on() const { return {made_first, made_last}; }

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("id", self.id);
    visit("maker", self.maker);
    visit("number", self.number);
    visit("number_key", self.number_key);
    visit("product", self.product);
    visit("made_first", self.made_first);
    visit("made_last", self.made_last);
    visit("channel", self.channel);
    visit("kind", self.kind);
    visit("origin", self.origin);
    visit("parent", self.parent);
    visit("headstamp", self.headstamp);
    visit("cartridge_marks", self.cartridge_marks);
    visit("package_marks", self.package_marks);
    visit("technique", self.technique);
    visit("marking_stage", self.marking_stage);
    visit("marked_by", self.marked_by);
    visit("purchaser", self.purchaser);
    visit("destination", self.destination);
    visit("recipient", self.recipient);
  }
};

struct ProductRegistered {
  static constexpr std::string_view kind_name = "product";

  std::string calibre;
  std::string code;
  std::string colours;
  std::string designation;
  std::string gtin;
  ItemClass item{};
  bool not_controlled = false;
  std::string type;
  CountUnit unit{};

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("calibre", self.calibre);
    visit("code", self.code);
    visit("colours", self.colours);
    visit("designation", self.designation);
    visit("gtin", self.gtin);
    visit("item", self.item);
    visit("not_controlled", self.not_controlled);
    visit("type", self.type);
    visit("unit", self.unit);
  }
};

struct LotRegistered {
  static constexpr std::string_view kind_name = "lot";

  std::vector<std::string> cartridge_marks;
  Channel channel{};
  std::string destination;
  std::string headstamp;
  LotKind kind{};
  When made_on;
  PartyId maker;
  PartyId marked_by;
  std::string marking_stage;
  std::string number;
  std::string number_key;
  Origin origin{};
  std::vector<std::string> package_marks;
  LotId parent;
  ProductId product;
  PartyId purchaser;
  std::string technique;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("cartridge_marks", self.cartridge_marks);
    visit("channel", self.channel);
    visit("destination", self.destination);
    visit("headstamp", self.headstamp);
    visit("kind", self.kind);
    visit("made_on", self.made_on);
    visit("maker", self.maker);
    visit("marked_by", self.marked_by);
    visit("marking_stage", self.marking_stage);
    visit("number", self.number);
    visit("number_key", self.number_key);
    visit("origin", self.origin);
    visit("package_marks", self.package_marks);
    visit("parent", self.parent);
    visit("product", self.product);
    visit("purchaser", self.purchaser);
    visit("technique", self.technique);
  }
};

}  // namespace lotline::custody

namespace lotline {
template <>
struct Words<custody::ItemClass> {
  using I = custody::ItemClass;
  static constexpr std::array<Word<I>, 7> all{{{I::complete_round, "complete_round"},
                                               {I::blank, "blank"},
                                               {I::case_, "case"},
                                               {I::primer, "primer"},
                                               {I::propellant, "propellant"},
                                               {I::projectile, "projectile"},
                                               {I::other_conventional, "other_conventional"}}};
};
template <>
struct Words<custody::CountUnit> {
  using U = custody::CountUnit;
  static constexpr std::array<Word<U>, 3> all{{{U::rounds, "rounds"}, {U::pieces, "pieces"}, {U::grams, "grams"}}};
};
template <>
struct Words<custody::Channel> {
  using C = custody::Channel;
  static constexpr std::array<Word<C>, 2> all{{{C::commercial, "commercial"}, {C::official, "official"}}};
};
template <>
struct Words<custody::LotKind> {
  using K = custody::LotKind;
  static constexpr std::array<Word<K>, 3> all{
      {{K::registered, "registered"}, {K::child, "child"}, {K::loose, "loose"}}};
};
template <>
struct Words<custody::Origin> {
  using O = custody::Origin;
  static constexpr std::array<Word<O>, 5> all{{{O::factory, "factory"},
                                               {O::handloaded, "handloaded"},
                                               {O::reloaded, "reloaded"},
                                               {O::converted_blank, "converted_blank"},
                                               {O::unknown, "unknown"}}};
};
}  // namespace lotline
