// trace: from marks to the line of supply.

#include <fmt/format.h>

#include <filesystem>

#include "answers/seizure_json.h"
#include "answers/trace_json.h"
#include "base/whole_file.h"
#include "cli/commands.h"
#include "cli/seizure_text.h"
#include "cli/terminal.h"
#include "cli/trace_text.h"
#include "exchange/refusals.h"
#include "exchange/seizure_file.h"
#include "exchange/seizure_report.h"
#include "exchange/trace_report.h"
#include "service/trace_form.h"

namespace lotline::cli {

namespace {

struct TraceWords {
  std::map<std::string, std::string, std::less<>> filled;  ///< by field of the form
  std::string seizure;
  std::string pdf;
  bool live = false;
};

Result<service::Values> values_of(const TraceWords& words) {
  auto filled = words.filled;
  if (words.live) filled["live"] = "yes";
  return service::Values::of_texts(service::trace_form(), filled);
}

exchange::TraceAskedFor asked_for(const Session& session, const service::Values& values) {
  return {service::told_by(values), session.actor_name(), "", session.today()};
}

Result<void> write_report(const TraceWords& words, const std::string& pdf) {
  return of_field("pdf", write_whole_file(words.pdf, std::as_bytes(std::span(pdf))));
}

Result<int> trace_whole(Session& session, storage::RegisterStore& store, const TraceWords& words,
                        const service::Values& values) {
  if (service::tells_marks(values)) return of_field<int>("seizure", refuse(exchange::seizure_and_marks));
  const auto reference = session.reference();
  auto reader = TRY(CsvReader::open(words.seizure));
  tracing::SeizureQuestion question = TRY(exchange::read_seizure(reader, reference.catalogue));
  TRY(service::lay_over(reference, values, question));
  const auto traced = TRY(service::trace_seizure(store, reference, question));
  if (!words.pdf.empty()) {
    auto asked = asked_for(session, values);
    asked.asked.emplace(asked.asked.begin(), "file", std::filesystem::path{words.seizure}.filename().string());
    TRY(write_report(words, exchange::seizure_report(traced, asked)));
  }
  fmt::print("{}", session.json ? laid_out(answers::seizure_as_json(traced)) + "\n"
                                : seizure_as_text(traced, terminal_width(stdout)));
  return kDone;
}

Result<int> trace(Session& session, const TraceWords& words) {
  const auto values = TRY(values_of(words));
  TRY(session.catalogue());
  auto* store = TRY(session.open(storage::OpenMode::read_only));
  if (!words.seizure.empty()) return trace_whole(session, *store, words, values);
  const auto reference = session.reference();
  const auto asked = TRY(service::trace_asked(*store, reference, values));
  const auto found = TRY(service::trace_find(*store, reference, asked.question, asked.options));
  if (!words.pdf.empty()) TRY(write_report(words, exchange::trace_report(found, asked_for(session, values))));
  fmt::print("{}", session.json ? laid_out(answers::trace_as_json(found)) + "\n"
                                : trace_as_text(found, terminal_width(stdout)));
  return kDone;
}

}  // namespace

Command trace_command(Session& session) {
  auto words = std::make_shared<TraceWords>();
  Command command{"trace",
                  "from the marks on a recovered round or case to lots, line of supply and last lawful holders",
                  "lotline trace --register state.lotline --headstamp \"DC? 17\" --calibre 7.62x51 --found-on "
                  "2021-08-15 --found-in BR",
                  {},
                  {},
                  {}};
  command.options.push_back(register_option(session));
  for (const auto& field : service::trace_form().fields) {
    if (field.name == "live") {
      command.options.push_back({"--live", "a live round; without it a fired case", nullptr, nullptr, &words->live});
      continue;
    }
    if (field.name == "exhibit")
      command.options.push_back({"--seizure",
                                 "file of a whole seizure: marks with counts; no other marks are told then",
                                 &words->seizure, nullptr, nullptr});
    command.options.push_back(
        {option_name(field.name), std::string{field.help}, &words->filled[std::string{field.name}], nullptr, nullptr});
  }
  command.options.push_back({"--pdf", "writes the report to this file as well, for the case's papers", &words->pdf});
  command.run = [&session, words] {
    const auto code = trace(session, *words);
    return code ? *code : say_refused(session, code.error());
  };
  return command;
}

}  // namespace lotline::cli
