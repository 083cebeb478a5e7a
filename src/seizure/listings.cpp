#include "seizure/listings.h"

#include "seizure/refusals.h"

namespace lotline::seizure {

namespace {

constexpr std::int64_t kWhole = 1'000'000;

}  // namespace

Result<ListingsCounted> decide_listings(ListingsCounted counted) {
  if (counted.market.empty()) return refuse(missing_value, "market");
  const bool counts = counted.listings > 0 || counted.firearms > 0 || counted.ammunition > 0;
  const bool shares = counted.firearms_ppm > 0 || counted.ammunition_ppm > 0;
  if (counts == shares) return refuse(counts_or_shares, "{}", counted.market);
  if (counted.firearms > counted.listings || counted.ammunition > counted.firearms)
    return refuse(part_above_whole, "{} listings, {} of firearms, {} of ammunition", counted.listings, counted.firearms,
                  counted.ammunition);
  if (counted.firearms_ppm > kWhole || counted.ammunition_ppm > kWhole)
    return refuse(part_above_whole, "{} and {} millionths", counted.firearms_ppm, counted.ammunition_ppm);
  return counted;
}

void apply(const ListingsCounted& record, RecordNumber number, const When& happened, Table<ListingsRow>& listings) {
  listings.put({number, record.market, record.acquisition, happened.first, happened.last, record.listings,
                record.firearms, record.ammunition, record.firearms_ppm, record.ammunition_ppm});
}

}  // namespace lotline::seizure
