#include "tracing/seizure_candidates.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace lotline::tracing {

namespace {

/// At first sight a seizure is taken to hold so much that is of other sources.
constexpr double kStrays = 0.1;

class FirstSight {
 public:
  FirstSight(const SeizureItems& items, const Background& background, const custody::StockByYear& stock,
             const SeizureOptions& options)
      : items_(items), background_(background), stock_(stock), options_(options) {}

  HoldersAtFirstSight run() {
    const std::size_t lines = items_.fits.size();
    for (std::size_t i = 0; i < lines; ++i) strays_.push_back(std::log(kStrays * background_.any[i]));
    fits_by_product();
    stock_.holders.scan({}, [&](const custody::HolderProductsRow& row) {
      add_holder(row, lines);
      return true;
    });
    found_.holders_on_record = arrived_.size();
    for (std::size_t i = 0; i < items_.pointed.lots.size(); ++i) add_lot(i, lines);
    std::vector<PartyId> holders;
    for (const auto& entry : chances_) holders.push_back(entry.first);
    std::ranges::sort(holders);
    for (const PartyId holder : holders) judge(holder, chances_.at(holder));
    std::ranges::stable_sort(found_.candidates, std::ranges::greater{},
                             [](const Candidate& c) { return c.likelihood + std::log(c.size); });
    return std::move(found_);
  }

 private:
  using ProductKey = std::pair<PartyId, ProductId>;
  struct HashOfProduct {
    std::size_t operator()(const ProductKey& key) const {
      return std::hash<PartyId>{}(key.first) * 31 + std::hash<ProductId>{}(key.second);
    }
  };

  /// Of each product and line that it fits: how well its rounds do so on average, over the years in which it was made.
  void fits_by_product() {
    std::map<ProductKey, std::map<std::size_t, double>> sums;
    const auto& kinds = items_.seizure.kinds;
    for (std::size_t line = 0; line < items_.fits.size(); ++line)
      for (const Fit& fit : items_.fits[line])
        if (fit.at < kinds.size())
          sums[{kinds[fit.at].maker, kinds[fit.at].product}][line] += fit.fit * kinds[fit.at].share;
    for (const auto& [product, share] : items_.seizure.products) {
      auto& fitting = fits_[product];
      for (const auto& [line, weighted] : sums[product])
        if (share > 0 && weighted > 0) fitting.emplace_back(line, weighted / share);
    }
  }

  /// A product fits few of the lines, and most of a State's holders have had some of it.
  void add_holder(const custody::HolderProductsRow& row, std::size_t lines) {
    const double all = std::max(1.0, static_cast<double>(row.arrived.count()));
    arrived_.emplace(row.possessor, all);
    found_.size_of_all += std::pow(all, options_.size_power);
    std::vector<double>* chances = nullptr;
    custody::each_product(row.products, [&](const custody::ProductArrived& one) {
      const auto fitting = fits_.find({one.maker, one.product});
      if (fitting == fits_.end()) return;
      if (chances == nullptr) chances = &chances_.try_emplace(row.possessor, lines).first->second;
      const double share = static_cast<double>(one.arrived.count()) / all;
      for (const auto& [line, fit] : fitting->second) (*chances)[line] += share * fit;
    });
  }

  void add_lot(std::size_t lot, std::size_t lines) {
    const std::size_t item = items_.seizure.kinds.size() + lot;
    for (const auto& [holder, years] : items_.pointed.lots[lot].holders) {
      const auto known = arrived_.find(holder);
      if (known == arrived_.end()) continue;
      double came = 0;
      for (const auto& year : years) came += static_cast<double>(year.arrived.count());
      auto& chances = chances_[holder];
      chances.resize(lines, 0);
      for (std::size_t i = 0; i < lines; ++i)
        for (const Fit& fit : items_.pointed.fits[i])
          if (items_.seizure.kinds.size() + fit.at == item) chances[i] += came / known->second * fit.fit;
    }
  }

  void judge(PartyId holder, const std::vector<double>& chances) {
    Candidate candidate{holder, std::pow(arrived_.at(holder), options_.size_power), 0};
    for (std::size_t i = 0; i < chances.size(); ++i) {
      const double chance = chances[i] > 0
                                ? std::log((1 - kStrays) * std::min(1.0, chances[i]) + kStrays * background_.any[i])
                                : strays_[i];
      candidate.likelihood += items_.seizure.lines[i].weight / options_.temperature * chance;
    }
    found_.candidates.push_back(candidate);
  }

  const SeizureItems& items_;
  const Background& background_;
  const custody::StockByYear& stock_;
  const SeizureOptions& options_;
  HoldersAtFirstSight found_;
  std::unordered_map<PartyId, double> arrived_;  ///< rounds that ever came to each holder
  std::unordered_map<ProductKey, std::vector<std::pair<std::size_t, double>>, HashOfProduct> fits_;  ///< by line
  std::unordered_map<PartyId, std::vector<double>> chances_;                                         ///< by line
  std::vector<double> strays_;  ///< of each line: the logarithm of its chance when the holder has nothing that fits
};

}  // namespace

HoldersAtFirstSight holders_at_first_sight(const SeizureItems& items, const Background& background,
                                           const custody::StockByYear& stock, const SeizureOptions& options) {
  return FirstSight(items, background, stock, options).run();
}

}  // namespace lotline::tracing
