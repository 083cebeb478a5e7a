// lot, holder, package and entry: everything on record about one thing.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/commands.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "cli/trace_json.h"
#include "cli/trace_text.h"
#include "service/lookup.h"

namespace lotline::cli {

namespace {

struct CardWords {
  std::string first, second, product, as_of, as_known_on;
};

Result<service::AsOf> days(const CardWords& words) {
  service::AsOf as_of;
  if (!words.as_of.empty()) as_of.happened_by = TRY(of_field("as_of", parse_day(words.as_of)));
  if (!words.as_known_on.empty()) as_of.known_on = TRY(of_field("as_known_on", parse_day(words.as_known_on)));
  return as_of;
}

std::string holdings_as_text(const std::vector<service::Holding>& holdings, bool with_lot) {
  std::vector<std::string> columns{"standing", ">rounds", ">in packages", ">on hold", "where"};
  columns.insert(columns.begin(), with_lot ? "lot" : "holder");
  TextTable table(columns);
  for (const auto& h : holdings)
    table.add({with_lot ? h.lot.text() : h.party.text(), h.standing, grouped(h.rounds.count()),
               h.packaged == Rounds{} ? "" : grouped(h.packaged.count()),
               h.reserved == Rounds{} ? "" : grouped(h.reserved.count()), h.place});
  return table.text(terminal_width(stdout), 2);
}

void write_holdings(JsonWriter& json, std::string_view key, const std::vector<service::Holding>& holdings) {
  json.key(key).begin_array();
  for (const auto& h : holdings) {
    json.begin_object();
    write_lot(json, "lot", h.lot);
    write_party(json, "party", h.party);
    json.member("place", h.place).member("standing", h.standing).member("rounds", h.rounds.count());
    json.member("packaged", h.packaged.count()).member("reserved", h.reserved.count()).end_object();
  }
  json.end_array();
}

void write_steps(JsonWriter& json, const std::vector<tracing::SupplyStep>& steps) {
  json.key("line_of_supply").begin_array();
  for (const auto& step : steps) write_step(json, step);
  json.end_array();
}

void print_list(std::string_view title, const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  fmt::print("\n{}\n", bold(title));
  for (const auto& line : lines) fmt::print("{}", hanging("  - ", line, terminal_width(stdout)));
}

void write_observations(JsonWriter& json, const std::vector<service::Observation>& observations) {
  json.key("observations").begin_array();
  for (const auto& seen : observations)
    json.begin_object().member("on", seen.on).member("words", seen.words).member("record", seen.record).end_object();
  json.end_array();
}

void print_observations(const std::vector<service::Observation>& observations) {
  std::vector<std::string> lines;
  for (const auto& seen : observations)
    lines.push_back(fmt::format("{}: {} [record {}]", seen.on, seen.words, seen.record));
  print_list("Observations (events of documents that moved nothing)", lines);
}

void print_lot_json(const Session& session, const service::LotCard& card) {
  JsonWriter json = session.json_answer();
  write_lot(json, "lot", card.lot);
  json.member("product", card.product)
      .member("calibre", card.calibre)
      .member("item", card.item)
      .member("unit", card.unit);
  json.member("made_on", card.made_on)
      .member("channel", card.channel)
      .member("kind", card.kind)
      .member("origin", card.origin);
  json.member("headstamp", card.headstamp)
      .member("cartridge_marks", card.cartridge_marks)
      .member("package_marks", card.package_marks)
      .member("marked", card.marked);
  json.member("parent", card.parent).key("balance").begin_object();
  for (const auto& [standing, rounds] : card.balance) json.member(standing, rounds.count());
  json.end_object();
  write_holdings(json, "holdings", card.holdings);
  write_steps(json, card.line_of_supply);
  write_texts(json, "packages", card.packages);
  write_texts(json, "conditions", card.conditions);
  write_observations(json, card.observations);
  json.key("exhibits").begin_array();
  for (const RecordNumber exhibit : card.exhibits) json.value(exhibit);
  json.end_array().key("duties").begin_array();
  for (const auto& duty : card.duties) {
    json.begin_object().member("duty", duty.duty).member("shown", duty.shown).member("words", duty.words);
    write_records(json, duty.records);
    json.end_object();
  }
  json.end_array()
      .key("traceability")
      .begin_object()
      .member("score", card.traceability)
      .member("level", card.traceability_level);
  write_texts(json, "reasons", card.traceability_reasons);
  json.end_object();
  write_texts(json, "late", card.late);
  json.end_object();
  fmt::print("{}\n", json.text());
}

void print_lot_text(const service::LotCard& card) {
  fmt::print("{}\n", bold("Lot " + card.lot.text()));
  fmt::print("  {}, {}, {}; made {}; {} lot{}{}\n", card.product, card.calibre, card.item, card.made_on, card.channel,
             card.kind == "registered" ? "" : ", " + card.kind, card.parent.empty() ? "" : " from " + card.parent);
  if (!card.headstamp.empty()) fmt::print("  headstamp {}\n", card.headstamp);
  if (!card.marked.empty()) fmt::print("  {}\n", card.marked);
  fmt::print("  on each cartridge: {}; on the smallest package: {}\n",
             card.cartridge_marks.empty() ? "nothing recorded" : card.cartridge_marks,
             card.package_marks.empty() ? "nothing recorded" : card.package_marks);
  fmt::print("  traceability {} of 100 ({}): {}\n", card.traceability, card.traceability_level,
             fmt::join(card.traceability_reasons, "; "));

  fmt::print("\n{}\n", bold("Balance"));
  std::vector<std::string> entered, accounted;
  for (const auto& [standing, rounds] : card.balance) {
    const bool source = standing == "made" || standing == "imported" || standing == "relotted_in";
    if (rounds != Rounds{})
      (source ? entered : accounted).push_back(fmt::format("{} {}", grouped(rounds.count()), standing));
  }
  fmt::print("{}", hanging("  ", fmt::format("{} = {}", fmt::join(entered, " + "), fmt::join(accounted, " + ")),
                           terminal_width(stdout)));
  if (!card.holdings.empty())
    fmt::print("\n{}\n{}", bold("Where the rounds are"), holdings_as_text(card.holdings, false));
  fmt::print("\n{}\n{}", bold("Line of supply"), steps_as_text(card.line_of_supply, terminal_width(stdout), 2));
  print_list("Packages", card.packages);
  print_list("Inspections", card.conditions);
  print_observations(card.observations);
  print_list("Recorded late (an account stood below zero in the order of happening)", card.late);
  fmt::print("\n{}\n", bold("The four duties (para 40)"));
  for (const auto& duty : card.duties)
    fmt::print("{}",
               hanging(fmt::format("  {} {}: ", duty.shown ? "shown    " : "not shown", duty.duty),
                       duty.words + (duty.records.empty() ? "" : fmt::format(" [{}]", records_in_words(duty.records))),
                       terminal_width(stdout)));
}

Result<int> lot(Session& session, const CardWords& words) {
  TRY(session.catalogue());
  auto* store = TRY(session.open(storage::OpenMode::read_only));
  const auto card =
      TRY(service::lot_card(*store, session.reference(), words.first, words.second, words.product, TRY(days(words))));
  session.json ? print_lot_json(session, card) : print_lot_text(card);
  return kDone;
}

Result<int> holder(Session& session, const CardWords& words) {
  TRY(session.catalogue());
  auto* store = TRY(session.open(storage::OpenMode::read_only));
  const auto card = TRY(service::holder_card(*store, session.reference(), words.first, TRY(days(words))));
  if (session.json) {
    JsonWriter json = session.json_answer();
    json.member("party", card.party.code).member("name", card.party.name).member("country", card.party.country);
    json.member("kind", card.kind).member("parent", card.parent);
    write_texts(json, "units", card.units);
    write_holdings(json, "holdings", card.holdings);
    write_texts(json, "licences", card.licences);
    write_texts(json, "open_investigations", card.open_investigations);
    json.end_object();
    fmt::print("{}\n", json.text());
    return kDone;
  }
  fmt::print("{}\n  {}, {}{}\n", bold(card.party.text()), card.kind, card.party.country,
             card.parent.empty() ? "" : ", part of " + card.parent);
  if (card.holdings.empty())
    fmt::print("  has no rounds on record\n");
  else
    fmt::print("\n{}\n{}", bold("On its accounts"), holdings_as_text(card.holdings, true));
  print_list("Units", card.units);
  print_list("Licences", card.licences);
  print_list("Open investigations", card.open_investigations);
  return kDone;
}

Result<int> package(Session& session, const CardWords& words) {
  TRY(session.catalogue());
  auto* store = TRY(session.open(storage::OpenMode::read_only));
  const auto card = TRY(service::package_card(*store, session.reference(), words.first, TRY(days(words))));
  if (session.json) {
    JsonWriter json = session.json_answer();
    json.member("code", card.code)
        .member("level", card.level)
        .member("sealed", card.sealed)
        .member("parent", card.parent);
    write_texts(json, "contains", card.contains);
    write_holdings(json, "contents", card.contents);
    write_party(json, "party", card.party);
    json.member("place", card.place).member("marks", card.marks);
    write_steps(json, card.line_of_supply);
    write_observations(json, card.observations);
    json.member("record", card.record).end_object();
    fmt::print("{}\n", json.text());
    return kDone;
  }
  fmt::print("{}\n  {}; with {}{} [record {}]\n", bold(card.level + " " + card.code), card.sealed ? "sealed" : "opened",
             card.party.text(), card.place.empty() ? "" : " at " + card.place, card.record);
  if (!card.parent.empty()) fmt::print("  inside {}\n", card.parent);
  fmt::print("\n{}\n{}", bold("Contents"), holdings_as_text(card.contents, true));
  print_list("Packages inside", card.contains);
  if (!card.line_of_supply.empty())
    fmt::print("\n{}\n{}", bold("Movements"), steps_as_text(card.line_of_supply, terminal_width(stdout), 2));
  print_observations(card.observations);
  return kDone;
}

Result<int> entry(Session& session, const CardWords& words) {
  TRY(session.catalogue());
  auto* store = TRY(session.open(storage::OpenMode::read_only));
  const auto card = TRY(
      service::entry_card(*store, session.reference(), TRY(service::Lookup::number(words.first)), TRY(days(words))));
  if (session.json) {
    JsonWriter json = session.json_answer();
    json.member("number", card.number).member("kind", card.kind).member("actor", card.actor);
    write_party(json, "acting_for", card.acting_for);
    json.member("recorded_at", card.recorded_at).member("happened_on", card.happened_on).member("basis", card.basis);
    json.member("tables", card.tables).member("salt", card.salt).member("leaf_hash", card.leaf_hash);
    write_steps(json, card.postings);
    write_records(json, card.corrected_by);
    json.key("body").raw(card.body).end_object();
    fmt::print("{}\n", json.text());
    return kDone;
  }
  fmt::print("{}\n", bold(fmt::format("Record {}: {}", card.number, card.kind)));
  fmt::print("  happened {}, recorded {} by {}{}\n", card.happened_on, card.recorded_at, card.actor,
             card.acting_for.code.empty() ? "" : " for " + card.acting_for.text());
  if (!card.basis.empty()) fmt::print("  basis: {}\n", card.basis);
  fmt::print("  reference tables {}\n  leaf hash {}\n  salt      {}\n", card.tables, card.leaf_hash, card.salt);
  if (!card.postings.empty())
    fmt::print("\n{}\n{}", bold("What it moved"), steps_as_text(card.postings, terminal_width(stdout), 2));
  if (!card.corrected_by.empty()) fmt::print("\ncorrected by {}\n", records_in_words(card.corrected_by));
  fmt::print("\n{}\n  {}\n", bold("Body"), card.body);
  return kDone;
}

using Print = Result<int> (*)(Session&, const CardWords&);

Command card_command(Session& session, Command command, const std::shared_ptr<CardWords>& words, Print print,
                     bool happened) {
  command.options.push_back(register_option(session));
  if (happened)
    command.options.push_back({"--as-of", "only what had happened by this day", &words->as_of, nullptr, nullptr});
  command.options.push_back(
      {"--as-known-on", "only what had been recorded by this day", &words->as_known_on, nullptr, nullptr});
  command.run = [&session, words, print] {
    const auto code = print(session, *words);
    return code ? *code : say_refused(session, code.error());
  };
  return command;
}

}  // namespace

Command lot_command(Session& session) {
  auto words = std::make_shared<CardWords>();
  Command command{"lot",
                  "everything on record about a lot: balance, holders, line of supply, packages, duties",
                  "lotline lot DCW DCW17A001-001 --register state.lotline",
                  {{"MAKER", "code of the maker", &words->first, nullptr, nullptr, true},
                   {"NUMBER", "the lot's number as marked", &words->second, nullptr, nullptr, true},
                   {"--product", "when the number is not enough", &words->product, nullptr, nullptr}},
                  {},
                  {}};
  return card_command(session, std::move(command), words, lot, true);
}

Command holder_command(Session& session) {
  auto words = std::make_shared<CardWords>();
  Command command{"holder",
                  "a party's accounts, licences and units",
                  "lotline holder CIVPOL-DEPOT --register state.lotline --as-of 2018-12-31",
                  {{"PARTY", "code of the party", &words->first, nullptr, nullptr, true}},
                  {},
                  {}};
  return card_command(session, std::move(command), words, holder, true);
}

Command package_command(Session& session) {
  auto words = std::make_shared<CardWords>();
  Command command{"package",
                  "a package: contents, where it stands, its movements",
                  "lotline package \"(00)095212340000000013\" --register state.lotline",
                  {{"CODE", "as printed, in any spelling", &words->first, nullptr, nullptr, true}},
                  {},
                  {}};
  return card_command(session, std::move(command), words, package, true);
}

Command entry_command(Session& session) {
  auto words = std::make_shared<CardWords>();
  Command command{"entry",
                  "one record of the log: its body, hash, and what corrected it",
                  "lotline entry 12 --register state.lotline",
                  {{"NUMBER", "number of the record", &words->first, nullptr, nullptr, true}},
                  {},
                  {}};
  return card_command(session, std::move(command), words, entry, false);
}

}  // namespace lotline::cli
