// report NAME: every report as a command whose options are its form's fields.

#include <fmt/format.h>

#include <map>

#include "answers/report_json.h"
#include "cli/commands.h"
#include "cli/report_text.h"
#include "cli/terminal.h"

namespace lotline::cli {

namespace {

using Filled = std::map<std::string, std::string, std::less<>>;

Result<int> report(Session& session, const service::ReportKind& kind, const Filled& filled) {
  const auto values = TRY(service::Values::of_texts(kind.form, filled));
  TRY(session.catalogue());
  auto* store = TRY(session.open(storage::OpenMode::read_only));
  const auto made = TRY(service::make_report(*store, session.reference(), kind, values));
  fmt::print("{}", session.json ? laid_out(answers::report_as_json(made)) + "\n"
                                : report_as_text(made, terminal_width(stdout)));
  return kDone;
}

Command one_report(Session& session, const service::ReportKind& kind) {
  const std::string name{kind.form.name};
  auto filled = std::make_shared<Filled>();
  Command command{name, std::string{kind.form.summary}, "lotline report " + name + " --register state.lotline", {}, {},
                  {}};
  command.options.push_back(register_option(session));
  for (const auto& field : kind.form.fields) {
    const std::string option = option_name(field.name);
    command.options.push_back(
        {option, std::string{field.help}, &(*filled)[std::string{field.name}], nullptr, nullptr, field.required});
    if (!field.example.empty()) command.example += fmt::format(" {} {}", option, field.example);
  }
  command.run = [&session, &kind, filled] {
    const auto code = report(session, kind, *filled);
    return code ? *code : say_refused(session, code.error());
  };
  return command;
}

}  // namespace

Command report_command(Session& session) {
  Command command{"report",
                  "what many records say together: counts, shares, alerts",
                  "lotline report trace_requests --register state.lotline",
                  {},
                  {},
                  {}};
  for (const service::ReportKind& kind : service::reports()) command.commands.push_back(one_report(session, kind));
  return command;
}

}  // namespace lotline::cli
