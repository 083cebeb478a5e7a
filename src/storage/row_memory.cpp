#include "storage/row_memory.h"

#include <algorithm>

namespace lotline::storage {

namespace {

/// Of a row beside its bytes: its key, its place in the table and its state.
constexpr std::size_t kOfARow = sizeof(RowMemory::Entry) + 32;
/// Rows remembered as they were read.
constexpr std::size_t kMostRead = 100'000;
// Bytes of changed rows in memory. What is never put again is written early; balances stay longer, since one that
// changes a thousand times is written once.
constexpr std::size_t kMostChangedOnce = std::size_t{16} << 20;
constexpr std::size_t kMostChanged = std::size_t{40} << 20;

Packed cell_of(const Packed& row, std::size_t column) {
  PackedReader reader(row);
  for (std::size_t i = 0; i < column; ++i) reader.skip();
  Packed cell;
  if (reader.at_text())
    cell.add(reader.text());
  else
    cell.add(reader.number());
  return cell;
}

/// The first eight bytes of a key as a number of the same order: it settles most comparisons without touching the key.
std::uint64_t front_of(const Key& key) {
  std::uint64_t front = 0;
  const std::string& bytes = key.bytes();
  for (std::size_t i = 0; i < 8; ++i)
    front = front << 8 | (i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0);
  return front;
}

void sort_by_key(std::vector<RowMemory::Entry*>& entries) {
  std::vector<std::pair<std::uint64_t, RowMemory::Entry*>> sorted;
  sorted.reserve(entries.size());
  for (RowMemory::Entry* entry : entries) sorted.emplace_back(front_of(entry->first), entry);
  std::ranges::sort(sorted, [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : a.second->first < b.second->first;
  });
  std::ranges::transform(sorted, entries.begin(), [](const auto& entry) { return entry.second; });
}

}  // namespace

RowMemory::RowMemory(const TableShape& shape)
    : written_once_(shape.written_once),
      most_changed_(shape.written_once ? kMostChangedOnce : kMostChanged),
      drop_at_(kMostRead) {
  for (std::size_t i = 0; i < shape.columns.size(); ++i)
    if (shape.columns[i].indexed) indexed_.push_back(i);
  rows_.max_load_factor(0.5F);  // fewer rows are looked at for one that is found
}

RowMemory::Entry* RowMemory::entry_of(const Key& key) const {
  const std::size_t hash = std::hash<Key>{}(key);
  Recent& recent = recent_of(hash);
  if (recent.is(hash, key)) return recent.entry;
  const auto at = rows_.find(key);
  if (at == rows_.end()) return nullptr;
  recent = {hash, &*at};
  return recent.entry;
}

const std::optional<Packed>* RowMemory::find(const Key& key) const {
  const Entry* entry = entry_of(key);
  return entry == nullptr || entry->second.known == Known::not_at_all ? nullptr : &entry->second.row;
}

bool RowMemory::is_changed(const Key& key) const {
  const Entry* entry = entry_of(key);
  return entry != nullptr && entry->second.known == Known::changed;
}

const std::optional<Packed>& RowMemory::remember(const Key& key, std::optional<Packed> row) {
  if (rows_.size() - changed_ >= drop_at_) {
    drop_half_of_read();
    drop_at_ = std::max(kMostRead, 2 * (rows_.size() - changed_));  // what was undone stays until the next writing
  }
  State& state = rows_[key];
  state.row = std::move(row);
  state.known = Known::read;
  return state.row;
}

void RowMemory::change(Key key, std::optional<Packed> row) {
  const std::size_t hash = std::hash<Key>{}(key);
  Recent& recent = recent_of(hash);
  if (!recent.is(hash, key)) recent = {hash, &*rows_.try_emplace(std::move(key)).first};
  Entry& entry = *recent.entry;
  State& state = entry.second;
  if (marking_) before_.push_back({&entry, state.known, std::move(state.row)});
  if (state.known != Known::changed) {
    ++changed_;
    changed_bytes_ += kOfARow + (row ? row->bytes().size() : 0);
  }
  state.row = std::move(row);
  state.known = Known::changed;
  list(entry);
}

void RowMemory::undo_to_mark() {
  for (auto at = before_.rbegin(); at != before_.rend(); ++at) {
    State& state = at->entry->second;
    if (state.known == Known::changed && at->known != Known::changed) --changed_;
    state.known = at->known;
    state.row = std::move(at->row);
    list(*at->entry);
  }
  before_.clear();
}

RowMemory::InOrder::InOrder(const Ordered& entries, const Key& prefix)
    : at_(entries.lower_bound(prefix)), end_(entries.end()), prefix_(prefix) {
  pass_over_undone();
}

void RowMemory::InOrder::next() {
  ++at_;
  pass_over_undone();
}

void RowMemory::InOrder::pass_over_undone() {
  while (*this && (*at_)->second.known != Known::changed) ++at_;
}

RowMemory::InOrder RowMemory::in_order(const Key& prefix) const {
  put_in_order();
  return {ordered_, prefix};
}

void RowMemory::each_by(std::size_t column, const Packed& value,
                        const std::function<void(const Key&, const Packed&)>& take) const {
  put_in_order();
  const auto found = by_.find({column, value});
  if (found == by_.end()) return;
  for (const Entry* entry : found->second) {
    const State& state = entry->second;
    if (state.known == Known::changed && state.row && cell_of(*state.row, column) == value)
      take(entry->first, *state.row);
  }
}

void RowMemory::write_out(const std::function<void(const Key&, const std::optional<Packed>&)>& write) {
  std::erase_if(to_write_, [](const Entry* entry) { return entry->second.known != Known::changed; });
  sort_by_key(to_write_);
  for (const Entry* entry : to_write_) write(entry->first, entry->second.row);
  if (written_once_) {
    forget();
    return;
  }
  for (auto& entry : rows_) {
    State& state = entry.second;
    if (state.known == Known::changed) state.known = Known::read;
    state.listed = state.queued = false;
  }
  forget_order();
  while (rows_.size() > kMostRead) drop_half_of_read();
}

void RowMemory::forget() {
  rows_.clear();
  recent_.fill({});
  forget_order();
  marking_ = false;
}

void RowMemory::list(Entry& entry) {
  State& state = entry.second;
  if (!std::exchange(state.listed, true)) to_write_.push_back(&entry);
  if (!std::exchange(state.queued, true)) unordered_.push_back(&entry);
}

/// A row that moved from one value of an indexed column to another stands under both; readers look at the row.
void RowMemory::put_in_order() const {
  for (Entry* entry : unordered_) {
    entry->second.queued = false;
    ordered_.insert(entry);
    if (!entry->second.row) continue;
    for (const std::size_t column : indexed_) by_[{column, cell_of(*entry->second.row, column)}].insert(entry);
  }
  unordered_.clear();
}

void RowMemory::forget_order() {
  changed_ = changed_bytes_ = 0;
  drop_at_ = kMostRead;
  to_write_.clear();
  unordered_.clear();
  ordered_.clear();
  by_.clear();
  before_.clear();
}

void RowMemory::drop_half_of_read() {
  recent_.fill({});
  bool drop = false;
  std::erase_if(rows_, [&](const auto& entry) {
    const State& state = entry.second;
    if (state.known == Known::changed || state.listed) return false;
    drop = !drop;
    return drop;
  });
}

}  // namespace lotline::storage
