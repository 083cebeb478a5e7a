#include "exchange/seizure_report.h"

#include <algorithm>

#include "base/figures.h"
#include "exchange/seizure_words.h"
#include "exchange/trace_words.h"
#include "tracing/seizure_words.h"

namespace lotline::exchange {

namespace {

using tracing::SeizureAnswer;
using tracing::SeizureLine;
using tracing::SeizureSource;

/// Paper is for reading: of longer lists the JSON has the rest, and the report says how many.
constexpr std::size_t kMostRows = 200, kMostExplanations = 10, kMostSources = 10, kMostEliminated = 20;
/// Sources that stand beside each other in the table of rows.
constexpr std::size_t kBeside = 3;

std::string other_marks_of(const SeizureLine& line) {
  std::string words;
  for (const auto& [name, text] : {std::pair{"lot", &line.marks.lot_mark}, std::pair{"package", &line.marks.package},
                                   std::pair{"year", &line.marks.year}, std::pair{"colours", &line.marks.colours}})
    if (!text->empty()) words += fmt::format("{}{} {}", words.empty() ? "" : ", ", name, *text);
  return words;
}

/// What the question says of the find and the asker did not tell beside the file.
TraceAskedFor with_the_find(const tracing::SeizureQuestion& question, TraceAskedFor asked) {
  const auto tell = [&](std::string_view name, std::string value) {
    const bool told = std::ranges::any_of(asked.asked, [&](const auto& fact) { return fact.first == name; });
    if (!told && !value.empty()) asked.asked.emplace_back(name, std::move(value));
  };
  tell("found_on", question.found_on ? to_text(*question.found_on) : "");
  tell("found_in", question.found_in);
  return asked;
}

void write_rows(ReportPages& pages, const service::SeizureTraced& traced) {
  const auto& lines = traced.question.lines;
  pages.heading("1. What was seized");
  pages.paragraph(fmt::format("{} rounds or cases in {} rows; {} lines when rows that read alike are one.",
                              grouped(traced.answer.rounds), grouped(static_cast<std::int64_t>(lines.size())),
                              grouped(static_cast<std::int64_t>(traced.answer.lines))));
  const auto& unexplained = traced.answer.lines_unexplained;
  std::vector<ReportRow> rows;
  for (const auto& line : lines) {
    if (rows.size() == kMostRows) break;
    rows.push_back({{fmt::format("{}", line.number), line.marks.headstamp, line.marks.calibre, other_marks_of(line),
                     grouped(line.count), line.fired ? "fired" : "live"},
                    std::ranges::find(unexplained, line.number) != unexplained.end()});
  }
  pages.table({{"row", 0.07, true},
               {"headstamp", 0.22},
               {"calibre", 0.16},
               {"other marks", 0.33},
               {"count", 0.12, true},
               {"condition", 0.1}},
              rows);
  say_more(pages, rows.size(), lines.size(), "rows");
  const std::string words = rows_unexplained_in_words(traced.answer);
  if (!words.empty()) pages.paragraph(words, ink::broken);
}

void write_explanations(ReportPages& pages, const SeizureAnswer& answer) {
  pages.heading("2. Explanations side by side");
  const std::size_t told = std::min(kMostExplanations, answer.explanations.size());
  for (std::size_t i = 0; i < told; ++i) {
    const auto& one = answer.explanations[i];
    pages.weighed(one.probability, fmt::format("{}", i + 1), fmt::format("{}: {}", one.words, percent(one.probability)),
                  {fmt::format("log likelihood {:+.1f}", one.log_likelihood)});
  }
  say_more(pages, told, answer.explanations.size(), "explanations");
  pages.paragraph(none_in_words(answer));
  for (std::size_t i = 0; i < tracing::kNoSources; ++i)
    pages.item("\u2013",
               fmt::format("{}: {}", tracing::words_of(static_cast<tracing::NoSource>(i)), percent(answer.none[i])));
}

/// How likely each line is of the likeliest sources, each being the source of the bulk.
void write_lines(ReportPages& pages, const SeizureAnswer& answer) {
  const std::size_t beside = std::min(kBeside, answer.sources.size());
  const auto& lines = answer.sources.front().lines;
  pages.caption("Row by row, of each of the likeliest sources if it is the source");
  std::vector<ReportColumn> columns{{"rows", 0.25}, {"count", 0.12, true}};
  for (std::size_t s = 0; s < beside; ++s)
    columns.push_back({called(answer.sources[s].party), 0.63 / static_cast<double>(beside), true});
  std::vector<ReportRow> rows;
  for (std::size_t i = 0; i < std::min(kMostRows, lines.size()); ++i) {
    ReportRow row{{rows_in_words(lines[i].numbers), grouped(lines[i].count)}};
    for (std::size_t s = 0; s < beside; ++s) {
      const auto& line = answer.sources[s].lines[i];
      row.cells.push_back(
          fmt::format("{}; {} held", line.chance >= 0.5 ? percent(line.chance) : "no", grouped(line.held)));
    }
    rows.push_back(std::move(row));
  }
  pages.table(columns, rows);
  say_more(pages, rows.size(), lines.size(), "lines");
}

void write_sources(ReportPages& pages, const SeizureAnswer& answer) {
  pages.heading("3. Sources on record, likeliest first");
  if (answer.sources.empty()) pages.paragraph("None ever had rounds that fit.");
  const std::size_t told = std::min(kMostSources, answer.sources.size());
  for (std::size_t i = 0; i < told; ++i) {
    const SeizureSource& source = answer.sources[i];
    std::vector<std::string> below;
    if (auto units = units_in_words(source); !units.empty()) below.push_back(std::move(units));
    for (const auto& way : source.ways) below.push_back(way_in_words(way));
    below.push_back(explained_in_words(source));
    for (const auto& event : source.events) below.push_back(event_in_words(event));
    pages.weighed(source.probability, fmt::format("{}", i + 1), source_in_words(source), below);
  }
  say_more(pages, told, answer.sources.size(), "sources");
  if (!answer.sources.empty()) write_lines(pages, answer);
  pages.paragraph(holders_left_in_words(answer));
  if (answer.eliminated.empty()) return;
  pages.caption("Eliminated");
  const std::size_t eliminated = std::min(kMostEliminated, answer.eliminated.size());
  for (std::size_t i = 0; i < eliminated; ++i) {
    const auto& one = answer.eliminated[i];
    pages.item("\u2013", with_records(fmt::format("{}: {}", one.party.text(), one.reason), one.records));
  }
  say_more(pages, eliminated, answer.eliminated.size(), "eliminated");
}

void write_limits(ReportPages& pages, const SeizureAnswer& answer) {
  pages.heading("4. What this answer cannot say");
  for (const auto& limit : answer.limits) pages.item("\u2013", limit.text);
}

/// Every record that a line of the report rests on.
std::set<RecordNumber> cited(const SeizureAnswer& answer) {
  std::set<RecordNumber> all;
  for (std::size_t i = 0; i < std::min(kMostSources, answer.sources.size()); ++i)
    for (const auto& event : answer.sources[i].events) all.insert(event.record);
  for (const auto& one : answer.eliminated) all.insert(one.records.begin(), one.records.end());
  all.erase(0);
  return all;
}

}  // namespace

std::string seizure_report(const service::SeizureTraced& traced, const TraceAskedFor& asked) {
  const TraceAskedFor told = with_the_find(traced.question, asked);
  return written_twice(frame_of("Seizure report", told, traced.head), [&](ReportPages& pages) {
    pages.title("Seizure report");
    pages.lead(as_sentence(seizure_in_words(traced.answer)));
    write_question(pages, told, traced.head);
    write_rows(pages, traced);
    write_explanations(pages, traced.answer);
    write_sources(pages, traced.answer);
    write_limits(pages, traced.answer);
    write_records(pages, cited(traced.answer), traced.head);
  });
}

}  // namespace lotline::exchange
