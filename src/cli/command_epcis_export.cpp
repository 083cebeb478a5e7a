// epcis export: a lot's whole life as a document.

#include <fmt/format.h>

#include <fstream>

#include "answers/epcis_json.h"
#include "base/refusals.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "exchange/epcis_export.h"
#include "service/lookup.h"

namespace lotline::cli {

namespace {

struct ExportWords {
  std::string maker, number, product, out;
};

Result<void> write_file(const std::string& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << text;
  file.close();
  if (!file) return refuse(unwritable_file, "{}", path);
  return {};
}

Result<int> export_life(Session& session, const ExportWords& words) {
  session.writes_document = words.out.empty();
  auto* store = TRY(session.open(storage::OpenMode::read_only));
  service::Lookup lookup(*store, session.today());
  const LotId lot = TRY(lookup.lot(words.maker, words.number, words.product));
  const auto life = TRY(exchange::export_lot(*store, lot));
  if (words.out.empty()) {
    fmt::print("{}", life.document);
    return kDone;
  }
  TRY(write_file(words.out, life.document));
  if (session.json) {
    print_json(answers::exported_as_json(life.events, words.out, session.simulated()));
  } else {
    fmt::print("{}: {} events\n", words.out, grouped(life.events));
  }
  return kDone;
}

}  // namespace

Command epcis_export_command(Session& session) {
  auto words = std::make_shared<ExportWords>();
  Command command{"export",
                  "writes a lot's whole life as an EPCIS 2.0 document that an import turns into the same entries",
                  "lotline epcis export DCW DCW17A001-001 --register state.lotline --out life.json",
                  {{"MAKER", "code of the maker", &words->maker, nullptr, nullptr, true},
                   {"NUMBER", "the lot's number as marked", &words->number, nullptr, nullptr, true},
                   {"--product", "when the number is not enough", &words->product, nullptr, nullptr},
                   {"--out", "file to write; standard output when left out", &words->out, nullptr, nullptr}},
                  {},
                  {}};
  command.options.push_back(register_option(session));
  command.run = [&session, words] {
    const auto code = export_life(session, *words);
    return code ? *code : say_refused(session, code.error());
  };
  return command;
}

}  // namespace lotline::cli
