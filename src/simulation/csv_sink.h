#pragma once
// A simulated State written as template files: a folder of them that `lotline import FOLDER/*.csv` takes in the order
// of their names, each return's files in the order in which a register is filled.

#include <fstream>
#include <map>
#include <memory>

#include "service/acts.h"
#include "simulation/sink.h"

namespace lotline::simulation {

class CsvSink final : public Sink {
 public:
  /// Refuses a folder that is not there, cannot be written to, or holds CSV files already.
  static Result<CsvSink> into(const std::string& folder);

  Result<void> begin_return(int year, Day sent_in) override;
  Result<RecordNumber> take(const Row& row) override;
  Result<void> finish() override;
  std::string code_of(const Row& party, RecordNumber number) override;

 private:
  /// A file being written: rows are gathered and written a megabyte at a time.
  struct File {
    std::string path;
    std::ofstream stream;
    std::string waiting;
  };

  explicit CsvSink(std::string folder) : folder_(std::move(folder)) {}
  Result<void> write(File& file);
  File& file_of(std::string_view form, const service::ActKind& act);

  std::string folder_;
  int year_ = 0;
  std::map<std::string_view, std::unique_ptr<File>> files_;  ///< of the present return
};

}  // namespace lotline::simulation
