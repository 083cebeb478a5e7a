// template and import.

#include <fmt/format.h>

#include <algorithm>

#include "answers/import_json.h"
#include "cli/commands.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "exchange/csv_import.h"

namespace lotline::cli {

namespace {

struct ImportWords {
  std::vector<std::string> files;
  std::string on_error = "rollback";
};

Result<int> print_template(const std::string& name) {
  std::vector<std::string_view> names;
  for (const auto& act : service::acts()) {
    if (!act.is_template) continue;
    names.push_back(act.form.name);
    if (act.form.name != name) continue;
    fmt::print("{}", exchange::csv_template(act));
    return kDone;
  }
  return refuse_word(name, "template", names);
}

/// More files than that are told kind by kind.
constexpr std::size_t kMostFilesListed = 20;

/// One line for all files of a kind; those with refused rows keep their own.
std::vector<exchange::ImportedFile> by_kind(const std::vector<exchange::ImportedFile>& files) {
  std::vector<exchange::ImportedFile> lines;
  std::vector<std::size_t> counts;
  for (const auto& file : files) {
    const auto known = std::ranges::find_if(
        lines, [&](const auto& line) { return line.kind == file.kind && line.refused == 0 && file.refused == 0; });
    if (known == lines.end()) {
      lines.push_back(file);
      counts.push_back(1);
      continue;
    }
    known->recorded += file.recorded;
    known->skipped += file.skipped;
    const std::size_t count = ++counts[static_cast<std::size_t>(known - lines.begin())];
    known->path = fmt::format("{} files", count);
  }
  return lines;
}

/// The line of a CSV file; of a document the path, and the event's id.
std::string place_of(const exchange::RowError& error) {
  if (error.path.empty()) return fmt::format(":{}", error.line);
  const std::string id = error.event_id.empty() ? "" : fmt::format(" ({})", error.event_id);
  return fmt::format(": {}{}", error.path, id);
}

void print_text(const exchange::ImportReport& report, double seconds) {
  for (const auto& error : report.errors)
    fmt::print(stderr, "{}{}: {}{} {}: {}\n", error.file, place_of(error),
               error.refusal.field.empty() ? "" : error.refusal.field + ": ", error.refusal.number, error.refusal.name,
               error.refusal.text);
  if (report.refused > static_cast<std::int64_t>(report.errors.size()))
    fmt::print(stderr, "... and {} more\n", grouped(report.refused - static_cast<std::int64_t>(report.errors.size())));
  const auto files = report.files.size() > kMostFilesListed ? by_kind(report.files) : report.files;
  std::int64_t rows = 0;
  for (const auto& file : files) {
    rows += file.recorded + file.skipped;
    fmt::print("{}: {} {} recorded", file.path, grouped(file.recorded), file.kind);
    if (file.skipped > 0) fmt::print(", {} recorded before and skipped", grouped(file.skipped));
    if (file.registered > 0) fmt::print(", {} parties, places and things registered", grouped(file.registered));
    if (file.passed_over > 0) fmt::print(", {} elements of master data passed over", grouped(file.passed_over));
    if (file.refused > 0) fmt::print(", {} refused", grouped(file.refused));
    if (!file.refused_path.empty()) fmt::print(" and written with their reasons to {}", file.refused_path);
    fmt::print("\n");
  }
  if (!report.kept)
    fmt::print("Nothing was recorded: {} rows were refused. Mend them, or use --on-error proceed to take the others.\n",
               grouped(report.refused));
  else if (seconds > 1)
    fmt::print("{} rows in {:.1f} s, {} a second\n", grouped(rows), seconds,
               grouped(static_cast<std::int64_t>(static_cast<double>(rows) / seconds)));
}

Result<int> import(Session& session, const ImportWords& words) {
  if (words.on_error != "rollback" && words.on_error != "proceed") {
    fmt::print(stderr, "--on-error \"{}\"; it is rollback or proceed\n", words.on_error);
    return kWrongWords;
  }
  auto* desk = TRY(session.desk(true));
  ProgressBar bar("import");
  exchange::ImportOptions options;
  options.on_error = words.on_error == "proceed" ? exchange::OnError::proceed : exchange::OnError::rollback;
  options.progress = [&](const exchange::ImportProgress& p) {
    bar.show({p.bytes_done, p.bytes_total, p.rows, "rows"});
  };
  const auto report = TRY(exchange::import_csv(*desk, words.files, options));
  bar.clear();
  if (session.json)
    print_json(answers::import_as_json(report, session.simulated()));
  else
    print_text(report, bar.seconds());
  return report.refused == 0 ? kDone : kRefused;
}

}  // namespace

Command template_command(Session& session) {
  auto name = std::make_shared<std::string>();
  Command command{"template",
                  "prints a CSV template with a filled example",
                  "lotline template movements > movements.csv",
                  {{"NAME",
                    "parties, licences, products, lots, packages, movements, losses, recoveries, equipment, crossings, "
                    "stocktake, decide, destroy, places, trade_items, test_fires, replicas, replica_custody, scans or "
                    "foreign_links",
                    name.get(), nullptr, nullptr, true}},
                  {},
                  {}};
  command.run = [&session, name] {
    const auto code = print_template(*name);
    if (code) return *code;
    say_refused(session, code.error());
    return kWrongWords;
  };
  return command;
}

Command import_command(Session& session) {
  auto words = std::make_shared<ImportWords>();
  Command command{
      "import",
      "takes CSV files and EPCIS documents into the register; their kind is told by the header line or the JSON",
      "lotline import parties.csv lots.csv movements.csv --register state.lotline",
      {},
      {},
      {}};
  command.options = {
      {"FILE", "CSV files and EPCIS documents, in the order given", nullptr, &words->files, nullptr, true},
      register_option(session),
      {"--on-error",
       "rollback (the default) leaves the register as it was when any row is bad; proceed takes "
       "the good rows or events and writes the bad ones to FILE.refused.csv or FILE.refused.json",
       &words->on_error, nullptr, nullptr}};
  command.run = [&session, words] {
    const auto code = import(session, *words);
    return code ? *code : say_refused(session, code.error());
  };
  return command;
}

}  // namespace lotline::cli
