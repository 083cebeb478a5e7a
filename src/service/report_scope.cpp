#include "service/report_scope.h"

#include "service/catalogue_words.h"

namespace lotline::service {

bool ReportScope::takes(const When& happened, const std::string& in_country) {
  if (!country.empty() && in_country != country) return false;
  if ((from && happened.last < *from) || (to && *to < happened.first)) return false;
  if ((from && happened.first < *from) || (to && *to < happened.last)) ++straddling;
  return true;
}

void ReportScope::tell(Report& report) const {
  if (straddling > 0)
    report.limits.push_back(fmt::format(
        "{} lines are counted whose dates are not known well enough to say that they lie in the period", straddling));
}

Result<ReportScope> scope_of(const Reference& reference, const Values& values) {
  ReportScope scope;
  if (values.has("from")) scope.from = TRY(values.day("from"));
  if (values.has("to")) scope.to = TRY(values.day("to"));
  scope.country = TRY(of_field("country", country_code_or_none(reference.catalogue, values.text("country"))));
  return scope;
}

Result<int> small_number(const Values& values, std::string_view field, int otherwise) {
  constexpr std::int64_t most = 1'000'000;
  if (!values.has(field)) return otherwise;
  const std::int64_t asked = TRY(values.rounds(field)).count();
  if (asked > most) return refuse(bad_quantity, "{} {}", field, asked);
  return static_cast<int>(asked);
}

ReportValue share_of(std::int64_t part, std::int64_t whole) {
  if (whole == 0) return {};
  return static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace lotline::service
