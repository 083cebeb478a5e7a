#pragma once
// Every new scan against all: a long run that may be stopped and taken up again.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/refusal.h"
#include "search/gallery.h"

namespace lotline::search {

/// How far such a run has come. It belongs to one gallery, one list of questioned items and one set of options, and
/// is of no use with others.
struct Checkpoint {
  std::uint64_t gallery_snapshot = 0;
  std::string options{};                 ///< as the caller writes them down; compared as text
  std::vector<ItemNumber> questioned{};  ///< all of them, in order
  std::size_t done = 0;                  ///< the first so many
  friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

[[nodiscard]] std::string encode(const Checkpoint& checkpoint);
/// Refuses no_checkpoint.
[[nodiscard]] Result<Checkpoint> decode_checkpoint(std::string_view bytes);

/// What the run calls. Both may refuse, which ends the run with that refusal.
struct AllAgainstGallery {
  std::function<Result<void>(ItemNumber)> search_one;   ///< searches and records one
  std::function<Result<void>(const Checkpoint&)> keep;  ///< after each; written so that a crash leaves old or new
  std::function<void(std::size_t done, std::size_t of)> progress{};
};

/// Goes on from `from`, or begins where that is nothing. Refuses other_search when `from` is of another run.
[[nodiscard]] Result<void> search_all(const Checkpoint& run, const Checkpoint* from, const AllAgainstGallery& calls);

}  // namespace lotline::search
