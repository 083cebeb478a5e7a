// profile, words and refusals.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>

#include "answers/refusal_json.h"
#include "answers/refusal_table.h"
#include "answers/vocabulary_json.h"
#include "cli/commands.h"
#include "cli/table.h"
#include "cli/terminal.h"
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
  const auto found = TRY(service::profile_fired_cases(*store, session.reference(), country, from, to));
  if (session.json) {
    print_json(answers::profile_as_json(found, session.simulated()));
    return kDone;
  }
  TextTable table({"calibre", "headstamp", "year", "incident", "country", ">found in", ">exhibits", ">cases"});
  for (const auto& p : found)
    table.add({p.calibre, p.headstamp, p.year, p.incident, p.country, std::to_string(p.found_in_year),
               grouped(p.exhibits), grouped(p.cases.count())});
  fmt::print("{}", table.empty() ? "no fired cases on record\n" : table.text(terminal_width(stdout)));
  return kDone;
}

Result<int> list_words(Session& session, const ListWords& words) {
  const auto* catalogue = TRY(session.catalogue());
  if (words.set.empty()) {
    std::set<std::string_view> sets;
    for (const auto& word : catalogue->vocabularies()) sets.insert(word.set);
    fmt::print("{}\n", fmt::join(sets, "\n"));
    return kDone;
  }
  const auto listed = TRY(service::vocabulary(*catalogue, words.set));
  if (session.json) {
    print_json(answers::words_as_json(listed));
    return kDone;
  }
  TextTable table({"code", "meaning", "under", "source", "trust"});
  for (const auto& word : listed)
    table.add({word.code, word.name, fmt::format("{}", fmt::join(word.broader, ", ")), word.source.text,
               std::string{catalogue::to_text(word.source.trust)}});
  fmt::print("{}", table.text(terminal_width(stdout)));
  return kDone;
}

Result<int> list_refusals(Session& session, const ListWords& words) {
  if (words.markdown || session.json) {
    fmt::print("{}", words.markdown ? answers::refusals_as_markdown() : laid_out(answers::refusals_as_json()) + "\n");
    return kDone;
  }
  TextTable table({">number", "name", "meaning"});
  for (const RefusalKind* kind : answers::all_refusals())
    table.add({std::to_string(kind->number), std::string{kind->name}, std::string{kind->meaning}});
  fmt::print("{}", table.text(terminal_width(stdout)));
  return kDone;
}

using Act = Result<int> (*)(Session&, const ListWords&);

Command made(Session& session, Command command, const std::shared_ptr<ListWords>& words, Act act) {
  command.run = [&session, words, act] {
    const auto code = act(session, *words);
    return code ? *code : say_refused(session, code.error());
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
