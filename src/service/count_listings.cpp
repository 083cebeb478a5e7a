#include "seizure/listings.h"
#include "service/acts.h"
#include "service/catalogue_words.h"
#include "service/share.h"

namespace lotline::service {

namespace {

const Form kForm{
    "listings",
    "offers counted on an online market, or the shares a study states of them",
    {{"market", "which market or study", "Demonstration study of 2017", true},
     {"acquisition", "what buying there is: darknet or online (see lotline words acquisition)", "darknet", true},
     {"listings", "all offers counted", ""},
     {"firearms", "of these, related to firearms", ""},
     {"ammunition", "of those, ammunition", ""},
     {"firearms_share", "share of all offers, where no count is stated", "0.005"},
     {"ammunition_share", "share of those related to firearms, likewise", "0.25"},
     {"on", "when they were counted: day, month, year or FROM/TO", "2017", true},
     {"basis", "study or report it rests on", "Study 4/2017", true}}};

/// A count that may be nothing.
Result<std::int64_t> count(const Values& values, std::string_view field) {
  if (values.text(field) == "0") return 0;
  return TRY(values.rounds_or_none(field)).count();
}

Result<std::int64_t> share(const Values& values, std::string_view field) {
  if (!values.has(field)) return 0;
  return of_field(field, millionths(values.text(field)));
}

Result<RecordNumber> record(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  seizure::ListingsCounted counted;
  counted.market = values.text("market");
  counted.acquisition =
      TRY(of_field("acquisition", vocabulary_word(desk.catalogue, "acquisition", values.text("acquisition"))));
  counted.listings = TRY(count(values, "listings"));
  counted.firearms = TRY(count(values, "firearms"));
  counted.ammunition = TRY(count(values, "ammunition"));
  counted.firearms_ppm = TRY(share(values, "firearms_share"));
  counted.ammunition_ppm = TRY(share(values, "ammunition_share"));
  for (const std::string_view field : {"firearms", "ammunition"})
    if (values.has("listings") && !values.has(field))
      return refuse(missing_value, "{}: what was not counted is not 0", field);
  return enter(desk, circumstance, TRY(seizure::decide_listings(std::move(counted))));
}

}  // namespace

ActKind count_listings() { return {kForm, record}; }

}  // namespace lotline::service
