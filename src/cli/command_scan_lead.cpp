// scan lead: everything on record about one lead, with what is withheld while it is examined blind.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "answers/lead_json.h"
#include "cli/commands.h"
#include "cli/commands_scan.h"
#include "cli/terminal.h"
#include "comparison/verbal_scale.h"
#include "service/lead_card.h"
#include "service/lookup.h"

namespace lotline::cli {

namespace {

using service::LeadCard;

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
  TRY(session.catalogue());
  const auto card = TRY(service::lead_card(*store, session.reference(), LeadId{TRY(service::Lookup::number(number))}));
  if (session.json)
    print_json(answers::lead_as_json(card, session.simulated()));
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
