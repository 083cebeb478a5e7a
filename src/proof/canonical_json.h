#pragma once
// Canonical JSON (RFC 8785, JCS) for record bodies, with integers below 2^53 in size as the only numbers: the same
// values always give the same bytes, so that a hash over the bytes is a hash over what was recorded.

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/refusal.h"

namespace lotline::proof {

class JsonParser;

/// The order of member names: by UTF-16 code units, as RFC 8785 says, worked out from the UTF-8 bytes.
[[nodiscard]] std::strong_ordering utf16_order(std::string_view a, std::string_view b);

class CanonicalArray;

/// Writes one object. Members may be added in any order; added in order they are written once and never moved.
/// REQUIRES (CHECKed): names and texts in UTF-8, no name twice, integers within +-(2^53-1).
class CanonicalObject {
 public:
  CanonicalObject();

  CanonicalObject& add(std::string_view name, std::string_view text);
  CanonicalObject& add(std::string_view name, const char* text) { return add(name, std::string_view{text}); }
  CanonicalObject& add(std::string_view name, const std::string& text) { return add(name, std::string_view{text}); }
  template <std::integral Integer>
    requires(!std::same_as<Integer, bool> && sizeof(Integer) <= sizeof(std::int64_t) &&
             (std::signed_integral<Integer> || sizeof(Integer) < sizeof(std::int64_t)))
  CanonicalObject& add(std::string_view name, Integer number) {
    return add_integer(name, number);
  }
  template <std::same_as<bool> Truth>
  CanonicalObject& add(std::string_view name, Truth truth) {
    return add_raw(name, truth ? "true" : "false");
  }
  CanonicalObject& add(std::string_view name, const CanonicalObject& object);
  CanonicalObject& add(std::string_view name, const CanonicalArray& array);
  CanonicalObject& add_null(std::string_view name) { return add_raw(name, "null"); }
  /// Adds a value that is canonical JSON already.
  CanonicalObject& add_raw(std::string_view name, std::string_view canonical);

  void append_to(std::string& out) const;
  [[nodiscard]] std::string text() const;
  [[nodiscard]] bool empty() const { return members_.empty(); }
  /// Empties the object and keeps its memory for the next.
  void clear();

 private:
  struct Member {
    std::uint32_t begin = 0;      ///< of the name's opening quote in written_
    std::uint32_t end = 0;        ///< one past the value
    std::uint32_t name_size = 0;  ///< of the name in names_, before escaping
    std::uint32_t name_begin = 0;
  };
  CanonicalObject& add_integer(std::string_view name, std::int64_t number);
  void begin_member(std::string_view name);
  CanonicalObject& end_member();
  [[nodiscard]] std::string_view name_of(const Member& member) const;

  std::string written_;  ///< "name":value of each member, a comma after each
  std::string names_;
  std::vector<Member> members_;
  bool in_order_ = true;
};

/// Writes one array.
class CanonicalArray {
 public:
  CanonicalArray& add(std::string_view text);
  CanonicalArray& add(const char* text) { return add(std::string_view{text}); }
  CanonicalArray& add(const std::string& text) { return add(std::string_view{text}); }
  CanonicalArray& add(std::int64_t number);
  CanonicalArray& add(const CanonicalObject& object);
  CanonicalArray& add(const CanonicalArray& array);

  void append_to(std::string& out) const;

 private:
  std::string written_;  ///< the items, a comma after each
};

/// The canonical text of any JSON text. Refuses what JsonParser refuses, numbers that are not integers below 2^53 in
/// size, and an object that names a member twice. A stored body is canonical when this gives back its very bytes.
Result<std::string> canonicalise(std::string_view json);
Result<std::string> canonicalise(JsonParser& parser, std::string_view json);

}  // namespace lotline::proof
