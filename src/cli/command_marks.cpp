// marks: read what a person sees, judge labels against regimes, search and reconcile the marks on record.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "answers/marks_json.h"
#include "cli/commands.h"
#include "cli/table.h"
#include "cli/terminal.h"

namespace lotline::cli {

namespace {

struct MarkWords {
  std::string text, calibre, year, file, state;
  std::vector<std::string> regimes;
};

void print_read_text(const service::MarksReadings& read) {
  const std::size_t width = terminal_width(stdout);
  fmt::print("{}\n", bold("As a headstamp"));
  if (read.headstamp.empty()) fmt::print("  no code of the tables answers to it\n");
  for (const auto& r : read.headstamp) {
    const std::string years = answers::years_in_words(r);
    fmt::print(
        "{}",
        hanging(fmt::format("  {:>8}  ", percent(r.probability)),
                fmt::format("{}{}{}{}{}", r.maker, r.country == "*" || r.country.empty() ? "" : " (" + r.country + ")",
                            years.empty() ? "" : ", made " + years, r.calibre.empty() ? "" : ", " + r.calibre,
                            r.confirmed ? "; stated by a source" : "; not confirmed"),
                width));
    fmt::print("{}", hanging("            ", fmt::format("{}", fmt::join(r.reasons, "; ")), width));
    fmt::print("{}", hanging("            source: ", fmt::format("{}", fmt::join(r.sources, "; ")), width));
  }
  fmt::print("\n{}\n", bold("As a lot mark"));
  if (read.lot_mark.empty()) fmt::print("  nothing legible\n");
  for (const auto& r : read.lot_mark)
    fmt::print(
        "{}",
        hanging(fmt::format("  {:>8}  {}: ", percent(r.probability), r.format),
                fmt::format("{}{}", fmt::join(r.reasons, "; "),
                            r.ambiguities.empty() ? "" : fmt::format("; open: {}", fmt::join(r.ambiguities, "; "))),
                width));
  fmt::print("\n{}\n", bold("As a package code"));
  if (read.package)
    fmt::print("  {}\n", read.package->is_gs1() ? marking::to_bracketed(*read.package)
                                                : "an in-house code: " + read.package->plain);
  else
    fmt::print("{}", hanging("  ",
                             fmt::format("no: {} {}: {}", read.package.error().number, read.package.error().name,
                                         read.package.error().text),
                             width));
}

Result<int> read(Session& session, const MarkWords& words) {
  TRY(session.catalogue());
  const auto found = TRY(
      service::read_marks(session.reference(), {TRY(clean_text(words.text, "TEXT")), {}, words.calibre, words.year}));
  if (session.json)
    print_json(answers::readings_as_json(found));
  else
    print_read_text(found);
  return kDone;
}

void print_judged(const exchange::JudgedMarks& line) {
  fmt::print("{}\n", bold(line.what));
  for (const auto& j : line.judgements)
    fmt::print("{}", hanging(fmt::format("  {:<10} {}, {}: ",
                                         !j.applies    ? "-"
                                         : j.satisfied ? "satisfied"
                                                       : "MISSING",
                                         j.regime, answers::word_of(j.item)),
                             fmt::format("{} ({}; {}; source: {}, {})", j.words, j.title, j.nature, j.source,
                                         catalogue::to_text(j.trust)),
                             terminal_width(stdout)));
}

Result<int> check(Session& session, const MarkWords& words) {
  TRY(session.catalogue());
  const auto judged = TRY(exchange::judge_marks_file(session.reference(), words.file, words.regimes, words.state));
  if (session.json)
    print_json(answers::judged_as_json(judged));
  else
    for (const auto& line : judged) print_judged(line);
  return exchange::all_satisfied(judged) ? kDone : kRefused;
}

Result<int> list_regimes(Session& session) {
  const auto* catalogue = TRY(session.catalogue());
  if (session.json) {
    print_json(answers::regimes_as_json(catalogue->regimes()));
    return kDone;
  }
  TextTable table({"id", "item", "demands", "where known", "nature", "instrument"});
  for (const auto& r : catalogue->regimes())
    table.add({r.id, std::string{answers::word_of(r.item)}, fmt::format("{}", fmt::join(r.required, ", ")),
               fmt::format("{}", fmt::join(r.conditional, ", ")), r.nature, r.title});
  fmt::print("{}", table.text(terminal_width(stdout)));
  return kDone;
}

Result<int> search(Session& session, const MarkWords& words) {
  TRY(session.catalogue());
  auto* store = TRY(session.open(storage::OpenMode::read_only));
  const auto found = TRY(service::search_marks(*store, session.reference(), TRY(clean_text(words.text, "TEXT"))));
  if (session.json) {
    print_json(answers::marks_found_as_json(found, session.simulated()));
    return kDone;
  }
  TextTable table({"mark", "on", "of", ">likeness", ">record"});
  for (const auto& m : found)
    table.add({m.mark, m.on, m.what, fmt::format("{:.2g}", m.likeness), std::to_string(m.record)});
  fmt::print("{}", found.empty() ? "no mark on record is like it\n" : table.text(terminal_width(stdout)));
  return kDone;
}

Result<int> reconcile(Session& session) {
  TRY(session.catalogue());
  auto* store = TRY(session.open(storage::OpenMode::read_only));
  const auto found = TRY(service::reconcile(*store, session.reference()));
  if (session.json) {
    print_json(answers::unreconciled_as_json(found, session.simulated()));
    return kDone;
  }
  TextTable table({"", "what", "why", ">record"});
  for (const auto& u : found)
    table.add({u.kind == "mark_without_record" ? "mark without record" : "record without mark", u.what, u.words,
               std::to_string(u.record)});
  fmt::print("{}", found.empty() ? "every mark has its record and every record its mark\n"
                                 : table.text(terminal_width(stdout)));
  return kDone;
}

using Act = Result<int> (*)(Session&, const MarkWords&);

std::function<int()> runner(Session& session, const std::shared_ptr<MarkWords>& words, Act act) {
  return [&session, words, act] {
    const auto code = act(session, *words);
    return code ? *code : say_refused(session, code.error());
  };
}

}  // namespace

Command marks_command(Session& session) {
  auto words = std::make_shared<MarkWords>();
  Command command{
      "marks", "reads, judges, searches and reconciles marks", "lotline marks read \"38 42\" --calibre 7.62x25", {}, {},
      {}};
  command.commands = {{"read",
                       "what a text on a case, box or label may mean, ranked with reasons",
                       "lotline marks read \"38 42\" --calibre 7.62x25",
                       {{"TEXT", "as read; ? is one unread character, * several", &words->text, nullptr, nullptr, true},
                        {"--calibre", "known or measured", &words->calibre, nullptr, nullptr},
                        {"--year", "known or guessed", &words->year, nullptr, nullptr}},
                       runner(session, words, read),
                       {}},
                      {"check",
                       "judges the lots or packages of a CSV template against marking regimes, each by itself",
                       "lotline marks check --regime ecowas lots.csv",
                       {{"FILE", "a lots or packages template", &words->file, nullptr, nullptr, true},
                        {"--regime", "id of a regime (may be given several times; see lotline marks regimes)", nullptr,
                         &words->regimes, nullptr, true},
                        {"--state", "the State that judges, ISO 3166 alpha-2: the law of another does not apply",
                         &words->state, nullptr, nullptr}},
                       runner(session, words, check),
                       {}},
                      {"regimes",
                       "the marking regimes that are known",
                       "lotline marks regimes",
                       {},
                       runner(session, words, [](Session& s, const MarkWords&) { return list_regimes(s); }),
                       {}},
                      {"search",
                       "marks on record that a partial mark may be",
                       "lotline marks search \"DC? 17\" --register state.lotline",
                       {{"TEXT", "as read; ? is one unread character, * several", &words->text, nullptr, nullptr, true},
                        register_option(session)},
                       runner(session, words, search),
                       {}},
                      {"reconcile",
                       "marks without a record, and records without a mark",
                       "lotline marks reconcile --register state.lotline",
                       {register_option(session)},
                       runner(session, words, [](Session& s, const MarkWords&) { return reconcile(s); }),
                       {}}};
  return command;
}

}  // namespace lotline::cli
