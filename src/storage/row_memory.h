#pragma once
// The rows of one table that a unit of work has in memory, packed: those it read, so that a balance is not read again
// for each of a million rows, and those it changed, until they are written in the order of their keys.
//
// Putting a row costs one hash; order and indexed fields are worked out only when a scan asks for them, and kept up
// from then on. Between a mark and undo_to_mark the previous rows are remembered.

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

#include "storage/table_shape.h"

namespace lotline::storage {

class RowMemory {
 public:
  enum class Known : std::uint8_t {
    not_at_all,  ///< what was put has been undone
    read,        ///< as it stands in the database; no row: there is none
    changed      ///< to be written; no row: to be erased
  };
  struct State {
    std::optional<Packed> row;
    Known known = Known::not_at_all;
    bool listed = false;  ///< in to_write_
    bool queued = false;  ///< in unordered_
  };
  using Entry = std::pair<const Key, State>;
  struct ByKey {
    using is_transparent = void;
    bool operator()(const Entry* a, const Entry* b) const { return a->first < b->first; }
    bool operator()(const Entry* a, const Key& b) const { return a->first < b; }
    bool operator()(const Key& a, const Entry* b) const { return a < b->first; }
  };
  using Ordered = std::set<const Entry*, ByKey>;

  explicit RowMemory(const TableShape& shape);

  /// What is known of the row: nothing, or the row or its absence.
  [[nodiscard]] const std::optional<Packed>* find(const Key& key) const;
  [[nodiscard]] bool is_changed(const Key& key) const;

  /// Remembers what was read; some of what was read before is dropped to make room.
  const std::optional<Packed>& remember(const Key& key, std::optional<Packed> row);
  void change(Key key, std::optional<Packed> row);
  [[nodiscard]] std::size_t changed() const { return changed_; }
  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  /// Whether so much is changed that it should be written.
  [[nodiscard]] bool full() const { return changed_bytes_ >= most_changed_; }

  void mark() {
    before_.clear();
    marking_ = true;
  }
  void undo_to_mark();

  /// Changed rows whose key begins with the prefix, in order. What is put meanwhile may or may not be seen.
  class InOrder {
   public:
    InOrder(const Ordered& entries, const Key& prefix);
    explicit operator bool() const { return at_ != end_ && (*at_)->first.begins_with(prefix_); }
    [[nodiscard]] const Key& key() const { return (*at_)->first; }
    [[nodiscard]] const std::optional<Packed>& row() const { return (*at_)->second.row; }
    void next();

   private:
    void pass_over_undone();
    Ordered::const_iterator at_;
    Ordered::const_iterator end_;
    const Key& prefix_;
  };
  [[nodiscard]] InOrder in_order(const Key& prefix) const;

  /// Changed rows with this value in the column, not erased ones.
  void each_by(std::size_t column, const Packed& value,
               const std::function<void(const Key&, const Packed&)>& take) const;

  /// Every changed row in the order of the keys; from then on it counts as read.
  void write_out(const std::function<void(const Key&, const std::optional<Packed>&)>& write);
  void forget();

 private:
  struct Before {
    Entry* entry;
    Known known;
    std::optional<Packed> row;
  };

  /// The entry of a key; nullptr when there is none.
  [[nodiscard]] Entry* entry_of(const Key& key) const;
  struct Recent {
    std::size_t hash = 0;
    Entry* entry = nullptr;
    /// Whether it is this key's. Another entry is not looked at: it lies anywhere in memory.
    [[nodiscard]] bool is(std::size_t of, const Key& key) const {
      return entry != nullptr && hash == of && entry->first == key;
    }
  };
  [[nodiscard]] Recent& recent_of(std::size_t hash) const { return recent_[hash % recent_.size()]; }
  void list(Entry& entry);
  void put_in_order() const;
  void forget_order();
  void drop_half_of_read();

  bool written_once_;
  std::size_t most_changed_;  ///< bytes
  std::vector<std::size_t> indexed_;
  mutable std::unordered_map<Key, State> rows_;
  /// The entries touched last, by hash: one act finds and puts the same balance several times.
  mutable std::array<Recent, 64> recent_{};
  std::size_t changed_ = 0;
  std::size_t changed_bytes_ = 0;
  std::size_t drop_at_;
  std::vector<Entry*> to_write_;
  std::vector<Before> before_;
  bool marking_ = false;
  // Worked out when a scan asks for it.
  mutable std::vector<Entry*> unordered_;
  mutable Ordered ordered_;
  mutable std::map<std::pair<std::size_t, Packed>, Ordered> by_;  ///< by column and value
};

}  // namespace lotline::storage
