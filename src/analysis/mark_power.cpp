#include "analysis/mark_power.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>

#include "base/check.h"

namespace lotline::analysis {

namespace {

/// Bits by which so many rounds fall short of one holder, times the rounds: sum over holders of -n log2(n / all).
template <class Shares>
double uncertainty(const Shares& shares, Rounds all) {
  double bits = 0;
  for (const auto& [holder, rounds] : shares) {
    const auto n = static_cast<double>(rounds.count());
    bits -= n * std::log2(n / static_cast<double>(all.count()));
  }
  return bits;
}

MarkPower power_of(const std::vector<HeldStock>& stock, MarkSet marks, Rounds all, double bits_whole) {
  MarkPower power;
  power.marks = marks;
  const auto readings = readings_of(stock, marks);
  power.values = readings.size();
  double left_bits = 0;
  Rounds alone;
  for (const SharedReading& reading : readings) {
    power.holders_most = std::max(power.holders_most, reading.holders.size());
    power.holders_left += static_cast<double>(reading.holders.size()) * static_cast<double>(reading.rounds.count());
    left_bits += uncertainty(reading.holders, reading.rounds);
    if (reading.holders.size() == 1) alone += reading.rounds;
  }
  const auto rounds = static_cast<double>(all.count());
  power.holders_left /= rounds;
  power.bits = std::max(0.0, bits_whole - left_bits / rounds);
  power.one_holder_share = static_cast<double>(alone.count()) / rounds;
  return power;
}

}  // namespace

std::vector<SharedReading> readings_of(const std::vector<HeldStock>& stock, MarkSet marks) {
  std::map<Reading, std::map<PartyId, Rounds>> by_reading;
  for (const HeldStock& held : stock) {
    Reading reading{};
    for (std::size_t i = 0; i < kMarks; ++i)
      if (has(marks, static_cast<Mark>(i))) reading[i] = held.marks[i];
    by_reading[reading][held.holder] += held.rounds;
  }
  std::vector<SharedReading> readings;
  for (const auto& [reading, holders] : by_reading) {
    SharedReading& shared = readings.emplace_back(SharedReading{reading, Rounds{}, {holders.begin(), holders.end()}});
    for (const auto& [holder, rounds] : holders) shared.rounds += rounds;
    std::ranges::stable_sort(shared.holders, std::ranges::greater{}, &std::pair<PartyId, Rounds>::second);
  }
  std::ranges::stable_sort(readings, std::ranges::greater{}, &SharedReading::rounds);
  return readings;
}

MarkPowers mark_powers(const std::vector<HeldStock>& stock) {
  MarkPowers powers;
  std::map<PartyId, Rounds> holders;
  for (const HeldStock& held : stock) {
    CHECK(held.rounds > Rounds{});
    holders[held.holder] += held.rounds;
    powers.rounds += held.rounds;
  }
  powers.holders = holders.size();
  if (stock.empty()) return powers;
  powers.bits_whole = uncertainty(holders, powers.rounds) / static_cast<double>(powers.rounds.count());
  for (MarkSet marks = 1; marks <= kAllMarks; ++marks)
    powers.powers.push_back(power_of(stock, marks, powers.rounds, powers.bits_whole));
  std::ranges::stable_sort(powers.powers, [](const MarkPower& a, const MarkPower& b) {
    return std::pair(a.holders_left, std::popcount(a.marks)) < std::pair(b.holders_left, std::popcount(b.marks));
  });
  return powers;
}

std::vector<HolderPower> holder_powers(const std::vector<SharedReading>& readings) {
  std::map<PartyId, HolderPower> by_holder;
  for (const SharedReading& reading : readings)
    for (const auto& [holder, rounds] : reading.holders) {
      HolderPower& power = by_holder[holder];
      power.holder = holder;
      power.rounds += rounds;
      ++power.readings;
      const auto n = static_cast<double>(rounds.count());
      power.holders_left += n * static_cast<double>(reading.holders.size());
      if (reading.holders.size() > 1) continue;
      ++power.only_it;
      power.one_holder_share += n;
    }
  std::vector<HolderPower> powers;
  for (auto& [holder, power] : by_holder) {
    const auto rounds = static_cast<double>(power.rounds.count());
    power.holders_left /= rounds;
    power.one_holder_share /= rounds;
    powers.push_back(power);
  }
  std::ranges::stable_sort(powers, std::ranges::greater{}, &HolderPower::rounds);
  return powers;
}

}  // namespace lotline::analysis
