#pragma once
// What a questioned mark is searched against: enrolled marks of one kind, in memory. A source is what a line of the
// answer speaks of: one gun with all its test fires, or one exhibit whose gun is not known.

#include <cstdint>
#include <unordered_set>
#include <vector>

#include "base/refusal.h"
#include "base/words.h"
#include "search/class_fields.h"
#include "search/enrolled.h"
#include "search/signature.h"

namespace lotline::search {

/// The caller's numbers (of records, say): an item is one scan, a source what several may come from.
using ItemNumber = std::int64_t;
using SourceNumber = std::int64_t;

enum class ItemKind : unsigned char { exhibit, test_fire, replica };

struct Item {
  ItemNumber number = 0;
  SourceNumber source = 0;
  ItemKind kind = ItemKind::exhibit;
  ClassFields fields{};
  friend bool operator==(const Item&, const Item&) = default;
};

/// Grown, then searched. Items are kept in the order of being added; no answer depends on it.
class Gallery {
 public:
  explicit Gallery(surface::Mark mark) : mark_(mark), enrolled_(mark) {}

  /// Refuses item_twice, bad_class_field, and a signature of another mark (no_signature).
  Result<void> add(Item item, const Signature& signature);

  [[nodiscard]] surface::Mark mark() const { return mark_; }
  [[nodiscard]] const std::vector<Item>& items() const { return items_; }
  [[nodiscard]] const Enrolled& enrolled() const { return enrolled_; }
  /// Of everything in it whatever the order; two galleries with the same number hold the same, but for chance. It shows
  /// a change; it is no proof against somebody who wants two to agree (the register's own hashes are).
  [[nodiscard]] std::uint64_t snapshot() const { return snapshot_; }

 private:
  surface::Mark mark_;
  std::vector<Item> items_{};
  Enrolled enrolled_;
  std::unordered_set<ItemNumber> numbers_{};
  std::uint64_t snapshot_ = 0;
};

}  // namespace lotline::search

namespace lotline {

template <>
struct Words<search::ItemKind> {
  using K = search::ItemKind;
  static constexpr std::array<Word<K>, 3> all{
      {{K::exhibit, "exhibit"}, {K::test_fire, "test_fire"}, {K::replica, "replica"}}};
};

}  // namespace lotline
