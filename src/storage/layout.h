#pragma once
// The layout of a register: which tables it has, with which columns, keys, indexes and words of fixed sets, as the rows
// declare them. It is kept in the register when it is made and compared when it is opened, so that a register made by a
// program with other tables is told by what differs and not by a query that fails.

#include <set>
#include <string>

#include "base/table.h"
#include "storage/connection.h"

namespace lotline::storage {

/// One line for each thing declared, as "lots: maker, number" or "lots: found by maker".
using Layout = std::set<std::string>;

/// What the row type declares, added to the layout. The order of columns outside the key is of no matter.
template <class Row>
void declare(Layout& layout) {
  const std::string table = std::string{Row::table} + ": ";
  int column = 0;
  const Row sample{};
  auto visit = [&]<class Field>(std::string_view name, const Field&) {
    std::string line = table + std::string{name};
    if constexpr (std::is_same_v<Field, std::string>) line += ", text";
    if (column < Row::key_fields) line += ", key " + std::to_string(column + 1);
    layout.insert(line);
    // A word is kept as its place in its set.
    if constexpr (Vocabulary<Field>)
      for (std::size_t at = 0; at < Words<Field>::all.size(); ++at)
        layout.insert(table + std::string{name} + ", " + std::to_string(at) + " is " +
                      std::string{Words<Field>::all[at].text});
    ++column;
  };
  Row::fields(sample, visit);
  for (const auto index : Row::indexes) layout.insert(table + "found by " + std::string{index});
}

/// The layout of this program's registers.
const Layout& layout_of_register();

/// Keeps the layout in a new register.
void write_layout(Connection& connection, const Layout& layout);
/// What the file says of itself.
Layout layout_kept(Connection& connection);
/// Of a table that was added to a file: its lines of the layout.
void add_to_layout(Connection& connection, const Layout& layout, std::string_view table);

/// Refuses a register that lacks something of the layout (older_register) or has something it does not know
/// (newer_register), naming the first.
Result<void> check_layout(Connection& connection, const Layout& layout);

}  // namespace lotline::storage
