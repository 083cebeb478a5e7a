#pragma once
// A table with a column for each size that was measured: rows are named as they come.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace lotline::bench {

class Columns {
 public:
  /// REQUIRES that every size adds the same names.
  void add(const std::string& what, std::string figure);
  void print(const std::vector<std::int64_t>& sizes) const;

 private:
  std::vector<std::string> order_;
  std::map<std::string, std::vector<std::string>> figures_;
};

}  // namespace lotline::bench
