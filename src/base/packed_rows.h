#pragma once
// Packed rows in memory, in the order of their bytes. They lie in blocks of two thousand bytes, one behind the other: a
// row costs its bytes and a few more, where a node of a tree with a string in it costs a hundred beside them.

#include <map>
#include <string>
#include <string_view>

#include "base/packed.h"

namespace lotline {

class PackedRows {
 public:
  /// The row that begins with the key; empty when there is none. Valid until the next change.
  [[nodiscard]] std::string_view find(const Packed& key) const;
  /// Inserts the row, or replaces the one that begins with its key. REQUIRES that the row begins with it.
  void put(const Packed& key, const Packed& row);
  void erase(const Packed& key);
  [[nodiscard]] std::size_t size() const { return size_; }

  /// Tells `take` of the rows that begin with the prefix, in their order, until it says false. It may change rows: what
  /// is put meanwhile may or may not be told of.
  template <class Take>
  void scan(const Packed& prefix, const Take& take) const {
    std::string row;
    for (Place at = from(prefix.bytes()); !at.past; at = next(at, row)) {
      row = row_at(at);
      if (!row.starts_with(prefix.bytes()) || !take(std::string_view{row})) return;
    }
  }

 private:
  /// By a lower bound of its rows, which is above all of the block before.
  using Blocks = std::map<std::string, std::string, std::less<>>;
  struct Place {
    Blocks::const_iterator block;
    std::size_t offset = 0;
    bool past = false;  ///< there is no such row
    std::size_t changes = 0;
  };

  [[nodiscard]] Blocks::iterator block_of(std::string_view bytes);
  [[nodiscard]] Blocks::const_iterator block_of(std::string_view bytes) const;
  /// The first row not below these bytes.
  [[nodiscard]] Place from(std::string_view bytes) const;
  /// The row behind this one, which stood there when the place was found.
  [[nodiscard]] Place next(const Place& at, std::string_view row) const;
  [[nodiscard]] Place first_in_or_behind(Blocks::const_iterator block, std::size_t offset) const;
  [[nodiscard]] static std::string_view row_at(const Place& at);
  void insert(std::string_view row);
  /// Whether the row lies between the block's bound and the next one's.
  [[nodiscard]] bool belongs_to(Blocks::const_iterator block, std::string_view row) const;
  void remove(const Place& at);
  void split(Blocks::iterator block);

  Blocks blocks_;
  std::size_t size_ = 0;
  std::size_t changes_ = 0;
};

}  // namespace lotline
