#pragma once
// Work shared out among threads, piece by piece, in whatever order they come to it. Whoever wants the same answer for
// any number of threads writes each piece's result to a place of its own and puts them together afterwards.

#include <cstddef>
#include <functional>

namespace lotline {

/// Does pieces 0 to count - 1, each once, on so many threads (0: as many as the machine has); the caller's own is one
/// of them. After a piece `told` is called with how many are done, by one thread at a time; false ends the work early,
/// and then so does share_out's answer. What a piece throws is thrown again here, after all threads have ended.
bool share_out(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& piece,
               const std::function<bool(std::size_t done)>& told = {});

/// Threads for 0, meaning all; never less than 1.
[[nodiscard]] unsigned threads_or_all(unsigned threads);

}  // namespace lotline
