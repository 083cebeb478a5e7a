#include "bench/scan_files.h"

#include <fmt/format.h>
#include <zip.h>

#include <cmath>
#include <ctime>
#include <random>

#include "bench/measured.h"
#include "surface/file_digest.h"
#include "surface/x3p_reader.h"
#include "surface/x3p_writer.h"

namespace lotline::bench {

namespace {

constexpr std::size_t kColumns = 1000, kRows = 800;
constexpr int kTimes = 101;

/// A surface whose last digits are noise, as measured, or a formula's.
surface::X3p scan_of(bool measured) {
  surface::X3p scan;
  scan.map = {kColumns, kRows, 3e-6, 3e-6, {}};
  scan.metadata = surface::software_metadata("bench", "2024-01-01T00:00:00Z", "made for a measurement");
  std::mt19937_64 noise(1);
  for (std::size_t i = 0; i < kColumns * kRows; ++i) {
    const double form =
        1e-6 * std::sin(static_cast<double>(i % kColumns) / 50) * std::cos(static_cast<double>(i / kColumns) / 70);
    const double grain = measured ? 1e-8 * static_cast<double>(noise() >> 11) * 0x1p-53 : 0;
    // A formula's heights are kept to the nanometre, so that they pack.
    scan.map.heights_m.push_back(measured ? form + grain : std::round(form * 1e9) / 1e9);
  }
  return scan;
}

/// Of this thread: other programs on the machine lengthen it little.
double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

template <class Act>
Spread timed(const Act& act) {
  std::vector<double> times;
  for (int i = 0; i < kTimes; ++i) {
    const double start = processor_seconds();
    act();
    times.push_back(processor_seconds() - start);
  }
  return spread_of(std::move(times));
}

/// What libzip needs at least: the archive opened, the heights unpacked into memory that is there already.
void unpack(const std::vector<std::byte>& file, std::vector<std::byte>& heights) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const source = zip_source_buffer_create(file.data(), file.size(), 0, &error);
  zip_t* const archive = zip_open_from_source(source, ZIP_RDONLY, &error);
  zip_file_t* const entry = zip_fopen(archive, "bindata/data.bin", 0);
  if (zip_fread(entry, heights.data(), heights.size()) != static_cast<zip_int64_t>(heights.size()))
    throw std::runtime_error("the heights were not unpacked");
  zip_fclose(entry);
  zip_discard(archive);
}

}  // namespace

void measure_scan_files() {
  fmt::print(
      "| 1,000 x 800 doubles, processor time | file, KiB | read_x3p, ms (p50, p99) | libzip unpacks the heights, ms | "
      "ratio | "
      "MD5 and SHA-256 alone, ms | written, ms |\n|---|---|---|---|---|---|---|\n");
  for (const bool measured : {true, false}) {
    const surface::X3p scan = scan_of(measured);
    const auto file = surface::write_x3p(scan).value();
    std::vector<std::byte> heights(kColumns * kRows * sizeof(double));
    const Spread read = timed([&] {
      if (!surface::read_x3p(std::span<const std::byte>(file))) throw std::runtime_error("the file was refused");
    });
    const Spread bare = timed([&] { unpack(file, heights); });
    const Spread digests = timed([&] { surface::md5_of(heights) + surface::sha256_of(file); });
    const double start = processor_seconds();
    static_cast<void>(surface::write_x3p(scan).value());
    const double written = (processor_seconds() - start) * 1e3;
    fmt::print("| {} | {} | {:.1f}, {:.1f} | {:.1f}, {:.1f} | {:.2f} | {:.1f} | {:.0f} |\n",
               measured ? "with an instrument's noise" : "a formula's, to the nanometre", file.size() / 1024, read.p50,
               read.p99, bare.p50, bare.p99, read.p50 / bare.p50, digests.p50, written);
  }
}

}  // namespace lotline::bench
