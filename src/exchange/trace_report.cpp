#include "exchange/trace_report.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/figures.h"
#include "exchange/supply_drawing.h"
#include "exchange/supply_layout.h"
#include "exchange/trace_words.h"

namespace lotline::exchange {

namespace {

using tracing::Answer;

/// Paper is for reading: of longer lists the JSON has the rest, and the report says how many.
constexpr std::size_t kMostReadings = 8, kMostLots = 20, kMostHolders = 20, kMostSteps = 120, kMostRuledOut = 10;

void write_readings(ReportPages& pages, const Answer& answer) {
  pages.heading("1. What the marks may mean");
  if (answer.readings.empty()) pages.paragraph("Nothing in the reference tables answers to them.");
  std::map<std::string, std::size_t> ranks;
  std::size_t shown = 0;
  for (const auto& r : answer.readings) {
    const std::size_t rank = ++ranks[r.mark];
    if (rank > kMostReadings) continue;
    ++shown;
    std::vector<std::string> below;
    if (!r.reasons.empty()) below.push_back(fmt::format("{}", fmt::join(r.reasons, "; ")));
    if (!r.sources.empty())
      below.push_back(fmt::format("source{}: {}", r.trust.empty() ? "" : ", " + r.trust, fmt::join(r.sources, "; ")));
    pages.weighed(r.probability, fmt::format("{}", rank), reading_in_words(r), below);
  }
  say_more(pages, shown, answer.readings.size(), "readings");
}

void write_lots(ReportPages& pages, const Answer& answer) {
  pages.heading("2. Lots that fit");
  if (answer.lots.empty()) pages.paragraph("No lot on record fits.");
  std::vector<ReportRow> rows;
  for (const auto& l : answer.lots) {
    if (rows.size() == kMostLots) break;
    rows.push_back({{l.lot.text(), percent(l.probability), at_large_in_words(l), l.calibre, l.made_on, l.exclusivity,
                     fmt::format("{}", fmt::join(l.records, ", "))}});
  }
  pages.table({{"lot", 0.25},
               {"probability", 0.12, true},
               {"at large", 0.12, true},
               {"calibre", 0.1},
               {"made", 0.11},
               {"who had it", 0.19},
               {"records", 0.11}},
              rows);
  say_more(pages, rows.size(), answer.lots_total, "lots");
  pages.paragraph(fmt::format("Of no lot on record: {}.", percent(answer.none_on_record)));
  if (answer.ruled_out_total > 0) {
    pages.caption(fmt::format("Ruled out: {}", grouped(static_cast<std::int64_t>(answer.ruled_out_total))));
    for (std::size_t i = 0; i < std::min(kMostRuledOut, answer.ruled_out.size()); ++i)
      pages.item("\u2013", fmt::format("{}: {}", answer.ruled_out[i].lot.text(), answer.ruled_out[i].reason));
  }
  if (answer.age)
    pages.paragraph(fmt::format("Age when found: {}.{}", age_in_words(*answer.age),
                                answer.recent ? fmt::format(" Recent production: {}.", answer.recent_reference) : ""));
}

void write_steps(ReportPages& pages, std::span<const tracing::SupplyStep> steps) {
  std::vector<ReportRow> rows;
  for (const auto& step : steps.first(std::min(kMostSteps, steps.size())))
    rows.push_back(
        {{step.on, step.kind, grouped(step.rounds.count()), called(step.from), called(step.to), step.licence,
          fmt::format("{}", fmt::join(notes_of(step), "; ")), fmt::format("{}", fmt::join(step.records, ", "))},
         is_break(step)});
  pages.table({{"on", 0.12},
               {"act", 0.13},
               {"rounds", 0.09, true},
               {"from", 0.14},
               {"to", 0.14},
               {"licence", 0.11},
               {"note", 0.17},
               {"records", 0.1}},
              rows);
  say_more(pages, rows.size(), steps.size(), "steps");
}

void write_supply(ReportPages& pages, const Answer& answer) {
  pages.heading("3. Line of supply");
  if (answer.line_of_supply.empty()) pages.paragraph("None: no lot fits.");
  const std::span<const tracing::SupplyStep> all(answer.line_of_supply);
  for (std::size_t at = 0; at < all.size();) {
    std::size_t end = at;
    while (end < all.size() && all[end].lot.id == all[at].lot.id) ++end;
    const auto steps = all.subspan(at, end - at);
    pages.caption(steps.front().lot.text());
    draw_supply(pages, steps);
    write_steps(pages, steps);
    at = end;
  }
}

void write_holders(ReportPages& pages, const Answer& answer) {
  pages.heading("4. Last lawful holders, likeliest first");
  if (answer.holders.empty()) pages.paragraph("None on record.");
  for (std::size_t i = 0; i < std::min(kMostHolders, answer.holders.size()); ++i) {
    const auto& h = answer.holders[i];
    std::vector<std::string> below = h.reasons;
    for (const auto& support : h.support)
      below.push_back(fmt::format("{}: {} [record {}]", support.kind, support.text, support.record));
    pages.weighed(h.probability, fmt::format("{}", i + 1), with_records(holder_in_words(h), h.records), below);
  }
  say_more(pages, std::min(kMostHolders, answer.holders.size()), answer.holders.size(), "holders");
  if (answer.eliminated.empty()) return;
  pages.caption("Eliminated");
  for (std::size_t i = 0; i < std::min(kMostHolders, answer.eliminated.size()); ++i)
    pages.item("\u2013",
               with_records(fmt::format("{}: {}", answer.eliminated[i].party.text(), answer.eliminated[i].reason),
                            answer.eliminated[i].records));
  say_more(pages, std::min(kMostHolders, answer.eliminated.size()), answer.eliminated.size(), "eliminated");
}

void write_departures(ReportPages& pages, const Answer& answer) {
  pages.heading("5. Where it may have left lawful hands");
  if (answer.left_lawful_hands.empty()) pages.paragraph("Nothing on record.");
  for (std::size_t i = 0; i < std::min(kMostHolders, answer.left_lawful_hands.size()); ++i) {
    const auto& d = answer.left_lawful_hands[i];
    pages.item("\u2013", with_records(departure_in_words(d), d.records), {}, ink::broken);
  }
  say_more(pages, std::min(kMostHolders, answer.left_lawful_hands.size()), answer.left_lawful_hands.size(), "events");
  for (const auto& lead : answer.leads)
    pages.item("\u2192", with_records("Lead: " + lead.text, lead.records),
               lead.caution.empty() ? std::vector<std::string>{} : std::vector{lead.caution});
}

void write_limits(ReportPages& pages, const Answer& answer) {
  pages.heading("6. What this answer cannot say, and what would help");
  for (const auto& limit : answer.limits) pages.item("\u2013", limit.text);
  if (!answer.would_narrow.empty()) pages.caption("What to read next");
  for (const auto& n : answer.would_narrow) pages.item("\u2192", n.words);
}

/// Every record that a line of the report rests on.
std::set<RecordNumber> cited(const Answer& answer) {
  std::set<RecordNumber> all;
  const auto add = [&](const auto& lines) {
    for (const auto& line : lines) all.insert(line.records.begin(), line.records.end());
  };
  add(answer.lots);
  add(answer.line_of_supply);
  add(answer.holders);
  add(answer.eliminated);
  add(answer.left_lawful_hands);
  add(answer.leads);
  for (const auto& h : answer.holders)
    for (const auto& support : h.support) all.insert(support.record);
  all.erase(0);
  return all;
}

}  // namespace

std::string trace_report(const service::TraceFound& found, const TraceAskedFor& asked) {
  return written_twice(frame_of("Trace report", asked, found.head), [&](ReportPages& pages) {
    pages.title("Trace report");
    pages.lead(as_sentence(found.answer.words));
    write_question(pages, asked, found.head);
    write_readings(pages, found.answer);
    write_lots(pages, found.answer);
    write_supply(pages, found.answer);
    write_holders(pages, found.answer);
    write_departures(pages, found.answer);
    write_limits(pages, found.answer);
    write_records(pages, cited(found.answer), found.head);
  });
}

}  // namespace lotline::exchange
