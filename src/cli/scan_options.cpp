#include "cli/scan_options.h"

#include <cstdio>
#include <memory>

#include "base/refusals.h"

namespace lotline::cli {

Result<unsigned> threads_of(const std::string& text) {
  constexpr std::size_t kMost = 1024;
  if (text.empty()) return 0U;
  const std::size_t threads = TRY(whole_number(text, "threads"));
  if (threads > kMost) return of_field<unsigned>("threads", refuse(bad_quantity, "\"{}\" threads", text));
  return static_cast<unsigned>(threads);
}

Result<void> write_whole(const std::string& path, const std::string& text) {
  const std::string beside = path + ".part";
  const auto closed = [](std::FILE* file) { std::fclose(file); };
  std::unique_ptr<std::FILE, decltype(closed)> file(std::fopen(beside.c_str(), "wb"), closed);
  if (!file) return refuse(unwritable_file, "{}", path);
  const bool written = std::fwrite(text.data(), 1, text.size(), file.get()) == text.size();
  if (std::fclose(file.release()) != 0 || !written || std::rename(beside.c_str(), path.c_str()) != 0) {
    std::remove(beside.c_str());
    return refuse(unwritable_file, "{}", path);
  }
  return {};
}

}  // namespace lotline::cli
