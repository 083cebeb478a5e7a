#pragma once
// What storage knows of a table: its name, its columns and which of them are its key, told once by the row's struct
// (base/table.h). With it one piece of code serves every table.

#include <string_view>
#include <vector>

#include "base/table.h"

namespace lotline::storage {

struct TableShape {
  struct Column {
    std::string_view name;
    bool text = false;
    bool indexed = false;
  };

  std::string_view name;
  std::vector<Column> columns;  ///< the first `key_fields` are the key
  int key_fields = 0;
  bool written_once = false;
};

template <class Row>
TableShape shape_of() {
  TableShape shape{Row::table, {}, Row::key_fields, written_once<Row>()};
  const Row sample{};
  auto visit = [&](std::string_view name, const auto& field) {
    const bool indexed = std::ranges::find(Row::indexes, name) != Row::indexes.end();
    shape.columns.push_back({name, std::is_same_v<std::decay_t<decltype(field)>, std::string>, indexed});
  };
  Row::fields(sample, visit);
  return shape;
}

}  // namespace lotline::storage
