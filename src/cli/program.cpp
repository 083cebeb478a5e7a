#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/completion.h"

namespace lotline::cli {

namespace {

Command completion_command(Session& session) {
  auto shell = std::make_shared<std::string>();
  Command command{"completion",
                  "shell completion, to be sourced",
                  "lotline completion bash > ~/.local/share/bash-completion/completions/lotline",
                  {{"SHELL", "bash, zsh or fish", shell.get(), nullptr, nullptr, true}},
                  {},
                  {}};
  command.run = [&session, shell] {
    const std::string text = completion_for(program(session), *shell);
    if (text.empty()) {
      fmt::print(stderr, "{} is no shell it is made for; it is bash, zsh or fish\n", *shell);
      return kWrongWords;
    }
    fmt::print("{}", text);
    return kDone;
  };
  return command;
}

Command man_command(Session& session) {
  Command command{"man", "the manual page", "lotline man | man -l -", {}, {}, {}};
  command.run = [&session] {
    fmt::print("{}", man_page(program(session)));
    return kDone;
  };
  return command;
}

void add_to_all(Session& session, Command& command) {
  if (command.commands.empty()) add_common_options(session, command);
  for (Command& inner : command.commands) add_to_all(session, inner);
}

}  // namespace

Option register_option(Session& session) {
  return {"--register", "file of the register", &session.register_path, nullptr, nullptr, true};
}
Option register_word(Session& session) {
  return {"REGISTER", "file of the register", &session.register_path, nullptr, nullptr, true};
}

void add_common_options(Session& session, Command& command) {
  command.options.push_back({"--json", "answers as JSON, with stable names", nullptr, nullptr, &session.json});
  command.options.push_back(
      {"--actor", "who acts; the user of the system when left out", &session.actor, nullptr, nullptr});
  command.options.push_back({"--for", "code of the organisation acted for", &session.acting_for, nullptr, nullptr});
  command.options.push_back(
      {"--data", "a State's own folder of reference tables, over the program's", nullptr, &session.data, nullptr});
}

Command program(Session& session) {
  Command root{"lotline",
               "follows ammunition through its whole life and traces what is recovered",
               "lotline trace --register state.lotline --headstamp \"DC? 17\" --calibre 7.62x51",
               {},
               {},
               {}};
  root.commands = {
      init_command(session),    template_command(session), import_command(session),     record_command(session),
      feed_command(session),    trace_command(session),    lot_command(session),        holder_command(session),
      package_command(session), label_command(session),    entry_command(session),      marks_command(session),
      epcis_command(session),   profile_command(session),  report_command(session),     verify_command(session),
      rebuild_command(session), upgrade_command(session),  backup_command(session),     simulate_command(session),
      scan_command(session),    serve_command(session),    account_command(session),    access_log_command(session),
      words_command(session),   refusals_command(session), completion_command(session), man_command(session)};
  add_to_all(session, root);
  return root;
}

}  // namespace lotline::cli
