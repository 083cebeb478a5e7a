#include "cli/seizure_text.h"

#include <fmt/format.h>

#include "cli/page.h"
#include "cli/table.h"
#include "exchange/seizure_words.h"

namespace lotline::cli {

namespace {

using tracing::SeizureAnswer;
using tracing::SeizureSource;

/// How many of each list are printed; --json has more.
constexpr std::size_t kExplanations = 5;
constexpr std::size_t kSources = 5;
constexpr std::size_t kLines = 12;
/// Of further sources one line each.
constexpr std::size_t kFurther = 8;

void print_explanations(Page& page, const SeizureAnswer& answer) {
  page.heading(1, "Explanations side by side");
  TextTable table({">probability", "explanation", ">log likelihood"});
  for (std::size_t i = 0; i < std::min(kExplanations, answer.explanations.size()); ++i) {
    const auto& one = answer.explanations[i];
    table.add({percent(one.probability), one.words, fmt::format("{:+.1f}", one.log_likelihood)});
  }
  page.raw(table.text(page.width(), 3));
  page.line(exchange::none_in_words(answer));
}

void print_lines(Page& page, const SeizureSource& source) {
  TextTable table({"rows", ">count", "of this source", ">held"});
  for (std::size_t i = 0; i < std::min(kLines, source.lines.size()); ++i) {
    const auto& line = source.lines[i];
    table.add({exchange::rows_in_words(line.numbers), grouped(line.count),
               line.chance >= 0.5 ? percent(line.chance) : "no", grouped(line.held)});
  }
  page.raw(table.text(page.width(), 5));
  page.more(std::min(kLines, source.lines.size()), source.lines.size(), "lines");
}

void print_source(Page& page, const SeizureSource& source, std::size_t place) {
  page.item(exchange::source_in_words(source), fmt::format("{})", place));
  if (const auto units = exchange::units_in_words(source); !units.empty()) page.detail("  " + units);
  for (const auto& way : source.ways) page.detail("  " + exchange::way_in_words(way));
  page.detail("  " + exchange::explained_in_words(source));
  for (const auto& event : source.events) page.detail("  " + exchange::event_in_words(event));
  print_lines(page, source);
}

void print_sources(Page& page, const SeizureAnswer& answer) {
  page.heading(2, "Sources on record, likeliest first");
  if (answer.sources.empty()) page.line("None ever had rounds that fit.");
  const std::size_t told = std::min(kSources, answer.sources.size());
  for (std::size_t i = 0; i < told; ++i) print_source(page, answer.sources[i], i + 1);
  for (std::size_t i = told; i < std::min(told + kFurther, answer.sources.size()); ++i)
    page.item(fmt::format("{}: {}", answer.sources[i].party.text(), percent(answer.sources[i].probability)),
              fmt::format("{})", i + 1));
  page.line(exchange::holders_left_in_words(answer));
  for (const auto& e : answer.eliminated) page.item(fmt::format("Eliminated: {}: {}", e.party.text(), e.reason));
}

void print_limits(Page& page, const SeizureAnswer& answer) {
  page.heading(3, "What this answer cannot say");
  for (const auto& limit : answer.limits) page.item(limit.text);
  const std::string unexplained = exchange::rows_unexplained_in_words(answer);
  if (!unexplained.empty()) page.item(unexplained);
}

}  // namespace

std::string seizure_as_text(const service::SeizureTraced& traced, std::size_t width) {
  Page page(width);
  page.raw(hanging("", exchange::seizure_in_words(traced.answer), width));
  print_explanations(page, traced.answer);
  print_sources(page, traced.answer);
  print_limits(page, traced.answer);
  page.raw("\n" + hanging("",
                          fmt::format("Read from log {} as it stood with {} records, root {}.", traced.head.log_id,
                                      grouped(traced.head.records), proof::to_hex(traced.head.root)),
                          width));
  return page.take();
}

}  // namespace lotline::cli
