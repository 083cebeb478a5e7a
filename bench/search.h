#pragma once
// What a search takes and what it keeps: the tables of docs/ballistics.md, ## Search.

#include <cstddef>
#include <vector>

namespace lotline::bench {

/// Time of one search, one thread and two, and memory, at so many enrolled.
void measure_search(const std::vector<std::size_t>& sizes);

/// Mates among the first ten, by the search and by comparing with all: on generated guns of one difficulty, and on the
/// real cases (docs/ballistics.md, ## Files, says where they are looked for) where they are present.
void measure_search_recall(double difficulty, std::size_t guns, std::size_t questioned);
void measure_search_recall_on_real_cases();

}  // namespace lotline::bench
