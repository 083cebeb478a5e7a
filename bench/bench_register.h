#pragma once
// A register in a temporary folder, opened for a measurement.

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "exchange/csv_import.h"
#include "service/reference.h"
#include "storage/register_store.h"
#include "storage/sqlite_connection.h"
#include "tracing/sources.h"

namespace lotline::bench {

/// Everything a desk needs, with the program's own reference data.
class BenchRegister {
 public:
  /// Creates the register, or opens the one that is there, in the folder.
  BenchRegister(const std::string& folder, bool create);

  void import(const std::vector<std::string>& files);
  [[nodiscard]] storage::RegisterStore& store() { return *store_; }
  [[nodiscard]] std::unique_ptr<service::Desk> desk();
  [[nodiscard]] const catalogue::Catalogue& catalogue() const { return catalogue_; }
  [[nodiscard]] const tracing::Readers& readers() const { return readers_; }
  [[nodiscard]] Day today() const { return clock_.now().day(); }
  [[nodiscard]] service::Reference reference() const { return {catalogue(), readers(), today()}; }
  [[nodiscard]] const std::string& path() const { return path_; }
  void close() { store_.reset(); }

 private:
  std::string path_;
  SystemClock clock_;
  proof::SystemSalts salts_;
  catalogue::Catalogue catalogue_;
  tracing::Readers readers_;
  std::unique_ptr<storage::RegisterStore> store_;
};

storage::SqliteOptions register_options();
/// The program's own reference data.
catalogue::Catalogue loaded_catalogue();

/// The value; throws the refusal's text.
template <class T>
T got(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().text);
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

/// Seconds by the steady clock since some start.
double seconds();
/// A temporary folder that is removed with the object.
struct Folder {
  Folder();
  ~Folder();
  std::string path;
};

}  // namespace lotline::bench
