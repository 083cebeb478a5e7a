// record KIND: every act as a command whose options are the form's fields.

#include <fmt/format.h>

#include <map>

#include "answers/act_json.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "service/acts.h"

namespace lotline::cli {

namespace {

/// What was filled in: one text a field, kept where the parser can reach it.
using Filled = std::map<std::string, std::string, std::less<>>;

Result<int> record(Session& session, const service::ActKind& act, const Filled& filled) {
  auto* desk = TRY(session.desk());
  const auto values = TRY(service::Values::of_texts(act.form, filled));
  const RecordNumber number = TRY(service::record_act(*desk, act, values));
  const auto head = desk->store.head();
  if (session.json) {
    print_json(answers::recorded_as_json(number, head));
  } else if (head.records == number) {
    fmt::print("recorded as {}\n", number);
  } else {
    fmt::print("recorded as {} to {}\n", number, head.records);
  }
  return kDone;
}

std::string example_of(const std::string& kind, const service::Form& form, std::string_view fixed) {
  std::string line = "lotline record " + kind + " --register state.lotline";
  for (const auto& field : form.fields) {
    if (field.name == fixed || field.example.empty()) continue;
    const bool plain = field.example.find_first_of(" ;()") == std::string_view::npos;
    line += plain ? fmt::format(" {} {}", option_name(field.name), field.example)
                  : fmt::format(" {} \"{}\"", option_name(field.name), field.example);
  }
  return line;
}

/// A command for an act; of a movement with its act fixed, the field `act` is left out.
Command act_command(Session& session, const service::ActKind& act, const std::string& name, std::string_view fixed) {
  auto filled = std::make_shared<Filled>();
  Command command{name, std::string{act.form.summary}, example_of(name, act.form, fixed.empty() ? "" : "act"), {}, {},
                  {}};
  command.options.push_back(register_option(session));
  for (const auto& field : act.form.fields) {
    std::string& target = (*filled)[std::string{field.name}];
    if (!fixed.empty() && field.name == "act") {
      target = fixed;
      continue;
    }
    command.options.push_back(
        {option_name(field.name), std::string{field.help}, &target, nullptr, nullptr, field.required});
  }
  if (!fixed.empty()) command.summary = fmt::format("a movement of the kind {}", fixed);
  command.run = [&session, &act, filled] {
    const auto code = record(session, act, *filled);
    return code ? *code : say_refused(session, code.error());
  };
  return command;
}

/// "parties" is recorded as one party.
std::string singular(std::string_view name) {
  static const std::map<std::string_view, std::string_view> words{{"parties", "party"},
                                                                  {"licences", "licence"},
                                                                  {"products", "product"},
                                                                  {"lots", "lot"},
                                                                  {"packages", "package"},
                                                                  {"movements", "movement"},
                                                                  {"losses", "loss"},
                                                                  {"recoveries", "recovery"},
                                                                  {"crossings", "crossing"},
                                                                  {"places", "place"},
                                                                  {"trade_items", "trade_item"},
                                                                  {"test_fires", "test_fire"},
                                                                  {"replicas", "replica"},
                                                                  {"scans", "scan"},
                                                                  {"foreign_links", "foreign_link"}};
  const auto found = words.find(name);
  return std::string{found == words.end() ? name : found->second};
}

}  // namespace

std::string option_name(std::string_view field) {
  std::string name = "--" + std::string{field};
  std::replace(name.begin(), name.end(), '_', '-');
  return name;
}

Command record_command(Session& session) {
  Command command{"record", "writes one act by hand", "lotline record dispatch --help", {}, {}, {}};
  for (const service::ActKind& act : service::acts()) {
    command.commands.push_back(act_command(session, act, singular(act.form.name), {}));
    if (act.form.name != "movements") continue;
    for (const std::string_view word :
         {"dispatch", "receive", "void", "transfer", "sale", "issue", "return", "expend", "export", "find"})
      command.commands.push_back(act_command(session, act, std::string{word}, word));
  }
  return command;
}

}  // namespace lotline::cli
