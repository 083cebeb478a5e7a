#pragma once
// What each holder had, counted by what a round shows of itself without its lot: its maker, its product and the year it
// was made. Sums over the entries, kept so that a seizure of many marks is compared with every holder without reading
// the entries of every lot (docs/decisions/0017-stock-by-year.md).

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "custody/lot.h"
#include "custody/movement.h"

namespace lotline::custody {

/// Lots that look alike: of one maker, product and year, with one headstamp.
/// A row whose fields are all 0 or empty counts all kinds together.
struct RoundKindRow {
  static constexpr std::string_view table = "round_kinds";
  static constexpr int key_fields = 4;
  static constexpr std::array<std::string_view, 0> indexes{};

  PartyId maker;
  ProductId product;
  int made = 0;           ///< year; of a lot whose dates span two, the first
  std::string headstamp;  ///< as recorded; empty when it is not
  std::int64_t lots = 0;
  Rounds entered;  ///< made or imported

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("maker", self.maker);
    visit("product", self.product);
    visit("made", self.made);
    visit("headstamp", self.headstamp);
    visit("lots", self.lots);
    visit("entered", self.entered);
  }
};

/// The products that a possessor ever had, also by export, with how many rounds of each came to it: one row, because a
/// seizure asks all possessors at once.
struct HolderProductsRow {
  static constexpr std::string_view table = "holder_products";
  static constexpr int key_fields = 1;
  static constexpr std::array<std::string_view, 0> indexes{};

  PartyId possessor;
  Rounds arrived;        ///< of all products
  std::string products;  ///< "MAKER/PRODUCT:ROUNDS;" for each, by record numbers, in the order in which they first came

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("possessor", self.possessor);
    visit("arrived", self.arrived);
    visit("products", self.products);
  }
};

/// One of the products of such a row.
struct ProductArrived {
  PartyId maker;
  ProductId product;
  Rounds arrived;
};
void each_product(std::string_view products, const std::function<void(const ProductArrived&)>& take);

/// What came to a possessor and left it in one year. An entry whose date spans two years counts where it went in the
/// first and where it came from in the last, so that the stock is the most it can have been.
struct StockYear {
  int year = 0;
  Rounds arrived;  ///< of rounds held
  Rounds left;     ///< likewise, whatever became of them
  // What was added in that year to rounds in other standings; less than nothing where more was taken away.
  Rounds in_transit;
  Rounds expended;
  Rounds sold;
  Rounds exported;
  Rounds lost;
  Rounds stolen;
};

/// The years of a possessor's rounds of one maker, product and year of making. A row whose maker, product and year of
/// making are 0 counts all of them together.
struct StockYearsRow {
  static constexpr std::string_view table = "stock_years";
  static constexpr int key_fields = 4;
  static constexpr std::array<std::string_view, 0> indexes{};

  PartyId possessor;
  PartyId maker;
  ProductId product;
  int made = 0;
  /// The years in their order, "YEAR" and then a letter and a number for each count that is not 0, and ";":
  /// "2015a400l150;". a arrived, l left, t in transit, e expended, s sold, x exported, o lost, h stolen.
  std::string years;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("possessor", self.possessor);
    visit("maker", self.maker);
    visit("product", self.product);
    visit("made", self.made);
    visit("years", self.years);
  }
};
[[nodiscard]] std::vector<StockYear> years_of(const StockYearsRow& row);

/// The three tables together.
struct StockByYear {
  Table<RoundKindRow>& kinds;
  Table<HolderProductsRow>& holders;
  Table<StockYearsRow>& years;
};

/// The two sides of a posting as they are counted: rounds on the way are their sender's, whoever carries them, and so
/// are those lost or stolen there.
struct CountedSides {
  Side from;
  Side to;
};
CountedSides counted_sides(const Table<ShipmentRow>& shipments, const Side& from, const Side& to);

/// What rounds going from one account to another change of a possessor's year; nothing of a possessor and standing that
/// nothing is asked about.
struct YearChange {
  PartyId possessor;
  int year = 0;
  Standing standing{};
  Rounds rounds;
  bool adds = false;
};
std::vector<YearChange> year_changes(const CountedSides& sides, Rounds rounds, const When& happened);
void change_year(StockYear& year, const YearChange& change);

/// Counts a lot that was registered.
void count_lot(const StockByYear& stock, const LotRow& lot);
/// Counts rounds of the lot going from one account to another.
void count_rounds(const StockByYear& stock, const LotRow& lot, const CountedSides& sides, Rounds rounds,
                  const When& happened);

}  // namespace lotline::custody
