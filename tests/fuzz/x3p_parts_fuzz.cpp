// Any main.xml, heights and bits of validity inside a sound archive, so that no input is lost to its checksums: a scan
// or a refusal. The parts stand one after another with a line of three percent signs between them.

#include <algorithm>
#include <string_view>
#include <vector>

#include "surface/zip_writer.h"
#include "tests/fuzz/x3p_again.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lotline;
  static constexpr std::string_view kBetween = "\n%%%\n";
  static constexpr const char* kNames[] = {"main.xml", "bindata/data.bin", "bindata/valid.bin"};
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  std::vector<surface::ZipEntry> entries;
  for (const char* name : kNames) {
    const auto end = std::min(rest.find(kBetween), rest.size());
    entries.push_back({name, std::as_bytes(std::span(rest.substr(0, end)))});
    rest.remove_prefix(std::min(rest.size(), end + kBetween.size()));
  }
  const auto archive = surface::write_zip(entries, surface::ZipPacking::stored);
  const auto scan = surface::read_x3p(std::span<const std::byte>(archive));
  if (scan) fuzz::demand_same_again(*scan);
  return 0;
}
