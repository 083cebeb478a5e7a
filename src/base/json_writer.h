#pragma once
// Writes JSON text: integers, strings, booleans, and (for answers, never for records) numbers with a fraction.
// Strings are escaped as RFC 8785 says, so that a canonical body is written by writing its keys in order.

#include <cstdint>
#include <string>
#include <string_view>

namespace lotline {

void append_json_string(std::string& out, std::string_view text);

/// The same JSON with a line for each value, so many blanks a level: for a person. REQUIRES JSON without blanks between
/// its parts, as the writer makes it.
std::string laid_out(std::string_view json, std::size_t indent = 2);

/// One line without blanks.
class JsonWriter {
 public:
  JsonWriter() = default;
  explicit JsonWriter(std::size_t expected) { out_.reserve(expected); }  ///< bytes; where the text is seldom shorter
  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view{text}); }
  JsonWriter& value(const std::string& text) { return value(std::string_view{text}); }
  JsonWriter& value(std::int64_t number);
  JsonWriter& value(int number) { return value(std::int64_t{number}); }
  JsonWriter& value(std::size_t number) { return value(static_cast<std::int64_t>(number)); }
  JsonWriter& value(double number);  ///< shortest text that reads back the same; REQUIRES finite
  JsonWriter& value(bool truth);
  JsonWriter& null();
  JsonWriter& raw(std::string_view json);  ///< text that is JSON already

  template <class T>
  JsonWriter& member(std::string_view name, const T& v) {
    return key(name).value(v);
  }

  [[nodiscard]] const std::string& text() const { return out_; }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  [[nodiscard]] std::string_view before_value() const;

  std::string out_;
};

}  // namespace lotline
