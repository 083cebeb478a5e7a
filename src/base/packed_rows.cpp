#include "base/packed_rows.h"

#include <cstring>
#include <iterator>

#include "base/check.h"

namespace lotline {

namespace {

/// With the NUL of a string two thousand and forty-eight, a size that memory is dealt out in.
constexpr std::size_t kBlockBytes = 2'047;
/// Before each row: how many bytes it has.
using Length = std::uint32_t;

std::string_view row_in(std::string_view block, std::size_t offset) {
  Length length = 0;
  std::memcpy(&length, block.data() + offset, sizeof length);
  return block.substr(offset + sizeof length, length);
}

std::size_t behind(std::string_view block, std::size_t offset) {
  return offset + sizeof(Length) + row_in(block, offset).size();
}

/// Where the first row not below these bytes lies in the block, or its end.
std::size_t place_in(std::string_view block, std::string_view bytes) {
  std::size_t offset = 0;
  while (offset < block.size() && row_in(block, offset) < bytes) offset = behind(block, offset);
  return offset;
}

}  // namespace

PackedRows::Blocks::iterator PackedRows::block_of(std::string_view bytes) {
  const auto above = blocks_.upper_bound(bytes);
  CHECK(above != blocks_.begin());
  return std::prev(above);
}

PackedRows::Blocks::const_iterator PackedRows::block_of(std::string_view bytes) const {
  const auto above = blocks_.upper_bound(bytes);
  return above == blocks_.begin() ? above : std::prev(above);
}

PackedRows::Place PackedRows::first_in_or_behind(Blocks::const_iterator block, std::size_t offset) const {
  while (block != blocks_.end() && offset == block->second.size()) {
    ++block;
    offset = 0;
  }
  return {block, offset, block == blocks_.end(), changes_};
}

PackedRows::Place PackedRows::from(std::string_view bytes) const {
  const auto block = block_of(bytes);
  return first_in_or_behind(block, block == blocks_.end() ? 0 : place_in(block->second, bytes));
}

PackedRows::Place PackedRows::next(const Place& at, std::string_view row) const {
  if (at.changes == changes_) return first_in_or_behind(at.block, behind(at.block->second, at.offset));
  Place found = from(row);
  if (!found.past && row_at(found) == row)
    found = first_in_or_behind(found.block, behind(found.block->second, found.offset));
  return found;
}

std::string_view PackedRows::row_at(const Place& at) { return row_in(at.block->second, at.offset); }

std::string_view PackedRows::find(const Packed& key) const {
  const Place at = from(key.bytes());
  if (at.past) return {};
  const std::string_view row = row_at(at);
  return row.starts_with(key.bytes()) ? row : std::string_view{};
}

void PackedRows::put(const Packed& key, const Packed& row) {
  const std::string_view bytes = row.bytes();
  const Place at = from(key.bytes());
  const bool known = !at.past && row_at(at).starts_with(key.bytes());
  if (known && row_at(at).size() == bytes.size() && belongs_to(at.block, bytes)) {
    ++changes_;
    std::string& rows = blocks_.erase(at.block, at.block)->second;
    bytes.copy(rows.data() + at.offset + sizeof(Length), bytes.size());
    return;
  }
  if (known) remove(at);
  insert(bytes);
}

void PackedRows::erase(const Packed& key) {
  const Place at = from(key.bytes());
  if (!at.past && row_at(at).starts_with(key.bytes())) remove(at);
}

bool PackedRows::belongs_to(Blocks::const_iterator block, std::string_view row) const {
  const auto next = std::next(block);
  return block->first <= row && (next == blocks_.end() || row < next->first);
}

void PackedRows::remove(const Place& at) {
  ++changes_;
  --size_;
  const auto block = blocks_.erase(at.block, at.block);  // nothing goes: the same block, which may be changed
  std::string& rows = block->second;
  rows.erase(at.offset, behind(rows, at.offset) - at.offset);
  if (rows.empty()) blocks_.erase(block);
}

void PackedRows::insert(std::string_view row) {
  ++changes_;
  ++size_;
  const auto length = static_cast<Length>(row.size());
  const std::size_t needed = sizeof length + row.size();
  const auto has_room = [&](const std::string& rows) { return rows.empty() || rows.size() + needed <= kBlockBytes; };
  // The first block's rows have nothing before them.
  if (blocks_.empty() || row < blocks_.begin()->first) blocks_.try_emplace(std::string{});
  auto block = block_of(row);
  while (!has_room(block->second)) {
    // Rows that come in their order fill one block after the other; others part a full one in halves.
    if (place_in(block->second, row) == block->second.size()) {
      block = blocks_.try_emplace(std::next(block), std::string{row});
    } else {
      split(block);
      block = block_of(row);
    }
  }
  std::string& rows = block->second;
  if (rows.empty()) rows.reserve(kBlockBytes);
  const std::size_t offset = place_in(rows, row);
  rows.insert(offset, needed, '\0');
  std::memcpy(rows.data() + offset, &length, sizeof length);
  std::memcpy(rows.data() + offset + sizeof length, row.data(), row.size());
}

void PackedRows::split(Blocks::iterator block) {
  std::string& rows = block->second;
  std::size_t half = 0;  // stays so where there is one row, which goes whole
  for (std::size_t after = behind(rows, 0); after < rows.size() && half < rows.size() / 2; after = behind(rows, after))
    half = after;
  const auto upper = blocks_.try_emplace(std::next(block), std::string{row_in(rows, half)});
  upper->second.reserve(kBlockBytes);
  upper->second.assign(rows, half);
  rows.resize(half);
}

}  // namespace lotline
