// scan lead: everything on record about one lead, with what is withheld while it is examined blind.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/json_writer.h"
#include "cli/commands.h"
#include "cli/commands_scan.h"
#include "cli/terminal.h"
#include "comparison/verbal_scale.h"
#include "service/lead_card.h"
#include "service/lookup.h"

namespace lotline::cli {

namespace {

using service::LeadCard;

void write_scan(JsonWriter& json, std::string_view key, const service::LeadScan& scan) {
  json.key(key).begin_object().member("scan", scan.scan.id.number).member("source", scan.source);
  json.member("file", scan.scan.file).member("sha256", scan.scan.sha256).member("mark", scan.scan.mark).end_object();
}

void write_json(JsonWriter json, const LeadCard& card) {
  json.member("lead", card.lead.number);
  json.member("withdrawn", card.withdrawn).member("withheld", card.sealed).member("search", card.search);
  json.member("rank", card.rank).member("reviewer", card.reviewer).member("chosen_on", card.chosen_on);
  write_scan(json, "questioned", card.questioned);
  write_scan(json, "candidate", card.candidate);
  json.key("examining_blind").begin_array();
  for (const auto& examiner : card.examining) json.value(examiner);
  json.end_array().member("conclusions_on_record", card.conclusions).key("score");
  card.score ? json.value(*card.score) : json.null();
  json.key("llr");
  card.llr ? json.value(*card.llr) : json.null();
  json.member("llr_reason", card.llr_reason).key("conclusions").begin_array();
  for (const auto& c : card.concluded) {
    json.begin_object().member("record", c.number).member("level", c.level).member("examiner", c.examiner);
    json.member("organisation", c.organisation).member("accreditation", c.accreditation);
    json.member("before_lr", c.before_lr).member("blind_second", c.second).member("on", c.on).end_object();
  }
  json.end_array().end_object();
  fmt::print("{}\n", json.text());
}

void print_text(const LeadCard& card) {
  const auto width = terminal_width(stdout);
  fmt::print("{}\n", bold(fmt::format("Lead {}{}", card.lead.number, card.withdrawn ? " (withdrawn)" : "")));
  for (const auto& [title, scan] : {std::pair{"questioned", &card.questioned}, std::pair{"candidate", &card.candidate}})
    fmt::print("{}", hanging(fmt::format("  {}: ", title),
                             fmt::format("scan {} of {}, {} ({}, SHA-256 {})", scan->scan.id.number, scan->source,
                                         scan->scan.mark, scan->scan.file, scan->scan.sha256),
                             width));
  fmt::print("  place {} of search {}, chosen {} by {}\n", card.rank, card.search, card.chosen_on, card.reviewer);
  if (card.sealed) {
    fmt::print("{}", hanging("  ",
                             fmt::format("{} is examining it blind; until then its likelihood ratio and {} conclusions "
                                         "are withheld",
                                         fmt::join(card.examining, ", "), card.conclusions),
                             width));
    return;
  }
  fmt::print("  score {:.4f}; {}\n", *card.score,
             card.llr ? fmt::format("log10 LR {:+.2f}: {}", *card.llr, comparison::in_words(*card.llr))
                      : "no likelihood ratio: " + card.llr_reason);
  if (card.concluded.empty()) fmt::print("  nobody has concluded on it: it is a lead and nothing more\n");
  for (const auto& c : card.concluded)
    fmt::print("{}", hanging("  - ",
                             fmt::format("{} by {} for {} on {}{}{}{} [record {}]", c.level, c.examiner, c.organisation,
                                         c.on, c.accreditation.empty() ? "" : " (" + c.accreditation + ")",
                                         c.before_lr ? ", before the LR was shown" : "",
                                         c.second ? ", blind to the first conclusion" : "", c.number),
                             width));
}

Result<int> lead(Session& session, const std::string& number) {
  auto* store = TRY(session.open(storage::OpenMode::read_only));
  const auto card = TRY(service::lead_card(*store, LeadId{TRY(service::Lookup::number(number))}));
  if (session.json)
    write_json(session.json_answer(), card);
  else
    print_text(card);
  return kDone;
}

}  // namespace

Command scan_lead_command(Session& session) {
  auto number = std::make_shared<std::string>();
  Command command{
      "lead",
      "a lead: its scans, and what was concluded on it unless somebody examines it blind",
      "lotline scan lead 41 --register state.lotline",
      {{"NUMBER", "number of the lead's record", number.get(), nullptr, nullptr, true}, register_option(session)},
      {},
      {}};
  command.run = [&session, number] {
    const auto code = lead(session, *number);
    return code ? *code : say_refused(session, code.error());
  };
  return command;
}

}  // namespace lotline::cli
