#include "cli/trace_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/page.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "exchange/trace_words.h"

namespace lotline::cli {

namespace {

using exchange::with_records;
using tracing::Answer;

/// How many of each list are printed; --json has them all.
constexpr std::size_t kListed = 8;

void print_readings(Page& page, const Answer& answer) {
  page.heading(1, "What the marks may mean");
  if (answer.readings.empty()) page.line("Nothing in the reference tables answers to them.");
  std::string mark;
  std::size_t shown = 0;
  for (const auto& r : answer.readings) {
    if (r.mark != mark) mark = r.mark, shown = 0;
    if (++shown > 4) continue;
    page.item(exchange::reading_in_words(r));
    if (!r.reasons.empty()) page.detail(fmt::format("{}", fmt::join(r.reasons, "; ")));
  }
}

void print_lots(Page& page, const Answer& answer) {
  page.heading(2, "Lots that fit");
  if (answer.lots.empty()) page.line("No lot on record fits.");
  TextTable table({"lot", ">probability", ">at large", "calibre", "made", "who had it", "records"});
  for (std::size_t i = 0; i < std::min(kListed, answer.lots.size()); ++i) {
    const auto& l = answer.lots[i];
    table.add({l.lot.text(), percent(l.probability), exchange::at_large_in_words(l), l.calibre, l.made_on,
               l.exclusivity, fmt::format("{}", fmt::join(l.records, ", "))});
  }
  if (!table.empty()) page.raw(table.text(page.width(), 3));
  page.more(std::min(kListed, answer.lots.size()), answer.lots_total, "lots");
  page.line(fmt::format("Of no lot on record: {}.", percent(answer.none_on_record)));
  if (answer.ruled_out_total > 0) {
    page.line(fmt::format("Ruled out: {}", grouped(static_cast<std::int64_t>(answer.ruled_out_total))));
    for (std::size_t i = 0; i < std::min<std::size_t>(5, answer.ruled_out.size()); ++i)
      page.item(fmt::format("{}: {}", answer.ruled_out[i].lot.text(), answer.ruled_out[i].reason));
  }
  if (answer.age)
    page.line(fmt::format("Age when found: {}.{}", exchange::age_in_words(*answer.age),
                          answer.recent ? fmt::format(" Recent production: {}.", answer.recent_reference) : ""));
}

void print_supply(Page& page, const Answer& answer) {
  page.heading(3, "Line of supply");
  if (answer.line_of_supply.empty()) page.line("None: no lot fits.");
  for (std::size_t at = 0; at < answer.line_of_supply.size();) {
    const LotId lot = answer.line_of_supply[at].lot.id;
    std::vector<tracing::SupplyStep> steps;
    for (; at < answer.line_of_supply.size() && answer.line_of_supply[at].lot.id == lot; ++at)
      steps.push_back(answer.line_of_supply[at]);
    page.line(bold(steps.front().lot.text()));
    constexpr std::size_t most = 20;
    const std::size_t total = steps.size();
    if (total > most) steps.resize(most);
    page.raw(steps_as_text(steps, page.width(), 3));
    page.more(steps.size(), total, "steps");
  }
}

void print_holders(Page& page, const Answer& answer) {
  page.heading(4, "Last lawful holders, likeliest first");
  if (answer.holders.empty()) page.line("None on record.");
  for (std::size_t i = 0; i < std::min(kListed, answer.holders.size()); ++i) {
    const auto& h = answer.holders[i];
    page.item(with_records(exchange::holder_in_words(h), h.records), fmt::format("{})", i + 1));
    for (const auto& reason : h.reasons) page.detail("  " + reason);
    for (const auto& support : h.support)
      page.detail(fmt::format("  {}: {} [record {}]", support.kind, support.text, support.record));
  }
  page.more(std::min(kListed, answer.holders.size()), answer.holders.size(), "holders");
  if (!answer.eliminated.empty()) page.line("Eliminated:");
  for (std::size_t i = 0; i < std::min(kListed, answer.eliminated.size()); ++i)
    page.item(with_records(fmt::format("{}: {}", answer.eliminated[i].party.text(), answer.eliminated[i].reason),
                           answer.eliminated[i].records));
  page.more(std::min(kListed, answer.eliminated.size()), answer.eliminated.size(), "eliminated");
}

void print_departures(Page& page, const Answer& answer) {
  page.heading(5, "Where it may have left lawful hands");
  if (answer.left_lawful_hands.empty()) page.line("Nothing on record.");
  for (std::size_t i = 0; i < std::min(kListed, answer.left_lawful_hands.size()); ++i) {
    const auto& d = answer.left_lawful_hands[i];
    page.item(with_records(exchange::departure_in_words(d), d.records));
  }
  page.more(std::min(kListed, answer.left_lawful_hands.size()), answer.left_lawful_hands.size(), "events");
  for (const auto& lead : answer.leads) {
    page.item(with_records("Lead: " + lead.text, lead.records));
    if (!lead.caution.empty()) page.detail(lead.caution);
  }
}

void print_limits(Page& page, const Answer& answer) {
  page.heading(6, "What this answer cannot say, and what would help");
  for (const auto& limit : answer.limits) page.item(limit.text);
  for (const auto& n : answer.would_narrow) page.item(n.words, ">");
}

}  // namespace

std::string steps_as_text(const std::vector<tracing::SupplyStep>& steps, std::size_t width, std::size_t indent) {
  TextTable table({"on", "act", ">rounds", "from", "to", "licence", "note", "record"});
  for (const auto& step : steps) {
    table.add({step.on, step.kind, grouped(step.rounds.count()), exchange::called(step.from), exchange::called(step.to),
               step.licence, fmt::format("{}", fmt::join(exchange::notes_of(step), "; ")),
               fmt::format("{}", fmt::join(step.records, ", "))});
  }
  return table.text(width, indent);
}

std::string trace_as_text(const service::TraceFound& found, std::size_t width) {
  Page page(width);
  page.raw(hanging("", found.answer.words, width));
  print_readings(page, found.answer);
  print_lots(page, found.answer);
  print_supply(page, found.answer);
  print_holders(page, found.answer);
  print_departures(page, found.answer);
  print_limits(page, found.answer);
  page.raw("\n" + hanging("",
                          fmt::format("Read from log {} as it stood with {} records, root {}.", found.head.log_id,
                                      grouped(found.head.records), proof::to_hex(found.head.root)),
                          width));
  return page.take();
}

}  // namespace lotline::cli
