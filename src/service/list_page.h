#pragma once
// Lists a page at a time. A page is one range read from where the last one ended, however long the list is; where a
// filter leaves out most of what is read, a page ends early, with fewer items than asked for and a cursor to go on
// with.

#include <optional>
#include <string>
#include <vector>

#include "service/reference.h"
#include "tracing/answer.h"

namespace lotline::service {

inline constexpr std::int64_t kUsualListed = 50;
inline constexpr std::int64_t kMostListed = 500;
/// Rows read for a page at most: some ten milliseconds.
inline constexpr std::int64_t kMostRead = 10'000;
/// Records of the log read for a page at most: each is decoded.
inline constexpr std::int64_t kMostRecordsRead = 2'000;

struct PageAsked {
  std::string cursor{};               ///< `next` of the page before; empty for the first
  std::int64_t limit = kUsualListed;  ///< items, 1 to 500
};

template <class Item>
struct Page {
  std::vector<Item> items;
  std::string next;  ///< cursor of the next page; empty when the list is at its end
};

/// Where a page begins: a text of an index, where the list goes along one, and the numbers of a key.
struct Cursor {
  std::string text{};
  std::vector<std::int64_t> numbers{};
};

/// The cursor as a caller gets it: letters and digits that mean nothing to it.
std::string cursor_text(std::string_view list, const Cursor& cursor);
/// Nothing of an empty text. Refuses (bad_cursor) what is not the cursor of this list with so many numbers.
Result<std::optional<Cursor>> read_cursor(std::string_view list, std::size_t numbers, const std::string& text);

/// Refuses a limit outside of 1 to 500.
Result<void> check_limit(std::int64_t limit);

}  // namespace lotline::service
