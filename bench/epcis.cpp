#include "bench/epcis.h"

#include <fmt/format.h>
#include <fmt/os.h>
#include <simdjson.h>

#include <filesystem>

#include "bench/bench_register.h"
#include "bench/grown_register.h"
#include "bench/measured.h"
#include "exchange/epcis_export.h"
#include "exchange/epcis_reader.h"

namespace lotline::bench {

namespace {

struct Documents {
  std::vector<std::string> paths;
  std::int64_t events = 0;
  double bytes = 0;
};

/// One document a lot.
Documents exported(const std::string& folder, std::int64_t movements) {
  Documents documents;
  const GrownRegister grown = grow(folder, movements);
  BenchRegister made(folder, true);
  made.import(grown.setup);
  made.import({grown.movements});
  for (const custody::LotRow& lot : made.store().state().book.lots.all()) {
    const auto life = exchange::export_lot(made.store(), lot.id);
    if (!life) throw std::runtime_error(life.error().text);
    const std::string path = fmt::format("{}/lot-{}.json", folder, lot.id.number);
    fmt::output_file(path).print("{}", life->document);
    documents.paths.push_back(path);
    documents.events += life->events;
    documents.bytes += static_cast<double>(life->document.size());
  }
  return documents;
}

double parse(const std::vector<std::string>& paths) {
  simdjson::dom::parser parser;
  double took = 0;
  for (const std::string& path : paths) {
    const simdjson::padded_string bytes = simdjson::padded_string::load(path);
    const double start = seconds();
    if (parser.parse(bytes).error() != simdjson::SUCCESS) throw std::runtime_error(path + " is no JSON");
    took += seconds() - start;
  }
  return took;
}

double judge(const std::vector<std::string>& paths) {
  const double start = seconds();
  for (const std::string& path : paths) {
    auto reader = exchange::EpcisReader::open(path);
    exchange::EpcisEvent event;
    for (auto more = reader->next(event); more && *more; more = reader->next(event))
      if (event.refused()) throw std::runtime_error(path + " holds an event that is refused");
  }
  return seconds() - start;
}

}  // namespace

void measure_epcis(std::int64_t movements) {
  const Folder folder;
  const Documents documents = exported(folder.path, movements);
  const Folder fresh;
  const InChild imported = in_child([&] {
    BenchRegister made(fresh.path, true);
    const double start = seconds();
    made.import(documents.paths);
    return seconds() - start;
  });
  const InChild judged = in_child([&] { return judge(documents.paths); });
  const InChild parsed = in_child([&] { return parse(documents.paths); });
  const auto events = static_cast<double>(documents.events);
  const auto row = [&](const char* what, const InChild& run) {
    fmt::print("| {} | {:.0f} | {:.0f} | {:.3f} |\n", what, events / run.seconds, documents.bytes / run.seconds / 1e6,
               parsed.seconds / run.seconds);
  };
  fmt::print(
      "| EPCIS, {} events in {} documents, {:.0f} bytes an event | events per second | MB per second | rate over "
      "simdjson's |\n|---|---|---|---|\n",
      documents.events, documents.paths.size(), documents.bytes / events);
  row("imported into a register, with all checks", imported);
  row("read and judged by the rules of EPCIS, without a register", judged);
  row("parsed by simdjson", parsed);
  fmt::print("\n");
}

}  // namespace lotline::bench
