#pragma once
// How like real breech faces generated ones are: what the generator was fitted by.

#include <string>
#include <vector>

#include "comparison/features.h"

namespace lotline::bench {

/// Faces of one kind, and which firearm each is of.
struct Faces {
  std::string name{};
  std::vector<comparison::Features> features{};
  std::vector<int> firearm{};
};

/// Prints a table with a column for each kind.
void print_likeness(const std::vector<Faces>& kinds);

}  // namespace lotline::bench
