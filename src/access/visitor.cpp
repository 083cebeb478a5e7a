#include "access/visitor.h"

#include "access/refusals.h"

namespace lotline::access {

const Visitor& keeper_of_the_file() {
  static const Visitor keeper{{}, {}, Rights::all(), {}, true, {}, true};
  return keeper;
}

std::string_view account_named(std::string_view visitor_name) { return visitor_name.substr(0, visitor_name.find('/')); }

Result<void> require(const Visitor& visitor, Right right) {
  if (!visitor.may(right)) return refuse(right_missing, "{}", word(right));
  return {};
}

bool own(const Visitor& visitor, const parties::Directory& directory, PartyId party) {
  return visitor.organisation && parties::belongs_to(directory, party, visitor.organisation);
}

bool sees_all(const Visitor& visitor) {
  return visitor.may(Right::read_all) ||
         (visitor.may(Right::trace) && !visitor.case_number.empty() && visitor.stepped_up);
}

Result<void> require_sight_of(const Visitor& visitor, const parties::Directory& directory, PartyId party) {
  if (!sees_all(visitor) && !own(visitor, directory, party)) return refuse(not_your_own);
  return {};
}

Result<void> require_case(const Visitor& visitor) {
  TRY(require(visitor, Right::trace));
  if (visitor.holds_the_file) return {};
  if (visitor.case_number.empty()) return refuse(case_number_missing);
  if (!visitor.may(Right::read_all) && !visitor.stepped_up) return refuse(step_up_needed);
  return {};
}

}  // namespace lotline::access
