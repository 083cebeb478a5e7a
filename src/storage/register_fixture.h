#pragma once
// What tests of a register's file share: a folder of their own, and a small register in it.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "storage/refusals.h"
#include "storage/register_file.h"
#include "storage/sqlite_connection.h"

namespace lotline::storage {

/// A folder of its own for each test, gone afterwards.
class RegisterFolder : public testing::Test {
 protected:
  RegisterFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "lotline-XXXXXX").string();
    folder = mkdtemp(name.data());
    path = (folder / "register.lotline").string();
  }
  ~RegisterFolder() override { std::filesystem::remove_all(folder); }

  [[nodiscard]] std::unique_ptr<Connection> open(OpenMode mode) const {
    SqliteOptions options;
    options.busy_timeout_ms = 20;
    return std::move(open_sqlite(path, mode, options).value());
  }
  /// A register with one table that holds the numbers 1 to 3.
  [[nodiscard]] std::unique_ptr<Connection> made() const {
    auto connection = open(OpenMode::create);
    connection->execute("CREATE TABLE t (n INTEGER PRIMARY KEY, x); INSERT INTO t (n) VALUES (1), (2), (3)");
    return connection;
  }
  [[nodiscard]] int refusal(OpenMode mode, std::int32_t schema_version = 1) const {
    SqliteOptions options;
    options.schema_version = schema_version;
    options.busy_timeout_ms = 20;
    const auto opened = open_sqlite(path, mode, options);
    return opened ? 0 : opened.error().number;
  }
  void write_file(const std::string& bytes) const { std::ofstream(path, std::ios::binary) << bytes; }
  [[nodiscard]] std::string read_file() const {
    std::stringstream bytes;
    bytes << std::ifstream(path, std::ios::binary).rdbuf();
    return bytes.str();
  }
  [[nodiscard]] std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) names.push_back(entry.path().filename());
    std::ranges::sort(names);
    return names;
  }

  std::filesystem::path folder;
  std::string path;
};

inline std::int64_t number(Connection& connection, std::string_view sql) {
  const auto statement = connection.prepare(sql);
  return statement->step() ? statement->column_int64(0) : -1;
}
inline std::int64_t rows(Connection& connection) { return number(connection, "SELECT count(*) FROM t"); }

template <class Act>
int fault(const Act& act) {
  try {
    act();
  } catch (const StorageFault& thrown) {
    return thrown.refusal().number;
  }
  return 0;
}

}  // namespace lotline::storage
