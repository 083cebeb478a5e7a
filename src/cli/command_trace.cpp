// trace: from marks to the line of supply.

#include <fmt/format.h>

#include "answers/seizure_json.h"
#include "answers/trace_json.h"
#include "cli/commands.h"
#include "cli/seizure_text.h"
#include "cli/terminal.h"
#include "cli/trace_text.h"
#include "exchange/refusals.h"
#include "exchange/seizure_file.h"
#include "service/catalogue_words.h"
#include "service/lookup.h"

namespace lotline::cli {

namespace {

struct TraceWords {
  marking::MarksRead marks;
  std::string quantity, found_on, found_in, exhibit, request, as_of, as_known_on, recent_after;
  std::string seizure;
  bool live = false;
};

/// The exhibit's or the request's own question, with what was given by hand over it.
Result<tracing::Question> question_of(Session& session, storage::RegisterStore& store, const TraceWords& words) {
  tracing::Question question;
  if (!words.exhibit.empty())
    question =
        TRY(service::question_of(store, ExhibitId{TRY(of_field("exhibit", service::Lookup::number(words.exhibit)))}));
  if (!words.request.empty())
    question = TRY(
        service::question_of(store, TraceRequestId{TRY(of_field("request", service::Lookup::number(words.request)))}));
  const auto take = [](std::string& into, const std::string& given, std::string_view name) -> Result<void> {
    const std::string clean = TRY(of_field(name, clean_text(given, name)));
    if (!clean.empty()) into = clean;
    return {};
  };
  auto& marks = question.marks;
  TRY(take(marks.calibre, words.marks.calibre, "calibre"));
  TRY(take(marks.clock, words.marks.clock, "clock"));
  TRY(take(marks.colours, words.marks.colours, "colours"));
  TRY(take(marks.headstamp, words.marks.headstamp, "headstamp"));
  TRY(take(marks.lot_mark, words.marks.lot_mark, "lot_mark"));
  TRY(take(marks.microstamp, words.marks.microstamp, "microstamp"));
  TRY(take(marks.package, words.marks.package, "package"));
  TRY(take(marks.retailer_code, words.marks.retailer_code, "retailer_code"));
  TRY(take(marks.year, words.marks.year, "year"));
  if (marks.empty()) return refuse(missing_value, "at least one mark: --headstamp, --lot-mark, --package ...");
  if (words.live) question.fired = false;
  if (!words.quantity.empty()) question.quantity = TRY(of_field("quantity", parse_rounds(words.quantity)));
  if (!words.found_on.empty()) question.found_on = TRY(of_field("found_on", parse_when(words.found_on)));
  if (!words.found_in.empty())
    question.found_in = TRY(of_field("found_in", service::country_code(*TRY(session.catalogue()), words.found_in)));
  if (!words.as_of.empty()) question.as_of = TRY(of_field("as_of", parse_day(words.as_of)));
  if (!words.as_known_on.empty()) question.as_known_on = TRY(of_field("as_known_on", parse_day(words.as_known_on)));
  return question;
}

/// The file's question, with what was given by hand over it.
Result<tracing::SeizureQuestion> seizure_of(Session& session, const TraceWords& words) {
  if (!words.marks.empty() || !words.exhibit.empty() || !words.quantity.empty())
    return of_field<tracing::SeizureQuestion>("seizure", refuse(exchange::seizure_and_marks));
  auto reader = TRY(CsvReader::open(words.seizure));
  tracing::SeizureQuestion question = TRY(exchange::read_seizure(reader, *TRY(session.catalogue())));
  if (words.live)
    for (auto& line : question.lines) line.fired = false;
  if (!words.found_on.empty()) question.found_on = TRY(of_field("found_on", parse_when(words.found_on)));
  if (!words.found_in.empty())
    question.found_in = TRY(of_field("found_in", service::country_code(*TRY(session.catalogue()), words.found_in)));
  if (!words.as_of.empty()) question.as_of = TRY(of_field("as_of", parse_day(words.as_of)));
  if (!words.as_known_on.empty()) question.as_known_on = TRY(of_field("as_known_on", parse_day(words.as_known_on)));
  return question;
}

Result<int> trace_whole(Session& session, storage::RegisterStore& store, const TraceWords& words) {
  const auto question = TRY(seizure_of(session, words));
  const auto traced = TRY(service::trace_seizure(store, session.reference(), question));
  fmt::print("{}",
             session.json ? answers::seizure_as_json(traced) + "\n" : seizure_as_text(traced, terminal_width(stdout)));
  return kDone;
}

Result<int> trace(Session& session, const TraceWords& words) {
  TRY(session.catalogue());
  auto* store = TRY(session.open(storage::OpenMode::read_only));
  if (!words.seizure.empty()) return trace_whole(session, *store, words);
  const auto question = TRY(question_of(session, *store, words));
  tracing::TraceOptions options;
  if (!words.recent_after.empty()) options.recent_after = TRY(of_field("recent_after", parse_day(words.recent_after)));
  const auto found = TRY(service::trace_find(*store, session.reference(), question, options));
  fmt::print("{}", session.json ? answers::trace_as_json(found) + "\n" : trace_as_text(found, terminal_width(stdout)));
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
  const auto text = [&](std::string name, std::string help, std::string& target) {
    command.options.push_back({std::move(name), std::move(help), &target, nullptr, nullptr});
  };
  command.options.push_back(register_option(session));
  text("--headstamp", "characters as read; ? is one unread, * several", words->marks.headstamp);
  text("--clock", "characters by clock position, as 12=CBC 6=17", words->marks.clock);
  text("--calibre", "as read or measured", words->marks.calibre);
  text("--colours", "of tip, sealant or case", words->marks.colours);
  text("--lot-mark", "lot mark as read", words->marks.lot_mark);
  text("--package", "code or barcode text of the package it was in", words->marks.package);
  text("--retailer-code", "inkjet code", words->marks.retailer_code);
  text("--microstamp", "code on the primer", words->marks.microstamp);
  text("--year", "year known or guessed", words->marks.year);
  text("--quantity", "how many alike were found", words->quantity);
  command.options.push_back({"--live", "a live round; without it a fired case", nullptr, nullptr, &words->live});
  text("--found-on", "day, month, year or FROM/TO", words->found_on);
  text("--found-in", "country, ISO 3166 alpha-2", words->found_in);
  text("--seizure", "file of a whole seizure: marks with counts; no other marks are told then", words->seizure);
  text("--exhibit", "number of an exhibit of the register, whose marks are taken", words->exhibit);
  text("--request", "number of a request to trace, whose marks are taken", words->request);
  text("--as-of", "only what had happened by this day", words->as_of);
  text("--as-known-on", "only what had been recorded by this day", words->as_known_on);
  text("--recent-after", "made after this day counts as recent, such as the start of a conflict", words->recent_after);
  command.run = [&session, words] {
    const auto code = trace(session, *words);
    return code ? *code : say_refused(session, code.error());
  };
  return command;
}

}  // namespace lotline::cli
