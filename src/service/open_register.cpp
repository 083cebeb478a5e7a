#include "service/open_register.h"

#include "service/catalogue_words.h"
#include "service/refusals.h"

namespace lotline::service {

Result<void> check_salts(const proof::SaltSource& salts, bool simulated) {
  if (salts.guessable() && !simulated) return refuse(guessable_salts);
  return {};
}

Result<Record> decide_opening(const Opening& opening, const catalogue::Catalogue& catalogue, const Clock& clock,
                              proof::SaltSource& salts) {
  TRY(check_salts(salts, opening.simulated));
  RegisterOpened opened;
  opened.state = TRY(of_field("state", country_code_or_none(catalogue, opening.state)));
  opened.dealers_name_buyers = opening.dealers_name_buyers;
  for (const std::string& id : opening.regimes) opened.regimes.push_back(TRY(regime_id(catalogue, id)));
  opened.simulated = opening.simulated;
  const bool in_reach = opening.years_kept >= kLeastYearsKept && opening.years_kept <= kMostYearsKept;
  if (!in_reach) return refuse(bad_term, "{} years", opening.years_kept);
  opened.years_kept = opening.years_kept;
  opened.log_id = proof::to_hex(salts.next()).substr(0, 32);

  Record record;
  record.actor = opening.actor;
  record.recorded_at = clock.now();
  record.happened = {record.recorded_at.day(), record.recorded_at.day()};
  record.tables = catalogue.version();
  record.what = std::move(opened);
  return record;
}

}  // namespace lotline::service
