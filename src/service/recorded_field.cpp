#include "service/recorded_field.h"

namespace lotline::service {

Result<RecordNumber> recorded_field(Desk& desk, const Values& values, std::string_view field,
                                    const ImportSource& source) {
  if (!values.has(field)) return RecordNumber{0};
  return of_field(field, desk.lookup.recorded(values.text(field), source.issuer));
}

}  // namespace lotline::service
