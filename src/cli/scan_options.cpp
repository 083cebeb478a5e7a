#include "cli/scan_options.h"

#include <charconv>
#include <cstdio>
#include <memory>

#include "base/refusals.h"

namespace lotline::cli {

namespace {

template <class Number>
bool read(const std::string& text, Number& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size();
}

}  // namespace

Result<std::size_t> whole_number(const std::string& text, std::string_view field) {
  constexpr std::size_t kMost = 1'000'000'000;
  std::size_t value = 0;
  if (!read(text, value) || value == 0 || value > kMost)
    return of_field<std::size_t>(field, refuse(bad_quantity, "\"{}\"", text));
  return value;
}

Result<unsigned> threads_of(const std::string& text) {
  constexpr std::size_t kMost = 1024;
  if (text.empty()) return 0U;
  const std::size_t threads = TRY(whole_number(text, "threads"));
  if (threads > kMost) return of_field<unsigned>("threads", refuse(bad_quantity, "\"{}\" threads", text));
  return static_cast<unsigned>(threads);
}

Result<double> number(const std::string& text, std::string_view field, double least, double most) {
  double value = 0;
  if (!read(text, value) || !(least <= value && value <= most))
    return of_field<double>(field, refuse(bad_number, "\"{}\" is not from {} to {}", text, least, most));
  return value;
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
