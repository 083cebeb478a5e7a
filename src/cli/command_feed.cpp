// feed: records acts as they come, one a line, and answers each when it is durable.

#include <fmt/format.h>

#include <cerrno>
#include <cstring>

#include "answers/act_json.h"
#include "base/refusals.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "exchange/act_feed.h"

namespace lotline::cli {

namespace {

void answer_json(const Session& session, const exchange::FeedAnswer& answer) {
  fmt::print("{}\n", answers::feed_answer_as_json(answer, session.simulated()));
  std::fflush(stdout);
}

void answer_text(const exchange::FeedAnswer& answer) {
  if (answer.outcome) {
    fmt::print("{}: {} {}\n", answer.line, answer.outcome->before ? "recorded before as" : "recorded as",
               answer.outcome->number);
  } else {
    const Refusal& refusal = answer.outcome.error();
    fmt::print("{}: refused {} {}: {}{}\n", answer.line, refusal.number, refusal.name,
               refusal.field.empty() ? "" : refusal.field + ": ", refusal.text);
  }
  std::fflush(stdout);
}

struct Closed {
  void operator()(std::FILE* file) const {
    if (file != stdin) std::fclose(file);
  }
};

Result<int> feed(Session& session, const std::string& path) {
  const std::unique_ptr<std::FILE, Closed> lines(path == "-" ? stdin : std::fopen(path.c_str(), "rb"));
  if (lines == nullptr) return refuse(unreadable_file, "{}: {}", path, std::strerror(errno));
  auto* desk = TRY(session.desk());
  const auto report = exchange::feed_acts(*desk, lines.get(), [&](const exchange::FeedAnswer& answer) {
    session.json ? answer_json(session, answer) : answer_text(answer);
  });
  if (session.json) {
    print_json(answers::feed_report_as_json(report, session.simulated()));
  } else {
    fmt::print("{} recorded, {} recorded before, {} refused; {} commits\n", grouped(report.recorded),
               grouped(report.before), grouped(report.refused), grouped(report.commits));
  }
  return report.refused == 0 ? kDone : kRefused;
}

}  // namespace

Command feed_command(Session& session) {
  auto path = std::make_shared<std::string>();
  Command command{"feed",
                  "records acts as they come, one a line of JSON, and answers each when it is on the disk",
                  "lotline feed acts.jsonl --register state.lotline",
                  {{"FILE", "lines of JSON; - is the standard input", path.get(), nullptr, nullptr, true},
                   register_option(session)},
                  {},
                  {}};
  command.run = [&session, path] {
    const auto code = feed(session, *path);
    return code ? *code : say_refused(session, code.error());
  };
  return command;
}

}  // namespace lotline::cli
