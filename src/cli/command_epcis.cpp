// epcis: documents of EPCIS 2.0, judged before a register sees them.

#include <fmt/format.h>

#include "answers/epcis_json.h"
#include "cli/commands.h"
#include "cli/progress.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "exchange/epcis_check.h"
#include "exchange/epcis_event_hash.h"
#include "exchange/epcis_reader.h"

namespace lotline::cli {

namespace {

using exchange::EpcisCheck;
using exchange::EpcisDocument;
using exchange::EpcisFinding;

struct EpcisWords {
  std::vector<std::string> files;
  bool destination_first = false;
};

using answers::word_of;

std::string counted(std::int64_t count, std::string_view one) {
  return fmt::format("{} {}{}", grouped(count), one, count == 1 ? "" : "s");
}

/// The path within the event, which the column before it names.
std::string place_of(const EpcisFinding& finding) {
  const auto item = fmt::format("[{}]", finding.event);
  const auto at = finding.event < 0 ? std::string::npos : finding.path.find(item);
  if (at == std::string::npos) return finding.path;
  const auto place = finding.path.substr(at + item.size());
  return place.starts_with('.') ? place.substr(1) : place;
}

void print_text(const EpcisCheck& check) {
  fmt::print("{}: {}, {}", check.path, check.valid() ? "valid" : "NOT valid", counted(check.events, "event"));
  if (check.refused > 0)
    fmt::print("; {}, in {}", counted(check.refused, "fault"), counted(check.refused_events, "event"));
  if (check.noted > 0) fmt::print("; {}", counted(check.noted, "note"));
  fmt::print("\n");
  TextTable table({"", ">event", "id", "where", ">number", "why"});
  for (const auto& f : check.findings)
    table.add({std::string{word_of(f.gravity)}, f.event < 0 ? "" : std::to_string(f.event), f.event_id, place_of(f),
               std::to_string(f.refusal.number), fmt::format("{}: {}", f.refusal.name, f.refusal.text)});
  if (!table.empty()) fmt::print("{}", table.text(terminal_width(stdout), 2));
  const auto left_out = check.refused + check.noted - static_cast<std::int64_t>(check.findings.size());
  if (left_out > 0) fmt::print("  ... and {} more\n", grouped(left_out));
}

Result<int> check(Session& session, const EpcisWords& words) {
  bool all_valid = true;
  JsonWriter json;
  json.begin_array();
  for (const auto& file : words.files) {
    ProgressBar bar("check");
    const auto found = exchange::check_epcis(
        file, [&](const exchange::EpcisProgress& p) { bar.show({p.bytes_done, p.bytes_total, p.events, "events"}); });
    bar.clear();
    all_valid = all_valid && found.valid();
    session.json ? answers::write_check(json, found) : print_text(found);
  }
  json.end_array();
  if (session.json) print_json(json.text());
  return all_valid ? kDone : kRefused;
}

/// The identity of every event of a file, as partners can work it out too.
Result<void> hash_file(const std::string& file, exchange::EpcisHashOrder order, bool as_json, JsonWriter& json) {
  auto reader = TRY(exchange::EpcisReader::open(file));
  exchange::EpcisEvent event;
  while (TRY(reader.next(event))) {
    const auto hash = TRY(exchange::epcis_event_hash(event, reader.document().namespaces, order));
    if (!as_json) fmt::print("{}  {}:{}\n", hash, file, event.index);
    answers::write_event_hash(json, file, event, hash);
  }
  return {};
}

Result<int> hash(Session& session, const EpcisWords& words) {
  using enum exchange::EpcisHashOrder;
  JsonWriter json;
  json.begin_array();
  for (const auto& file : words.files)
    TRY(hash_file(file, words.destination_first ? destination_first : source_first, session.json, json));
  json.end_array();
  if (session.json) print_json(json.text());
  return kDone;
}

/// What a command runs with its words.
std::function<int()> runner(Session& session, const std::shared_ptr<EpcisWords>& words,
                            Result<int> (*run)(Session&, const EpcisWords&)) {
  return [&session, words, run] {
    const auto code = run(session, *words);
    return code ? *code : say_refused(session, code.error());
  };
}

}  // namespace

Command epcis_command(Session& session) {
  auto words = std::make_shared<EpcisWords>();
  Command command{"epcis", "reads and writes documents of EPCIS 2.0", "lotline epcis check events.json", {}, {}, {}};
  command.commands = {
      {"check",
       "whether files are valid EPCIS 2.0, with every fault at its place; needs no register",
       "lotline epcis check events.json",
       {{"FILE", "documents, query documents, single events or lists of events, in JSON or JSON-LD", nullptr,
         &words->files, nullptr, true}},
       runner(session, words, check),
       {}},
      {"hash",
       "the event hash of CBV 2.0 of every event: an identity for interchange, no evidence",
       "lotline epcis hash events.json",
       {{"FILE", "as for check", nullptr, &words->files, nullptr, true},
        {"--destination-first", "destinations before sources, as the reference implementation's examples have them",
         nullptr, nullptr, &words->destination_first}},
       runner(session, words, hash),
       {}}};
  command.commands.push_back(epcis_export_command(session));
  return command;
}

}  // namespace lotline::cli
