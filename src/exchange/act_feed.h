#pragma once
// Acts that come one a line, as JSON, and are recorded as they come: each is answered when its records are durable, and
// those that wait at the same time share a commit. docs/formats/feed.md describes the lines.

#include <cstdio>
#include <functional>

#include "exchange/take_act.h"

namespace lotline::exchange {

/// Longest line, in bytes.
inline constexpr std::size_t kLongestLine = std::size_t{1} << 20;

struct FeedAnswer {
  std::int64_t line = 0;  ///< from 1
  Result<Taken> outcome;
};

struct FeedReport {
  std::int64_t recorded = 0;
  std::int64_t before = 0;  ///< recorded before, with the same content
  std::int64_t refused = 0;
  std::int64_t commits = 0;
};

/// Reads to the end. `answer` is called in the order of the lines, from a thread of its own. Throws what the store
/// threw when records could not be kept; lines without an answer are then not in the register.
FeedReport feed_acts(service::Desk& desk, std::FILE* lines, const std::function<void(const FeedAnswer&)>& answer);

}  // namespace lotline::exchange
