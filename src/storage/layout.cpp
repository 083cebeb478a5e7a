#include "storage/layout.h"

#include "service/state.h"
#include "storage/refusals.h"

namespace lotline::storage {

namespace {

template <class Tuple>
struct AllRows;
template <class... Rows>
struct AllRows<std::tuple<Rows...>> {
  static void declare_in(Layout& layout) { (declare<Rows>(layout), ...); }
};

/// What stands in the first and not in the second, told by its first and how many more there are.
std::string difference(const Layout& first, const Layout& second) {
  std::string told;
  int more = -1;
  for (const std::string& line : first) {
    if (second.contains(line)) continue;
    if (++more == 0) told = line;
  }
  return more > 0 ? fmt::format("\"{}\" and {} more", told, more) : told.empty() ? told : "\"" + told + "\"";
}

}  // namespace

const Layout& layout_of_register() {
  static const Layout layout = [] {
    Layout declared;
    AllRows<service::DerivedRows>::declare_in(declared);
    declare<parties::PersonalRow>(declared);
    return declared;
  }();
  return layout;
}

void write_layout(Connection& connection, const Layout& layout) {
  connection.execute("CREATE TABLE layout (declared TEXT NOT NULL PRIMARY KEY)");
  const auto insert = connection.prepare("INSERT INTO layout (declared) VALUES (?1)");
  for (const std::string& line : layout) {
    insert->bind(1, std::string_view{line});
    insert->step();
  }
}

Layout layout_kept(Connection& connection) {
  Layout kept;
  const auto select = connection.prepare("SELECT declared FROM layout");
  while (select->step()) kept.emplace(select->column_text(0));
  return kept;
}

void add_to_layout(Connection& connection, const Layout& layout, std::string_view table) {
  const auto insert = connection.prepare("INSERT INTO layout (declared) VALUES (?1)");
  const std::string prefix = std::string{table} + ": ";
  for (const std::string& line : layout) {
    if (!line.starts_with(prefix)) continue;
    insert->bind(1, std::string_view{line});
    insert->step();
  }
}

Result<void> check_layout(Connection& connection, const Layout& layout) {
  const Layout kept = layout_kept(connection);
  const std::string lacking = difference(layout, kept);
  if (!lacking.empty()) return refuse(older_register, "{} lacks {}", connection.path(), lacking);
  const std::string unknown = difference(kept, layout);
  if (!unknown.empty()) return refuse(newer_register, "{} has {}", connection.path(), unknown);
  return {};
}

}  // namespace lotline::storage
