#include "surface/zip_writer.h"

#include <zip.h>

#include "base/check.h"

namespace lotline::surface {

namespace {

constexpr zip_uint16_t kFirstDay = (1 << 5) | 1;  // 1980-01-01 as DOS writes days

struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};

}  // namespace

std::vector<std::byte> write_zip(const std::vector<ZipEntry>& entries, ZipPacking packing) {
  zip_error_t error;
  zip_error_init(&error);
  // A reference of our own keeps the source when the archive, to which the first one goes, is closed.
  const std::unique_ptr<zip_source_t, FreeSource> out(zip_source_buffer_create(nullptr, 0, 0, &error));
  CHECK(out != nullptr);
  zip_source_keep(out.get());
  zip_t* const archive = zip_open_from_source(out.get(), ZIP_TRUNCATE, &error);
  CHECK(archive != nullptr);
  for (const ZipEntry& entry : entries) {
    zip_source_t* const source = zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), 0);
    CHECK(source != nullptr);
    const zip_int64_t index = zip_file_add(archive, entry.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    CHECK(index >= 0);
    const auto at = static_cast<zip_uint64_t>(index);
    CHECK(zip_set_file_compression(archive, at, packing == ZipPacking::stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 6) == 0);
    CHECK(zip_file_set_dostime(archive, at, 0, kFirstDay, 0) == 0);
  }
  CHECK(zip_close(archive) == 0);
  CHECK(zip_source_open(out.get()) == 0);
  zip_stat_t stat;
  CHECK(zip_source_stat(out.get(), &stat) == 0);
  std::vector<std::byte> bytes(stat.size);
  CHECK(zip_source_read(out.get(), bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size()));
  CHECK(zip_source_close(out.get()) == 0);
  return bytes;
}

}  // namespace lotline::surface
