#pragma once
// Cells packed into bytes: a row of a table, a key of one, or a prefix of a key. The order of the bytes is the order of
// the cells, so that keys are compared with one memcmp and a prefix of a key is a prefix of its bytes. Small numbers
// take few bytes, so that most keys need no memory of their own.

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace lotline {

/// Cells are whole numbers and texts, told apart by their first byte. A number stands as a byte for its sign and size
/// and then its bytes, the most significant first; a text as a mark, its bytes and a NUL.
class Packed {
 public:
  Packed& add(std::int64_t number);
  /// REQUIRES (CHECKed) a text without NUL; no text of a register holds one.
  Packed& add(std::string_view text);
  void clear() { bytes_.clear(); }

  [[nodiscard]] bool begins_with(const Packed& prefix) const { return bytes_.starts_with(prefix.bytes_); }
  [[nodiscard]] bool empty() const { return bytes_.empty(); }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

  friend bool operator==(const Packed&, const Packed&) = default;
  friend std::strong_ordering operator<=>(const Packed& a, const Packed& b) { return a.bytes_.compare(b.bytes_) <=> 0; }

 private:
  std::string bytes_;
};

/// Reads packed cells in their order. REQUIRES that they outlive it, and that each is asked for as what it is.
class PackedReader {
 public:
  explicit PackedReader(const Packed& packed) : PackedReader(packed.bytes()) {}
  explicit PackedReader(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] bool done() const { return at_ == bytes_.size(); }
  [[nodiscard]] bool at_text() const;
  [[nodiscard]] std::int64_t number();
  [[nodiscard]] std::string_view text();
  void skip();

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

}  // namespace lotline

template <>
struct std::hash<lotline::Packed> {
  // Not noexcept: a table of the standard library then keeps each hash beside its key, instead of hashing the keys of a
  // whole chain again at every look.
  std::size_t operator()(const lotline::Packed& packed) const { return std::hash<std::string>{}(packed.bytes()); }
};
