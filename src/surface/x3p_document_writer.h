#pragma once
// main.xml of a strict X3P file.

#include <string>
#include <vector>

#include "base/refusal.h"
#include "surface/x3p_writer.h"

namespace lotline::surface {

/// What main.xml says of the files beside it; all empty when the points stand in it.
struct WrittenLinks {
  std::string points_md5{};
  std::string valid_md5{};  ///< empty when every point is valid
  const std::vector<std::string>* datums = nullptr;
};

inline constexpr const char* kPointsPath = "bindata/data.bin";
inline constexpr const char* kValidPath = "bindata/valid.bin";
inline constexpr const char* kChecksumPath = "md5checksum.hex";

Result<std::string> write_x3p_document(const X3p& scan, const X3pWriteOptions& options, const WrittenLinks& links);

}  // namespace lotline::surface
