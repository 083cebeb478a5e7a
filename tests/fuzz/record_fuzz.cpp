// Any bytes as a record's body: a record or a refusal; what was read has one canonical form.

#include <cstdlib>

#include "service/record_codec.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static lotline::service::RecordReader reader;
  const auto record = reader.decode({reinterpret_cast<const char*>(data), size});
  if (!record) return 0;
  const auto body = lotline::service::encode(*record);
  const auto again = reader.decode(body);
  if (!again || lotline::service::encode(*again) != body) std::abort();
  return 0;
}
