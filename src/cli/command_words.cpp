// profile, words and refusals.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>

#include "cli/commands.h"
#include "cli/refusal_table.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "cli/trace_json.h"
#include "service/catalogue_words.h"
#include "service/reconcile.h"

namespace lotline::cli {

namespace {

struct ListWords {
  std::string set, country, from, to;
  bool markdown = false;
};

Result<int> profile(Session& session, const ListWords& words) {
  const auto* catalogue = TRY(session.catalogue());
  auto* store = TRY(session.open(storage::OpenMode::read_only));
  const std::string country = TRY(of_field("country", service::country_code_or_none(*catalogue, words.country)));
  std::optional<Day> from, to;
  if (!words.from.empty()) from = TRY(of_field("from", parse_day(words.from)));
  if (!words.to.empty()) to = TRY(of_field("to", parse_day(words.to)));
  TextTable table({"calibre", "headstamp", "year", "incident", "country", ">found in", ">exhibits", ">cases"});
  JsonWriter json = session.json_answer();
  json.key("profile").begin_array();
  for (const auto& p : service::profile_fired_cases(*store, country, from, to)) {
    table.add({p.calibre, p.headstamp, p.year, p.incident, p.country, std::to_string(p.found_in_year),
               grouped(p.exhibits), grouped(p.cases.count())});
    json.begin_object()
        .member("calibre", p.calibre)
        .member("headstamp", p.headstamp)
        .member("year", p.year)
        .member("incident", p.incident);
    json.member("country", p.country)
        .member("found_in_year", p.found_in_year)
        .member("exhibits", p.exhibits)
        .member("cases", p.cases.count())
        .end_object();
  }
  json.end_array().end_object();
  if (session.json)
    fmt::print("{}\n", json.text());
  else
    fmt::print("{}", table.empty() ? "no fired cases on record\n" : table.text(terminal_width(stdout)));
  return kDone;
}

Result<int> list_words(Session& session, const ListWords& words) {
  const auto* catalogue = TRY(session.catalogue());
  std::set<std::string_view> sets;
  for (const auto& word : catalogue->vocabularies()) sets.insert(word.set);
  const std::vector<std::string_view> names(sets.begin(), sets.end());
  if (words.set.empty()) {
    fmt::print("{}\n", fmt::join(names, "\n"));
    return kDone;
  }
  if (!sets.contains(words.set)) return refuse_word(words.set, "set", names);
  TextTable table({"code", "meaning", "under", "source", "trust"});
  JsonWriter json(2);
  json.begin_array();
  for (const auto& word : catalogue->words(words.set)) {
    table.add({word.code, word.name, fmt::format("{}", fmt::join(word.broader, ", ")), word.source.text,
               std::string{catalogue::to_text(word.source.trust)}});
    json.begin_object().member("code", word.code).member("name", word.name).member("source", word.source.text);
    json.member("trust", catalogue::to_text(word.source.trust)).end_object();
  }
  json.end_array();
  fmt::print("{}", session.json ? json.text() + "\n" : table.text(terminal_width(stdout)));
  return kDone;
}

Result<int> list_refusals(Session& session, const ListWords& words) {
  if (words.markdown) {
    fmt::print("{}", refusals_as_markdown());
    return kDone;
  }
  TextTable table({">number", "name", "meaning"});
  JsonWriter json(2);
  json.begin_array();
  for (const RefusalKind* kind : all_refusals()) {
    table.add({std::to_string(kind->number), std::string{kind->name}, std::string{kind->meaning}});
    json.begin_object().member("number", kind->number).member("name", kind->name).member("meaning", kind->meaning);
    json.member("exit_code", exit_code_of(kind->number)).end_object();
  }
  json.end_array();
  fmt::print("{}", session.json ? json.text() + "\n" : table.text(terminal_width(stdout)));
  return kDone;
}

using Act = Result<int> (*)(Session&, const ListWords&);

Command made(Session& session, Command command, const std::shared_ptr<ListWords>& words, Act act) {
  command.run = [&session, words, act] {
    const auto code = act(session, *words);
    if (code) return *code;
    const int refused = say_refused(session, code.error());
    return code.error().number == unknown_word.number ? kWrongWords : refused;
  };
  return command;
}

}  // namespace

Command profile_command(Session& session) {
  auto words = std::make_shared<ListWords>();
  Command command{"profile",
                  "fired cases on record, counted by calibre, marks, incident, place and year",
                  "lotline profile --register state.lotline --country BR",
                  {},
                  {},
                  {}};
  command.options = {register_option(session),
                     {"--country", "only those found in it, ISO 3166 alpha-2", &words->country, nullptr, nullptr},
                     {"--from", "found on this day or later", &words->from, nullptr, nullptr},
                     {"--to", "found on this day or before", &words->to, nullptr, nullptr}};
  return made(session, std::move(command), words, profile);
}

Command words_command(Session& session) {
  auto words = std::make_shared<ListWords>();
  Command command{"words",
                  "the fixed vocabularies that fields take their words from",
                  "lotline words diversion_modality",
                  {{"SET", "name of a vocabulary; all names when left out", &words->set, nullptr, nullptr}},
                  {},
                  {}};
  return made(session, std::move(command), words, list_words);
}

Command refusals_command(Session& session) {
  auto words = std::make_shared<ListWords>();
  Command command{"refusals",
                  "every refusal with its number and meaning",
                  "lotline refusals",
                  {{"--markdown", "as docs/refusals.md", nullptr, nullptr, &words->markdown}},
                  {},
                  {}};
  return made(session, std::move(command), words, list_refusals);
}

}  // namespace lotline::cli
