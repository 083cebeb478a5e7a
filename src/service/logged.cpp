#include "service/logged.h"

#include "service/record_codec.h"
#include "service/refusals.h"

namespace lotline::service {

Result<Record> logged(Register& store, RecordNumber number) {
  const auto found = store.read(number);
  if (!found) return refuse(unknown_record, "{}", number);
  RecordReader reader;
  return reader.decode(found->body);
}

}  // namespace lotline::service
