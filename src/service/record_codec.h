#pragma once
// Records <-> canonical bytes (RFC 8785). Members at their default (nothing, false, 0, empty) are left out.

#include <string>
#include <string_view>

#include "proof/json_reader.h"
#include "service/record.h"

namespace lotline::service {

std::string encode(const Record& record);

/// Reads a body back; refuses bytes that are not a record of a version this program knows.
class RecordReader {
 public:
  Result<Record> decode(std::string_view body);

 private:
  proof::JsonParser parser_;
};

}  // namespace lotline::service
