#include "cli/seizure_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>

#include "cli/page.h"
#include "cli/table.h"
#include "tracing/seizure_words.h"

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

/// A likelihood ratio as a person says it: some 20 times better.
std::string times(double log_likelihood) {
  const double ratio = std::exp(std::abs(log_likelihood));
  const std::string how = ratio >= 1e6 ? "more than a million times" : fmt::format("{:.3g} times", ratio);
  if (ratio < 1.5) return "as well as none on record";
  return fmt::format("{} {} than none on record", how, log_likelihood > 0 ? "better" : "worse");
}

void print_explanations(Page& page, const SeizureAnswer& answer) {
  page.heading(1, "Explanations side by side");
  TextTable table({">probability", "explanation", ">log likelihood"});
  for (std::size_t i = 0; i < std::min(kExplanations, answer.explanations.size()); ++i) {
    const auto& one = answer.explanations[i];
    table.add({percent(one.probability), one.words, fmt::format("{:+.1f}", one.log_likelihood)});
  }
  page.raw(table.text(page.width(), 3));
  page.line(
      fmt::format("None of those on record: {} in all. Log likelihoods are natural logarithms, against the best "
                  "that none on record does.",
                  percent(answer.none_on_record)));
}

std::string numbers_of(const std::vector<int>& numbers) { return fmt::format("{}", fmt::join(numbers, ", ")); }

void print_lines(Page& page, const SeizureSource& source) {
  TextTable table({"rows", ">count", "of this source", ">held"});
  for (std::size_t i = 0; i < std::min(kLines, source.lines.size()); ++i) {
    const auto& line = source.lines[i];
    table.add({numbers_of(line.numbers), grouped(line.count), line.chance >= 0.5 ? percent(line.chance) : "no",
               grouped(line.held)});
  }
  page.raw(table.text(page.width(), 5));
  page.more(std::min(kLines, source.lines.size()), source.lines.size(), "lines");
}

void print_source(Page& page, const SeizureSource& source, std::size_t place) {
  page.item(fmt::format("{}: {}; as the only source it explains the mix {}", source.party.text(),
                        percent(source.probability), times(source.log_likelihood)),
            fmt::format("{})", place));
  if (source.with_units > source.probability + 0.005)
    page.detail(fmt::format("  of it or of one of its units: {}", percent(source.with_units)));
  for (const auto& way : source.ways)
    page.detail(fmt::format("  {}, around {}: {}", tracing::words_of(way.way), way.years, percent(way.probability)));
  page.detail(
      fmt::format("  it explains {} rounds and does not explain {}; it held {} rounds of all kinds when they "
                  "were found",
                  grouped(source.rounds_explained), grouped(source.rounds_not_explained), grouped(source.held)));
  for (const auto& event : source.events)
    page.detail(fmt::format("  {} on {}: {} [record {}]", event.kind, event.on, event.words, event.record));
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
  page.line(fmt::format(
      "Of {} holders on record {} ever had a product that any line can be; {} of them hold 95 % of "
      "what is likely of sources on record.",
      grouped(static_cast<std::int64_t>(answer.holders_on_record)),
      grouped(static_cast<std::int64_t>(answer.candidates)), grouped(static_cast<std::int64_t>(answer.left))));
  for (const auto& e : answer.eliminated) page.item(fmt::format("Eliminated: {}: {}", e.party.text(), e.reason));
}

void print_limits(Page& page, const SeizureAnswer& answer) {
  page.heading(3, "What this answer cannot say");
  for (const auto& limit : answer.limits) page.item(limit.text);
  if (!answer.lines_unexplained.empty())
    page.item(fmt::format("Rows that fit no kind of round on record: {}.", numbers_of(answer.lines_unexplained)));
}

}  // namespace

std::string seizure_as_text(const service::SeizureTraced& traced, std::size_t width) {
  Page page(width);
  page.raw(hanging(
      "",
      fmt::format("{} rounds in {} lines: {}", grouped(traced.answer.rounds), traced.answer.lines, traced.answer.words),
      width));
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
