#pragma once
// CSV files written and imported into the small State's register.

#include <fstream>

#include "base/csv.h"
#include "exchange/csv_import.h"
#include "tests/register/desk_fixture.h"

namespace lotline {

using exchange::ImportReport;
using exchange::OnError;

class Import : public SmallState {
 protected:
  std::string file(const std::string& name, const std::string& text) {
    const std::string path = folder_.path + "/" + name;
    std::ofstream(path, std::ios::binary | std::ios::trunc) << text;
    return path;
  }
  using Row = std::vector<std::string>;
  static std::vector<Row> rows_of(const std::string& path) {
    CsvReader reader = CsvReader::open(path).value();
    std::vector<Row> rows;
    for (;;) {
      const auto row = reader.next();
      EXPECT_TRUE(row.has_value()) << row.error().text;
      if (!row || !*row) return rows;
      rows.emplace_back((*row)->fields.begin(), (*row)->fields.end());
    }
  }
  std::string write_rows(const std::string& name, const std::vector<Row>& rows) {
    std::string text;
    for (const Row& row : rows) text += csv_row(row);
    return file(name, text);
  }
  /// A row of refused parties without its column `refused`.
  static Row without_reason(Row row) {
    row.erase(row.begin() + 6);
    return row;
  }
  Result<ImportReport> import(const std::vector<std::string>& paths, OnError on_error = OnError::rollback) {
    return exchange::import_csv(*desk_, paths, {on_error, {}});
  }
  /// Imports a file that must be taken whole.
  ImportReport taken(const std::string& path, OnError on_error = OnError::rollback) {
    auto report = import({path}, on_error);
    EXPECT_TRUE(report.has_value()) << (report ? "" : report.error().text);
    if (!report) return {};
    for (const auto& error : report->errors) ADD_FAILURE() << error.line << ": " << error.refusal.text;
    return *report;
  }
  /// The refusal of the one bad row of a file of that text; the register must be as it was.
  Refusal bad_row(const std::string& text) {
    const std::string before = root();
    const auto report = import({file("bad.csv", text)});
    EXPECT_EQ(root(), before);
    if (!report) return report.error();
    EXPECT_FALSE(report->kept);
    EXPECT_EQ(report->errors.size(), 1u);
    return report->errors.empty() ? Refusal{} : report->errors.front().refusal;
  }
  /// The refusal of a file as a whole.
  Refusal refused_file(const std::string& text) {
    const auto report = import({file("bad.csv", text)});
    EXPECT_FALSE(report.has_value());
    return report ? Refusal{} : report.error();
  }
  std::int64_t parties() { return static_cast<std::int64_t>(store_->state().parties.parties.all().size()); }

  const std::string party_header_ = "issuer,ref,code,kind,name,country\n";
  const std::string lot_header_ = "issuer,ref,maker,lot,product,made_on,act,rounds,first_recipient,licence,on\n";
  const std::string lot_row_ = "MK,L1,MAKER,I-1,BALL,2017-04,manufacture,500,POLICE,MFG,2017-04-20\n";
};

}  // namespace lotline
