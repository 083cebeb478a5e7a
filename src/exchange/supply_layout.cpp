#include "exchange/supply_layout.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "exchange/trace_words.h"

namespace lotline::exchange {

namespace {

using tracing::SupplyStep;

constexpr std::array<std::string_view, 5> kBreaks{"theft", "loss", "seize", "recover", "attribute"};

/// Builds the drawing step by step; parties are told apart by what they are called.
class Builder {
 public:
  Builder(std::span<const SupplyStep> steps, const SupplyRoom& room) : room_(room) {
    std::set<RecordNumber> received;
    for (const auto& step : steps)
      if (step.kind == "receive" && step.records.size() > 1)
        received.insert(step.records.begin() + 1, step.records.end());
    for (const auto& step : steps) {
      const bool drawn_as_receipt =
          step.kind == "dispatch" &&
          std::ranges::any_of(step.records, [&](RecordNumber record) { return received.contains(record); });
      if (!drawn_as_receipt && called(step.from) != called(step.to)) bundle(step);
    }
  }

  SupplyLayout laid() {
    if (all_.parties.empty()) return all_;
    set_layers();
    weigh();
    for (int layer = 0; layer < all_.layers; ++layer) stand(layer);
    lead();
    return std::move(all_);
  }

 private:
  std::size_t party(const tracing::PartyRef& ref) {
    const auto [at, is_new] = index_.try_emplace(called(ref), all_.parties.size());
    if (is_new) all_.parties.push_back({.name = called(ref), .layer = -1, .rounds = {}});
    return at->second;
  }

  void bundle(const SupplyStep& step) {
    const std::size_t from = party(step.from), to = party(step.to);
    const bool broken = is_break(step);
    auto way = std::ranges::find_if(
        all_.ways, [&](const SupplyWay& w) { return w.from == from && w.to == to && w.broken == broken; });
    if (way == all_.ways.end()) way = all_.ways.insert(way, {from, to, {}, 0, 0, 0, broken, false});
    way->rounds += step.rounds - std::min(step.corrected, step.rounds);
  }

  /// The longest way to each party, ways that lead back left out.
  void walk(std::size_t party, int depth, std::set<std::size_t>& way) {
    if (way.contains(party) || depth <= all_.parties[party].layer) return;
    all_.parties[party].layer = depth;
    way.insert(party);
    for (const auto& next : all_.ways)
      if (next.from == party) walk(next.to, depth + 1, way);
    way.erase(party);
  }
  void set_layers() {
    std::set<std::size_t> entered, way;
    for (const auto& w : all_.ways) entered.insert(w.to);
    for (std::size_t i = 0; i < all_.parties.size(); ++i)
      if (!entered.contains(i)) walk(i, 0, way);
    for (std::size_t i = 0; i < all_.parties.size(); ++i)
      if (all_.parties[i].layer < 0) walk(i, 0, way);
    for (const auto& p : all_.parties) all_.layers = std::max(all_.layers, p.layer + 1);
    for (auto& w : all_.ways) w.leads_back = all_.parties[w.to].layer <= all_.parties[w.from].layer;
  }

  void weigh() {
    Rounds most{1};
    for (std::size_t i = 0; i < all_.parties.size(); ++i) {
      Rounds came, went;
      bool by_break = false, otherwise = false;
      for (const auto& w : all_.ways) {
        if (w.from == i) went += w.rounds;
        if (w.to != i) continue;
        came += w.rounds;
        (w.broken ? by_break : otherwise) = true;
      }
      auto& p = all_.parties[i];
      p.rounds = std::max(came, went);
      p.broken = by_break && !otherwise;
      most = std::max(most, p.rounds);
    }
    const auto width = [&](Rounds rounds) {
      return std::max(room_.thinnest,
                      room_.widest * static_cast<double>(rounds.count()) / static_cast<double>(most.count()));
    };
    for (auto& w : all_.ways) w.width = width(w.rounds);
    for (std::size_t i = 0; i < all_.parties.size(); ++i) {
      double in = 0, out = 0;
      for (const auto& w : all_.ways) {
        if (w.to == i) in += w.width;
        if (w.from == i) out += w.width;
      }
      all_.parties[i].height = std::max(in, out);
    }
  }

  /// The mean height of those before it from which rounds came.
  double wish(std::size_t i) const {
    double sum = 0;
    int count = 0;
    for (const auto& w : all_.ways) {
      if (w.to != i || w.leads_back) continue;
      sum += all_.parties[w.from].y + all_.parties[w.from].height / 2;
      ++count;
    }
    return count == 0 ? 0 : sum / count;
  }

  void stand(int layer) {
    std::vector<std::size_t> here;
    for (std::size_t i = 0; i < all_.parties.size(); ++i)
      if (all_.parties[i].layer == layer) here.push_back(i);
    std::ranges::stable_sort(here, [&](std::size_t a, std::size_t b) {
      const auto &p = all_.parties[a], &q = all_.parties[b];
      if (p.broken != q.broken) return q.broken;
      const double wish_a = wish(a), wish_b = wish(b);
      if (wish_a != wish_b) return wish_a < wish_b;
      return p.rounds > q.rounds;
    });
    const double step = all_.layers < 2 ? 0 : (room_.width - room_.party_width) / (all_.layers - 1);
    double y = 0;
    for (const std::size_t i : here) {
      all_.parties[i].x = step * layer;
      all_.parties[i].y = y + room_.name_height;
      y += room_.name_height + all_.parties[i].height + room_.gap;
    }
    all_.height = std::max(all_.height, y - room_.gap);
  }

  /// Ways leave and arrive in the order of where they lead, so that they cross little.
  void lead() {
    std::ranges::stable_sort(all_.ways, [&](const SupplyWay& a, const SupplyWay& b) {
      const double to_a = all_.parties[a.to].y, to_b = all_.parties[b.to].y;
      return to_a != to_b ? to_a < to_b : all_.parties[a.from].y < all_.parties[b.from].y;
    });
    std::vector<double> leaving(all_.parties.size()), arriving(all_.parties.size());
    for (auto& w : all_.ways) {
      w.y_from = all_.parties[w.from].y + leaving[w.from] + w.width / 2;
      w.y_to = all_.parties[w.to].y + arriving[w.to] + w.width / 2;
      leaving[w.from] += w.width;
      arriving[w.to] += w.width;
    }
  }

  const SupplyRoom& room_;
  SupplyLayout all_{};
  std::map<std::string, std::size_t> index_{};
};

}  // namespace

bool is_break(const SupplyStep& step) {
  return !step.gap.empty() || std::ranges::find(kBreaks, step.kind) != kBreaks.end();
}

SupplyLayout lay_supply(std::span<const SupplyStep> steps, const SupplyRoom& room) {
  return Builder(steps, room).laid();
}

}  // namespace lotline::exchange
