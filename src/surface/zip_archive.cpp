#include "surface/zip_archive.h"

#include <zip.h>

#include <algorithm>
#include <string_view>

#include "base/check.h"
#include "base/text.h"
#include "surface/refusals.h"

namespace lotline::surface {

namespace {

/// Deflate packs at most 1,032 bytes into one (zlib's technical notes: 258 bytes in 2 bits).
constexpr std::uint64_t kMostOfOneByte = 1032;
/// Of an entry without content of its own: block headers and the end.
constexpr std::uint64_t kSlack = 4096;

struct Close {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

bool climbs(std::string_view name) {
  if (name.empty() || name.front() == '/' || name.find('\0') != name.npos) return true;
  if (name.size() > 1 && name[1] == ':') return true;
  for (const std::string_view part : split(name, '/'))
    if (part == "..") return true;
  return false;
}

Refusal not_opened(std::span<const std::byte> bytes, zip_error_t& error) {
  static constexpr std::string_view kFirst = "PK\x03\x04";
  const std::string_view start(reinterpret_cast<const char*>(bytes.data()), std::min(bytes.size(), kFirst.size()));
  const std::string why = zip_error_strerror(&error);
  zip_error_fini(&error);
  return start == kFirst ? refuse(damaged_archive, "{}", why).error() : refuse(no_x3p, "{}", why).error();
}

}  // namespace

struct ZipArchive::State {
  std::unique_ptr<zip_t, Close> zip;
  std::vector<File> files{};
  bool backslashes = false;
};

ZipArchive::ZipArchive(std::unique_ptr<State> state) : state_(std::move(state)) {}
ZipArchive::ZipArchive(ZipArchive&&) noexcept = default;
ZipArchive& ZipArchive::operator=(ZipArchive&&) noexcept = default;
ZipArchive::~ZipArchive() = default;

Result<ZipArchive> ZipArchive::open(std::span<const std::byte> bytes) {
  if (bytes.empty()) return refuse(no_x3p, "it is empty");
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) return std::unexpected(not_opened(bytes, error));
  zip_t* const zip = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (zip == nullptr) {
    zip_source_free(source);
    return std::unexpected(not_opened(bytes, error));
  }
  auto state = std::make_unique<State>();
  state->zip.reset(zip);
  const auto count = static_cast<std::uint64_t>(std::max<zip_int64_t>(zip_get_num_entries(zip, 0), 0));
  if (count > kMostFiles) return refuse(scan_too_large, "{} files in the archive, at most {}", count, kMostFiles);
  for (std::uint64_t i = 0; i < count; ++i) {
    zip_stat_t stat;
    CHECK(zip_stat_index(zip, i, ZIP_FL_ENC_RAW, &stat) == 0 && (stat.valid & ZIP_STAT_NAME) != 0);  // below the count
    File file{stat.name, stat.size, i};
    if (file.name.find('\\') != file.name.npos) state->backslashes = true;
    std::replace(file.name.begin(), file.name.end(), '\\', '/');
    if (climbs(file.name)) return refuse(unsafe_archive, "entry {} lies outside of the archive", i);
    state->files.push_back(std::move(file));
  }
  std::vector<std::string_view> names;
  for (const File& file : state->files) names.push_back(file.name);
  std::sort(names.begin(), names.end());
  if (std::adjacent_find(names.begin(), names.end()) != names.end())
    return refuse(unsafe_archive, "two entries have one name");
  return ZipArchive(std::move(state));
}

const std::vector<ZipArchive::File>& ZipArchive::files() const { return state_->files; }
bool ZipArchive::had_backslashes() const { return state_->backslashes; }

Result<void> ZipArchive::read(const File& file, std::size_t block, const Sink& sink) {
  zip_stat_t stat;
  CHECK(zip_stat_index(state_->zip.get(), file.index, ZIP_FL_ENC_RAW, &stat) == 0);
  if (stat.encryption_method != ZIP_EM_NONE) return refuse(unknown_packing, "entry {} is encrypted", file.index);
  if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE)
    return refuse(unknown_packing, "entry {} is packed by method {}", file.index, stat.comp_method);
  if (stat.size / kMostOfOneByte > stat.comp_size + kSlack)
    return refuse(damaged_archive, "entry {} says {} bytes and takes {}", file.index, stat.size, stat.comp_size);
  const std::unique_ptr<zip_file_t, Close> entry(zip_fopen_index(state_->zip.get(), file.index, 0));
  if (entry == nullptr) return refuse(damaged_archive, "entry {}: {}", file.index, zip_strerror(state_->zip.get()));
  std::vector<std::byte> buffer(block);
  std::uint64_t total = 0;
  for (;;) {
    std::size_t filled = 0;
    while (filled < block) {
      const zip_int64_t got = zip_fread(entry.get(), buffer.data() + filled, block - filled);
      if (got < 0) return refuse(damaged_archive, "entry {}: {}", file.index, zip_file_strerror(entry.get()));
      if (got == 0) break;
      filled += static_cast<std::size_t>(got);
    }
    total += filled;
    if (total > file.size) return refuse(damaged_archive, "entry {} is longer than it says", file.index);
    if (filled > 0) TRY(sink(std::span(buffer).first(filled)));
    if (filled < block) break;
  }
  if (total != file.size) return refuse(damaged_archive, "entry {} is shorter than it says", file.index);
  return {};
}

Result<std::string> ZipArchive::read_text(const File& file, std::size_t most) {
  if (file.size > most) return refuse(scan_too_large, "entry {} of {} bytes, at most {}", file.index, file.size, most);
  std::string text;
  TRY(read(file, std::size_t{1} << 16, [&](std::span<const std::byte> bytes) -> Result<void> {
    text.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    return {};
  }));
  return text;
}

}  // namespace lotline::surface
