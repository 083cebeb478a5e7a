#pragma once
// Writes JSON text: integers, strings, booleans, and (for answers, never for records) numbers with a fraction.
// Strings are escaped as RFC 8785 says, so that a canonical body is written by writing its keys in order.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lotline {

void append_json_string(std::string& out, std::string_view text);

class JsonWriter {
 public:
  /// `indent` spaces a level, 0 for one line without blanks.
  explicit JsonWriter(int indent = 0) : indent_(indent) {}

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
  void before_value();
  void line_break();

  std::string out_;
  std::vector<bool> has_members_;
  bool after_key_ = false;
  int indent_;
};

}  // namespace lotline
