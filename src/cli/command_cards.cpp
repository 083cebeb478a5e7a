// lot, holder, package and entry: everything on record about one thing.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "answers/card_json.h"
#include "cli/commands.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "cli/trace_text.h"
#include "exchange/trace_words.h"
#include "service/lookup.h"

namespace lotline::cli {

namespace {

struct CardWords {
  std::string first, second, product, parts, as_of, as_known_on;
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

void print_list(std::string_view title, const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  fmt::print("\n{}\n", bold(title));
  for (const auto& line : lines) fmt::print("{}", hanging("  - ", line, terminal_width(stdout)));
}

void print_observations(const std::vector<service::Observation>& observations) {
  std::vector<std::string> lines;
  for (const auto& seen : observations)
    lines.push_back(fmt::format("{}: {} [record {}]", seen.on, seen.words, seen.record));
  print_list("Observations (events of documents that moved nothing)", lines);
}

void print_balance(const service::LotCard& card) {
  fmt::print("\n{}\n", bold("Balance"));
  std::vector<std::string> entered, accounted;
  for (const auto& [standing, rounds] : card.balance) {
    const bool source = standing == "made" || standing == "imported" || standing == "relotted_in";
    if (rounds != Rounds{})
      (source ? entered : accounted).push_back(fmt::format("{} {}", grouped(rounds.count()), standing));
  }
  fmt::print("{}", hanging("  ", fmt::format("{} = {}", fmt::join(entered, " + "), fmt::join(accounted, " + ")),
                           terminal_width(stdout)));
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
  using enum service::LotPart;
  if (card.parts.has(traceability))
    fmt::print("  traceability {} of 100 ({}): {}\n", card.traceability, card.traceability_level,
               fmt::join(card.traceability_reasons, "; "));
  if (card.parts.has(balance)) print_balance(card);
  if (!card.holdings.empty())
    fmt::print("\n{}\n{}", bold("Where the rounds are"), holdings_as_text(card.holdings, false));
  if (card.parts.has(line_of_supply))
    fmt::print("\n{}\n{}", bold("Line of supply"), steps_as_text(card.line_of_supply, terminal_width(stdout), 2));
  print_list("Packages", card.packages);
  print_list("Inspections", card.conditions);
  print_observations(card.observations);
  print_list("Recorded late (an account stood below zero in the order of happening)", card.late);
  if (!card.parts.has(duties)) return;
  fmt::print("\n{}\n", bold("The four duties (para 40)"));
  for (const auto& duty : card.duties)
    fmt::print("{}",
               hanging(fmt::format("  {} {}: ", duty.shown ? "shown    " : "not shown", duty.duty),
                       duty.words +
                           (duty.records.empty() ? "" : fmt::format(" [{}]", exchange::records_in_words(duty.records))),
                       terminal_width(stdout)));
}

Result<int> lot(Session& session, const CardWords& words) {
  TRY(session.catalogue());
  auto* store = TRY(session.open(storage::OpenMode::read_only));
  const auto card = TRY(service::lot_card(*store, session.reference(), words.first, words.second, words.product,
                                          TRY(days(words)), TRY(service::LotParts::of(words.parts))));
  if (session.json)
    print_json(answers::lot_as_json(card, session.simulated()));
  else
    print_lot_text(card);
  return kDone;
}

Result<int> holder(Session& session, const CardWords& words) {
  TRY(session.catalogue());
  auto* store = TRY(session.open(storage::OpenMode::read_only));
  const auto card = TRY(service::holder_card(*store, session.reference(), words.first, TRY(days(words))));
  if (session.json) {
    print_json(answers::holder_as_json(card, session.simulated()));
    return kDone;
  }
  fmt::print("{}\n  {}, {}{}\n", bold(card.party.text()), card.kind, card.party.country,
             card.parent.empty() ? "" : ", part of " + card.parent);
  if (card.holdings.empty())
    fmt::print("  has no rounds on record\n");
  else
    fmt::print("\n{}\n{}", bold("On its accounts"), holdings_as_text(card.holdings, true));
  std::vector<std::string> personal;
  for (const auto& [field, value] : card.personal) personal.push_back(fmt::format("{}: {}", field, value));
  print_list("Personal values", personal);
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
    print_json(answers::package_as_json(card, session.simulated()));
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
    print_json(answers::entry_as_json(card, session.simulated()));
    return kDone;
  }
  fmt::print("{}\n", bold(fmt::format("Record {}: {}", card.number, card.kind)));
  fmt::print("  happened {}, recorded {} by {}{}\n", card.happened_on, card.recorded_at, card.actor,
             card.acting_for.code.empty() ? "" : " for " + card.acting_for.text());
  if (!card.basis.empty()) fmt::print("  basis: {}\n", card.basis);
  if (!card.approval.empty())
    fmt::print("  approval: {}{}\n", card.approval,
               card.decision == 0 ? "" : fmt::format(" [{}]", exchange::records_in_words({card.decision})));
  fmt::print("  reference tables {}\n  leaf hash {}\n  salt      {}\n", card.tables, card.leaf_hash, card.salt);
  if (!card.postings.empty())
    fmt::print("\n{}\n{}", bold("What it moved"), steps_as_text(card.postings, terminal_width(stdout), 2));
  if (!card.corrected_by.empty()) fmt::print("\ncorrected by {}\n", exchange::records_in_words(card.corrected_by));
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
  Command command{
      "lot",
      "everything on record about a lot: balance, holders, line of supply, packages, duties",
      "lotline lot DCW DCW17A001-001 --register state.lotline",
      {{"MAKER", "code of the maker", &words->first, nullptr, nullptr, true},
       {"NUMBER", "the lot's number as marked", &words->second, nullptr, nullptr, true},
       {"--product", "when the number is not enough", &words->product, nullptr, nullptr},
       {"--parts", "only these, with commas between, such as balance,holdings", &words->parts, nullptr, nullptr}},
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
