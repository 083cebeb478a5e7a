#pragma once
// Offers counted on an online market, such as a darknet study counts them (para 33): all of them, those of firearms and
// what goes with them, and of these those of ammunition. A study that states shares alone is kept as shares: no count
// is made up for it.

#include <array>
#include <string>

#include "base/table.h"

namespace lotline::seizure {

struct ListingsRow {
  static constexpr std::string_view table = "listings";
  static constexpr int key_fields = 1;
  static constexpr std::array<std::string_view, 0> indexes{};

  RecordNumber number = 0;
  std::string market;
  std::string acquisition;  ///< word of `acquisition` that buying there would be: darknet, online
  Day counted_first;
  Day counted_last;
  std::int64_t listings = 0;        ///< 0 with the next two when only shares are stated
  std::int64_t firearms = 0;        ///< of the listings, related to firearms
  std::int64_t ammunition = 0;      ///< of those, ammunition
  std::int64_t firearms_ppm = 0;    ///< share of the listings, in millionths
  std::int64_t ammunition_ppm = 0;  ///< share of those related to firearms, in millionths

  [[nodiscard]] When counted_on() const { return {counted_first, counted_last}; }

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("number", self.number);
    visit("market", self.market);
    visit("acquisition", self.acquisition);
    visit("counted_first", self.counted_first);
    visit("counted_last", self.counted_last);
    visit("listings", self.listings);
    visit("firearms", self.firearms);
    visit("ammunition", self.ammunition);
    visit("firearms_ppm", self.firearms_ppm);
    visit("ammunition_ppm", self.ammunition_ppm);
  }
};

struct ListingsCounted {
  static constexpr std::string_view kind_name = "listings";

  std::string acquisition;
  std::int64_t ammunition = 0;
  std::int64_t ammunition_ppm = 0;
  std::int64_t firearms = 0;
  std::int64_t firearms_ppm = 0;
  std::int64_t listings = 0;
  std::string market;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("acquisition", self.acquisition);
    visit("ammunition", self.ammunition);
    visit("ammunition_ppm", self.ammunition_ppm);
    visit("firearms", self.firearms);
    visit("firearms_ppm", self.firearms_ppm);
    visit("listings", self.listings);
    visit("market", self.market);
  }
};

/// Refuses a count of part above its whole, counts beside shares, neither of them, and a share above one.
Result<ListingsCounted> decide_listings(ListingsCounted counted);
void apply(const ListingsCounted& record, RecordNumber number, const When& happened, Table<ListingsRow>& listings);

}  // namespace lotline::seizure
