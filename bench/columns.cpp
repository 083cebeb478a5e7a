#include "bench/columns.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace lotline::bench {

void Columns::add(const std::string& what, std::string figure) {
  if (!figures_.contains(what)) order_.push_back(what);
  figures_[what].push_back(std::move(figure));
}

void Columns::print(const std::vector<std::int64_t>& sizes) const {
  fmt::print("| movements |");
  for (const std::int64_t size : sizes) fmt::print(" {} |", size);
  fmt::print("\n|---|");
  for (std::size_t i = 0; i < sizes.size(); ++i) fmt::print("---|");
  fmt::print("\n");
  for (const auto& what : order_) fmt::print("| {} | {} |\n", what, fmt::join(figures_.at(what), " | "));
  fmt::print("\n");
}

}  // namespace lotline::bench
