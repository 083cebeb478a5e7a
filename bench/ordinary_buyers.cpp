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
constexpr std::uint64_t kCounters = 6;
constexpr std::uint64_t kCountersOfOne = 3;  // to which the buyer of para 32 goes, for rounds of two calibres
constexpr std::uint64_t kSeed = 44;

Consignment on(int day, std::int64_t rounds, RecordNumber number, std::uint64_t counter, std::uint64_t calibre) {
  const Day exact{day_of(2016, 1, 1).count + day};
  return {number,
          {exact, exact},
          Rounds(rounds),
          PartyId{static_cast<RecordNumber>(counter) + 1},
          {std::to_string(calibre)}};
}

/// Of many consignments; or the rule of spread purchases, where it asks for none.
struct Rule {
  int least = 0;
  std::int64_t rounds = 0;
  int within_days = 365;
};

/// After how many it is met.
std::optional<std::size_t> met(const std::vector<Consignment>& consignments, const Rule& rule) {
  if (rule.least == 0) {
    const auto spread = analysis::find_spread(consignments, {});
    return spread ? std::optional{spread->alert.after} : std::nullopt;
  }
  ConsignmentOptions options;
  options.within_days = rule.within_days;
  options.consignments_least = rule.least;
  options.rounds_least = Rounds(rule.rounds);
  const auto alert = analysis::add_up(consignments, options).alert;
  return alert ? std::optional{alert->after} : std::nullopt;
}

double false_alerts(const BuyerKind& kind, const Rule& rule) {
  Generator chance(kSeed, kind.name);
  int alerts = 0;
  for (int i = 0; i < kBuyers; ++i) {
    const auto consignments = three_years_of(kind, chance);
    if (!consignments.empty() && met(consignments, rule)) ++alerts;
  }
  return static_cast<double>(alerts) / kBuyers;
}

/// After how many of the 87 the rule is met: median and most over many spreads of days, and how often it never is.
std::string found_after(const Rule& rule) {
  Generator chance(kSeed, "eighty-seven");
  std::vector<std::size_t> after;
  for (int i = 0; i < kSpreads; ++i)
    if (const auto found = met(eighty_seven(chance), rule)) after.push_back(*found);
  if (after.empty()) return "never";
  std::ranges::sort(after);
  return fmt::format("{} (most {}, missed in {} of {})", after[after.size() / 2], after.back(), kSpreads - after.size(),
                     kSpreads);
}

void print_table(std::string_view what, std::span<const Rule> rules, std::span<const BuyerKind> kinds) {
  fmt::print("| {} |", what);
  for (const Rule& rule : rules)
    rule.least == 0 ? fmt::print(" spread |")
                    : fmt::print(" {} and {} rounds in {} days |", rule.least, rule.rounds, rule.within_days);
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
  const std::uint64_t usual = chance.below(kCounters);
  for (int day = 0; day < kDays; ++day)
    if (chance.below(365) < static_cast<std::uint64_t>(kind.per_year))
      all.push_back(
          on(day, chance.stepped(kind.least, kind.most, 10), static_cast<RecordNumber>(all.size()) + 1,
             chance.chance(kind.usual_counter) ? usual : chance.below(kCounters),
             chance.chance(kind.usual_calibre) ? 0 : chance.below(static_cast<std::uint64_t>(kind.calibres))));
  return all;
}

std::vector<Consignment> eighty_seven(Generator& chance) {
  std::vector<Consignment> all;
  for (int i = 0; i < 87; ++i)
    all.push_back(on(static_cast<int>(chance.below(kDays)), i < 51 ? 428 : 427, i + 1, chance.below(kCountersOfOne),
                     chance.below(2)));
  return all;
}

void measure_alerts() {
  constexpr Rule purchases[] = {{12, 5'000}, {6, 2'500, 180}, {12, 5'000, 180}, {}};
  constexpr Rule crossings[] = {{3, 1'200}, {5, 2'000}, {10, 4'000}};
  print_table("purchases", purchases, kPurchases);
  print_table("crossings", crossings, kCrossings);
}

}  // namespace lotline::bench
