#include "service/visible.h"

#include "access/refusals.h"

namespace lotline::service {

Result<void> require_sight_of_all(const access::Visitor& visitor) {
  if (access::sees_all(visitor)) return {};
  if (visitor.may(access::Right::trace)) return access::require_case(visitor);
  return refuse(access::not_your_own);
}

}  // namespace lotline::service
