#pragma once
// Reads the JSON of record bodies (and of documents that come in) with checked getters: what is absent, of another type
// or out of range is a refusal that names the member, never a default. Integers only, below 2^53 in size.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/refusal.h"

namespace lotline::proof {

struct JsonMember;

/// One value of a parsed text. Valid, with every text_view it gave, until its parser parses again or goes away.
class JsonValue {
 public:
  enum class Type { object, array, text, integer, truth, null };

  /// Refuses numbers that are not integers below 2^53 in size.
  [[nodiscard]] Result<Type> type() const;
  [[nodiscard]] bool is_null() const;

  [[nodiscard]] Result<std::string_view> text() const;
  [[nodiscard]] Result<std::int64_t> integer() const;
  [[nodiscard]] Result<bool> truth() const;
  [[nodiscard]] Result<std::vector<JsonValue>> items() const;     ///< of an array, in its order
  [[nodiscard]] Result<std::vector<JsonMember>> members() const;  ///< of an object, in the order as written

  /// A member of an object: refused when absent, or nothing when absent. Of a name written twice, the first.
  [[nodiscard]] Result<JsonValue> member(std::string_view name) const;
  [[nodiscard]] Result<std::optional<JsonValue>> find(std::string_view name) const;

  /// A required member of that type; the refusal names the member.
  [[nodiscard]] Result<std::string_view> text_at(std::string_view name) const;
  [[nodiscard]] Result<std::int64_t> integer_at(std::string_view name) const;
  [[nodiscard]] Result<bool> truth_at(std::string_view name) const;
  [[nodiscard]] Result<std::vector<JsonValue>> items_at(std::string_view name) const;

 private:
  friend class JsonParser;
  friend struct JsonAccess;
  // The bytes of a simdjson::dom::element, so that its 31,000-line header stays out of every file that reads a record.
  const void* document_ = nullptr;
  std::size_t index_ = 0;
};

struct JsonMember {
  std::string_view name;
  JsonValue value;
};

/// Keeps its memory from one text to the next. Not shared between threads.
class JsonParser {
 public:
  static constexpr std::size_t kDeepest = 64;  ///< levels of objects and arrays that hold anything

  JsonParser();
  JsonParser(JsonParser&&) noexcept;
  JsonParser& operator=(JsonParser&&) noexcept;
  ~JsonParser();

  /// Refuses text that is not UTF-8 or not JSON (RFC 8259), and nesting deeper than kDeepest.
  Result<JsonValue> parse(std::string_view json);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace lotline::proof
