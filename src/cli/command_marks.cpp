// marks: read what a person sees, judge labels against regimes, search and reconcile the marks on record.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/commands.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "cli/trace_json.h"
#include "exchange/csv_form.h"
#include "marking/headstamp.h"
#include "marking/lot_mark.h"
#include "marking/package_code.h"
#include "marking/regime.h"
#include "service/catalogue_words.h"
#include "service/lot_marks.h"
#include "service/reconcile.h"

namespace lotline::cli {

namespace {

struct MarkWords {
  std::string text, calibre, year, file, state;
  std::vector<std::string> regimes;
};

struct Read {
  std::vector<marking::Reading> headstamp;
  std::vector<marking::LotMarkReading> lot_mark;
  Result<marking::PackageCode> package;
};

std::string years_in_words(const marking::Reading& reading) {
  if (!reading.years) return {};
  const auto [first, last] = *reading.years;
  std::string words = first == last ? std::to_string(first) : fmt::format("{} to {}", first, last);
  for (const auto& [also_first, also_last] : reading.also_years)
    words += also_first == also_last ? fmt::format(" or {}", also_first)
                                     : fmt::format(" or {} to {}", also_first, also_last);
  return words;
}

void print_read_json(const Read& read) {
  JsonWriter json(2);
  json.begin_object().key("headstamp").begin_array();
  for (const auto& r : read.headstamp) {
    json.begin_object()
        .member("maker", r.maker)
        .member("country", r.country)
        .member("code", r.code)
        .member("years", years_in_words(r));
    json.member("calibre", r.calibre).member("probability", r.probability).member("confirmed", r.confirmed);
    json.member("case_maker_only", r.case_maker_only).member("trust", catalogue::to_text(r.trust));
    write_texts(json, "reasons", r.reasons);
    write_texts(json, "sources", r.sources);
    json.end_object();
  }
  json.end_array().key("lot_mark").begin_array();
  for (const auto& r : read.lot_mark) {
    json.begin_object().member("format", r.format).member("maker_symbol", r.maker_symbol).key("years").begin_array();
    for (const int year : r.years) json.value(year);
    json.end_array()
        .member("probability", r.probability)
        .member("parent", r.parent.value_or(""))
        .member("rounds", r.rounds);
    json.member("trust", catalogue::to_text(r.trust));
    write_texts(json, "reasons", r.reasons);
    write_texts(json, "ambiguities", r.ambiguities);
    write_texts(json, "sources", r.sources);
    json.end_object();
  }
  json.end_array().key("package");
  if (read.package) {
    json.begin_object().member("key", marking::package_code_key(*read.package)).member("gs1", read.package->is_gs1());
    json.member("bracketed", read.package->is_gs1() ? marking::to_bracketed(*read.package) : read.package->plain)
        .end_object();
  } else {
    json.begin_object()
        .key("refused")
        .begin_object()
        .member("number", read.package.error().number)
        .member("name", read.package.error().name)
        .member("text", read.package.error().text)
        .end_object()
        .end_object();
  }
  json.end_object();
  fmt::print("{}\n", json.text());
}

void print_read_text(const Read& read) {
  const std::size_t width = terminal_width(stdout);
  fmt::print("{}\n", bold("As a headstamp"));
  if (read.headstamp.empty()) fmt::print("  no code of the tables answers to it\n");
  for (const auto& r : read.headstamp) {
    const std::string years = years_in_words(r);
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
  const auto* catalogue = TRY(session.catalogue());
  marking::HeadstampMarks marks;
  marks.text = TRY(clean_text(words.text, "TEXT"));
  marks.calibre = words.calibre;
  marks.year = words.year;
  marking::LotMarkContext context;
  context.today = session.today();
  const Read found{marking::read_headstamp(*catalogue, marks), marking::read_lot_mark(marks.text, context),
                   marking::read_package_code(marks.text, session.today())};
  session.json ? print_read_json(found) : print_read_text(found);
  return kDone;
}

/// One row of a lots or packages template, judged.
struct Judged {
  std::string what;
  std::vector<marking::Judgement> judgements;
};

marking::MarkedItem item_of(const service::Values& values, const std::string& state) {
  marking::MarkedItem item;
  item.cartridge_marks = service::mark_list(values.text("cartridge_marks"));
  item.package_marks =
      service::mark_list(values.has("package_marks") ? values.text("package_marks") : values.text("marks"));
  item.official = values.text("channel") == "official";
  item.purchaser_known = values.has("purchaser");
  item.destination_known = values.has("destination");
  item.imported = values.text("act") == "import";
  item.state = state;
  if (const auto rounds = values.rounds("rounds")) item.lot_size = rounds->count();
  return item;
}

Result<std::vector<Judged>> judge_file(const catalogue::Catalogue& catalogue, const std::string& path,
                                       const std::vector<std::string>& regimes, const std::string& state) {
  CsvReader reader = TRY(CsvReader::open(path));
  const auto form = TRY(exchange::form_of(reader));
  const bool packages = form.act->form.name == "packages";
  if (!packages && form.act->form.name != "lots")
    return refuse(bad_columns, "{}: marks are checked on lots or packages, this is {}", path, form.act->form.name);
  std::vector<Judged> judged;
  for (;;) {
    const auto row = TRY(reader.next());
    if (!row) return judged;
    std::vector<std::pair<std::string_view, std::string_view>> filled;
    for (const std::size_t column : form.by_name)
      if (column < row->fields.size()) filled.emplace_back(form.columns[column], row->fields[column]);
    const auto values = TRY(service::Values::of(form.act->form, filled));
    Judged& line = judged.emplace_back();
    line.what =
        packages ? "package " + values.text("code") : "lot " + values.text("lot") + " of " + values.text("maker");
    for (auto& judgement : marking::judge_all(catalogue.regimes(), regimes, item_of(values, state)))
      if (!packages || judgement.item == catalogue::RegimeItem::package)
        line.judgements.push_back(std::move(judgement));
  }
}

std::string_view word_of(catalogue::RegimeItem item) {
  return item == catalogue::RegimeItem::cartridge ? "cartridge"
         : item == catalogue::RegimeItem::package ? "package"
                                                  : "import";
}

Result<int> check(Session& session, const MarkWords& words) {
  const auto* catalogue = TRY(session.catalogue());
  std::vector<std::string> regimes;
  for (const auto& id : words.regimes) regimes.push_back(TRY(service::regime_id(*catalogue, id)));
  const auto state = TRY(of_field("state", service::country_code_or_none(*catalogue, words.state)));
  const auto judged = TRY(judge_file(*catalogue, words.file, regimes, state));
  bool all_satisfied = true;
  JsonWriter json(2);
  json.begin_array();
  for (const auto& line : judged) {
    if (!session.json) fmt::print("{}\n", bold(line.what));
    json.begin_object().member("what", line.what).key("judgements").begin_array();
    for (const auto& j : line.judgements) {
      all_satisfied = all_satisfied && j.satisfied;
      json.begin_object()
          .member("regime", j.regime)
          .member("item", word_of(j.item))
          .member("applies", j.applies)
          .member("satisfied", j.satisfied);
      write_texts(json, "missing", j.missing);
      json.member("too_large", j.too_large)
          .member("words", j.words)
          .member("source", j.source)
          .member("trust", catalogue::to_text(j.trust))
          .end_object();
      if (session.json) continue;
      fmt::print("{}", hanging(fmt::format("  {:<10} {}, {}: ",
                                           !j.applies    ? "-"
                                           : j.satisfied ? "satisfied"
                                                         : "MISSING",
                                           j.regime, word_of(j.item)),
                               fmt::format("{} ({}; {}; source: {}, {})", j.words, j.title, j.nature, j.source,
                                           catalogue::to_text(j.trust)),
                               terminal_width(stdout)));
    }
    json.end_array().end_object();
  }
  json.end_array();
  if (session.json) fmt::print("{}\n", json.text());
  return all_satisfied ? kDone : kRefused;
}

Result<int> list_regimes(Session& session) {
  const auto* catalogue = TRY(session.catalogue());
  TextTable table({"id", "item", "demands", "where known", "nature", "instrument"});
  JsonWriter json(2);
  json.begin_array();
  for (const auto& r : catalogue->regimes()) {
    table.add({r.id, std::string{word_of(r.item)}, fmt::format("{}", fmt::join(r.required, ", ")),
               fmt::format("{}", fmt::join(r.conditional, ", ")), r.nature, r.title});
    json.begin_object().member("id", r.id).member("item", word_of(r.item));
    write_texts(json, "required", r.required);
    write_texts(json, "conditional", r.conditional);
    json.member("nature", r.nature).member("title", r.title).member("source", r.source.text).end_object();
  }
  json.end_array();
  fmt::print("{}", session.json ? json.text() + "\n" : table.text(terminal_width(stdout)));
  return kDone;
}

Result<int> search(Session& session, const MarkWords& words) {
  TRY(session.catalogue());
  auto* store = TRY(session.open(storage::OpenMode::read_only));
  const auto found = service::search_marks(*store, session.reference(), TRY(clean_text(words.text, "TEXT")));
  TextTable table({"mark", "on", "of", ">likeness", ">record"});
  JsonWriter json = session.json_answer();
  json.key("marks").begin_array();
  for (const auto& m : found) {
    table.add({m.mark, m.on, m.what, fmt::format("{:.2g}", m.likeness), std::to_string(m.record)});
    json.begin_object()
        .member("mark", m.mark)
        .member("on", m.on)
        .member("what", m.what)
        .member("likeness", m.likeness)
        .member("record", m.record)
        .end_object();
  }
  json.end_array().end_object();
  if (session.json)
    fmt::print("{}\n", json.text());
  else
    fmt::print("{}", found.empty() ? "no mark on record is like it\n" : table.text(terminal_width(stdout)));
  return kDone;
}

Result<int> reconcile(Session& session) {
  TRY(session.catalogue());
  auto* store = TRY(session.open(storage::OpenMode::read_only));
  const auto found = service::reconcile(*store, session.reference());
  TextTable table({"", "what", "why", ">record"});
  JsonWriter json = session.json_answer();
  json.key("unreconciled").begin_array();
  for (const auto& u : found) {
    table.add({u.kind == "mark_without_record" ? "mark without record" : "record without mark", u.what, u.words,
               std::to_string(u.record)});
    json.begin_object()
        .member("kind", u.kind)
        .member("what", u.what)
        .member("words", u.words)
        .member("record", u.record)
        .end_object();
  }
  json.end_array().end_object();
  if (session.json)
    fmt::print("{}\n", json.text());
  else
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
