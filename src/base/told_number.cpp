#include "base/told_number.h"

#include <charconv>

#include "base/refusals.h"

namespace lotline {

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

Result<double> number(const std::string& text, std::string_view field, double least, double most) {
  double value = 0;
  if (!read(text, value) || !(least <= value && value <= most))
    return of_field<double>(field, refuse(bad_number, "\"{}\" is not from {} to {}", text, least, most));
  return value;
}

}  // namespace lotline
