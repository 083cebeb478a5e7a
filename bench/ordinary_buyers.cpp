#include "bench/ordinary_buyers.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace lotline::bench {

namespace {

using analysis::Consignment;
using analysis::ConsignmentOptions;

constexpr int kDays = 1'096;  // 2016 to 2018
constexpr int kBuyers = 10'000;
constexpr int kSpreads = 1'000;
constexpr std::uint64_t kSeed = 44;

Consignment on(int day, std::int64_t rounds, RecordNumber number) {
  const Day exact{day_of(2016, 1, 1).count + day};
  return {number, {exact, exact}, Rounds(rounds)};
}

struct Rule {
  int least = 0;
  std::int64_t rounds = 0;
};

ConsignmentOptions options_of(const Rule& rule) {
  ConsignmentOptions options;
  options.consignments_least = rule.least;
  options.rounds_least = Rounds(rule.rounds);
  return options;
}

double false_alerts(const BuyerKind& kind, const Rule& rule) {
  Generator chance(kSeed, kind.name);
  int alerts = 0;
  for (int i = 0; i < kBuyers; ++i) {
    const auto consignments = three_years_of(kind, chance);
    if (!consignments.empty() && analysis::add_up(consignments, options_of(rule)).alert) ++alerts;
  }
  return static_cast<double>(alerts) / kBuyers;
}

/// After how many of the 87 the rule is met: median and most over many spreads of days, and how often it never is.
std::string found_after(const Rule& rule) {
  Generator chance(kSeed, "eighty-seven");
  std::vector<std::size_t> after;
  for (int i = 0; i < kSpreads; ++i)
    if (const auto alert = analysis::add_up(eighty_seven(chance), options_of(rule)).alert)
      after.push_back(alert->after);
  if (after.empty()) return "never";
  std::ranges::sort(after);
  return fmt::format("{} (most {}, missed in {} of {})", after[after.size() / 2], after.back(), kSpreads - after.size(),
                     kSpreads);
}

void print_table(std::string_view what, std::span<const Rule> rules, std::span<const BuyerKind> kinds) {
  fmt::print("| {} |", what);
  for (const Rule& rule : rules) fmt::print(" {} and {} rounds |", rule.least, rule.rounds);
  fmt::print("\n|---|");
  for (std::size_t i = 0; i < rules.size(); ++i) fmt::print("---|");
  fmt::print("\n| the 87 of para 32 are found after |");
  for (const Rule& rule : rules) fmt::print(" {} |", found_after(rule));
  for (const BuyerKind& kind : kinds) {
    fmt::print("\n| {} |", kind.name);
    for (const Rule& rule : rules) fmt::print(" {:.2f} % |", 100 * false_alerts(kind, rule));
  }
  fmt::print("\n\n");
}

}  // namespace

std::vector<Consignment> three_years_of(const BuyerKind& kind, Generator& chance) {
  std::vector<Consignment> all;
  for (int day = 0; day < kDays; ++day)
    if (chance.below(365) < static_cast<std::uint64_t>(kind.per_year))
      all.push_back(on(day, chance.stepped(kind.least, kind.most, 10), static_cast<RecordNumber>(all.size()) + 1));
  return all;
}

std::vector<Consignment> eighty_seven(Generator& chance) {
  std::vector<Consignment> all;
  for (int i = 0; i < 87; ++i) all.push_back(on(static_cast<int>(chance.below(kDays)), i < 51 ? 428 : 427, i + 1));
  return all;
}

void measure_alerts() {
  constexpr Rule purchases[] = {{6, 2'500}, {12, 5'000}, {24, 10'000}};
  constexpr Rule crossings[] = {{3, 1'200}, {5, 2'000}, {10, 4'000}};
  print_table("purchases within 365 days", purchases, kPurchases);
  print_table("crossings within 365 days", crossings, kCrossings);
}

}  // namespace lotline::bench
