#include "tracing/seizure_explanations.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <unordered_map>

namespace lotline::tracing {

namespace {

/// So much of a seizure may be strays of other sources; each share with its chance before anything is read.
struct Strays {
  double share;
  double chance;
};
constexpr std::array<Strays, 3> kStrays{{{0.02, 0.6}, {0.15, 0.25}, {0.35, 0.15}}};

constexpr double kFewestStrays = 0.02;

/// Shares of the first of two sources that are tried.
constexpr std::array<double, 5> kShares{0.5, 0.6, 0.7, 0.8, 0.9};

/// What a seizure of no source on record is, before anything is read: judgement. Much of what is recovered is older
/// than any register (para 22).
constexpr std::array<double, kNoSources> kNoneOf{0.3, 0.45, 0.25};
constexpr double kAnyAmongNone = 0.1;

double log_sum(const std::vector<double>& logs) {
  if (logs.empty()) return -std::numeric_limits<double>::infinity();
  const double top = std::ranges::max(logs);
  if (!std::isfinite(top)) return top;
  double sum = 0;
  for (const double one : logs) sum += std::exp(one - top);
  return top + std::log(sum);
}

class Explaining {
 public:
  Explaining(const SeizureItems& items, const Background& background, const std::vector<HolderStock>& stocks,
             const HoldersAtFirstSight& holders, int year_of_find, const SeizureOptions& options)
      : items_(items), background_(background), stocks_(stocks), year_of_find_(year_of_find), options_(options) {
    for (const auto& line : items.seizure.lines) weights_.push_back(line.weight / options.temperature);
    std::unordered_map<PartyId, double> sizes;
    for (const auto& candidate : holders.candidates) sizes.emplace(candidate.holder, candidate.size);
    for (const HolderStock& stock : stocks) {
      examined_ += sizes.at(stock.holder) / holders.size_of_all;
      exposures_by_stock_.push_back(exposures_of(stock));
      exposures_ += std::pow(sum_of(exposures_by_stock_.back()), options.size_power);
      for (const Pool& pool : stock.pools)
        if (is_event(pool.way)) departures_ += std::pow(pool.rounds, options.size_power);
    }
    const double lines = std::accumulate(weights_.begin(), weights_.end(), 0.0) * options.temperature;
    if (lines > 1) strays_ = std::max(kFewestStrays, 1 - 1 / lines);
    for (std::size_t n = 0; n < kStrays.size(); ++n) alone_[n] = as_strays(kStrays[n].share);
  }

  Explained run() {
    for (std::size_t i = 0; i < stocks_.size(); ++i) single(i);
    none();
    pairs();
    share_out();
    return std::move(out_);
  }

 private:
  [[nodiscard]] double recorded() const { return departures_ > 0 ? options_.recorded_departure : 0; }

  /// No more can be of a pool than left by it.
  [[nodiscard]] std::vector<double> chances_of(const Pool& pool) const {
    std::vector<double> chances = pool.line_chances;
    const double part =
        std::min(1.0, pool.rounds / static_cast<double>(std::max<std::int64_t>(1, items_.seizure.rounds)));
    for (double& chance : chances) chance *= part;
    return chances;
  }

  /// Over how much of it may be strays.
  [[nodiscard]] double log_likelihood(const std::vector<double>& chances) const {
    std::vector<double> logs;
    for (std::size_t n = 0; n < kStrays.size(); ++n)
      logs.push_back(std::log(kStrays[n].chance) + with_strays(chances, kStrays[n].share, alone_[n]));
    return log_sum(logs);
  }

  /// What lines are as strays alone: most pools hold nothing of most lines.
  [[nodiscard]] std::vector<double> as_strays(double share) const {
    std::vector<double> logs;
    for (const double any : background_.any) logs.push_back(std::log(share * strays_ * any));
    return logs;
  }

  /// `alone` is as_strays of the share.
  [[nodiscard]] double with_strays(const std::vector<double>& chances, double share,
                                   const std::vector<double>& alone) const {
    double sum = 0;
    for (std::size_t i = 0; i < chances.size(); ++i) {
      const double own = (1 - share * strays_) * chances[i];
      sum += weights_[i] * (own > 0 ? std::log(own + share * strays_ * background_.any[i]) : alone[i]);
    }
    return sum;
  }

  /// What went lately is likelier to be found now.
  [[nodiscard]] double recency(int year) const { return std::exp2(-(year_of_find_ - year) / options_.half_life_years); }

  [[nodiscard]] double lying(const Pool& pool) const {
    return pool.rounds / (2 * pool.half_width + 1) * recency(pool.year);
  }

  /// Of each pool the rounds that could have gone that way: out of a stock as many as came to it, more in years when
  /// much lay there. Those of departures on record are weighed apart.
  [[nodiscard]] std::vector<double> exposures_of(const HolderStock& stock) const {
    double came = 0;
    for (const auto& [year, rounds] : stock.came) came += rounds * recency(year);
    double lay = 0;
    for (const Pool& pool : stock.pools)
      if (pool.way == WayOut::unrecorded) lay += lying(pool);
    const double a_year_in_stock = stock.person ? options_.year_with_a_person : a_year_of(came, lay);
    std::vector<double> exposures;
    for (const Pool& pool : stock.pools)
      exposures.push_back(is_event(pool.way) ? 0 : weight_of(pool.way, a_year_in_stock) * lying(pool));
    return exposures;
  }

  /// Of rounds that came and lay for so many years in all; those that went on soon had less time to go astray.
  [[nodiscard]] double a_year_of(double came, double lay) const {
    if (came <= 0 || lay <= 0) return 0;
    return came / lay * -std::expm1(-lay / came / options_.settled_years);
  }

  [[nodiscard]] double weight_of(WayOut way, double a_year_in_stock) const {
    switch (way) {
      case WayOut::exported:
        return options_.year_abroad;
      case WayOut::sold:
        return options_.sold_unrecorded;
      case WayOut::expended:
        return options_.booked_as_used;
      default:
        return a_year_in_stock;
    }
  }

  static double sum_of(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

  /// Natural logarithm of the chance of each pool before anything is read.
  [[nodiscard]] std::vector<double> priors_of(std::size_t index) const {
    const HolderStock& stock = stocks_[index];
    const std::vector<double>& exposures = exposures_by_stock_[index];
    const double all = sum_of(exposures);
    const double each = all > 0 ? examined_ * std::pow(all, options_.size_power) / exposures_ / all : 0;
    std::vector<double> by_pool;
    for (std::size_t i = 0; i < stock.pools.size(); ++i) {
      const Pool& pool = stock.pools[i];
      const double prior = is_event(pool.way) ? recorded() * std::pow(pool.rounds, options_.size_power) / departures_
                                              : (1 - recorded()) * each * exposures[i];
      by_pool.push_back(std::log(std::max(prior, 1e-300)));
    }
    return by_pool;
  }

  void single(std::size_t index) {
    const HolderStock& stock = stocks_[index];
    std::vector<double> joint = priors_of(index);
    std::vector<double> priors = joint;
    std::vector<std::vector<double>> chances;
    for (const Pool& pool : stock.pools) chances.push_back(chances_of(pool));
    for (std::size_t i = 0; i < joint.size(); ++i) joint[i] += log_likelihood(chances[i]);
    const double evidence = log_sum(joint);
    SourceFound source;
    source.stock = index;
    source.log_likelihood = evidence - log_sum(priors);
    prior_.push_back(log_sum(priors));
    std::vector<double> mean(items_.fits.size(), 0);
    std::vector<double> within;
    for (std::size_t i = 0; i < joint.size(); ++i) {
      within.push_back(std::exp(joint[i] - evidence));
      for (std::size_t line = 0; line < mean.size(); ++line) mean[line] += within[i] * chances[i][line];
    }
    tell_ways(source, stock, within);
    constexpr double share = kStrays[1].share;
    for (std::size_t line = 0; line < mean.size(); ++line) {
      const double own = (1 - share) * mean[line];
      source.lines.push_back(own / (own + share * background_.any[line]));
    }
    means_.push_back(std::move(mean));
    Explanation explanation;
    explanation.source = index;
    if (!source.ways.empty()) {
      explanation.way = source.ways.front().way;
      explanation.year = (source.ways.front().first_year + source.ways.front().last_year) / 2;
    }
    explanation.log_likelihood = source.log_likelihood;
    add(explanation, std::log((1 - options_.none_on_record) * (1 - options_.two_sources)) + evidence);
    out_.sources.push_back(std::move(source));
  }

  static void tell_ways(SourceFound& source, const HolderStock& stock, const std::vector<double>& within) {
    for (std::size_t way = 0; way < kWaysOut; ++way) {
      std::vector<std::pair<double, int>> years;
      Part part{static_cast<WayOut>(way), 0, 0, 0};
      for (std::size_t i = 0; i < within.size(); ++i) {
        if (stock.pools[i].way != part.way) continue;
        years.emplace_back(within[i], stock.pools[i].year);
        part.probability += within[i];
      }
      if (part.probability < 0.01) continue;
      std::ranges::sort(years, std::ranges::greater{});
      part.first_year = part.last_year = years.front().second;
      double covered = 0;
      for (const auto& [probability, year] : years) {
        if (covered >= 0.9 * part.probability) break;
        covered += probability;
        part.first_year = std::min(part.first_year, year);
        part.last_year = std::max(part.last_year, year);
      }
      source.ways.push_back(part);
    }
    std::ranges::stable_sort(source.ways, std::ranges::greater{}, &Part::probability);
  }

  void none() {
    const std::array<const std::vector<double>*, kNoSources> chances{&background_.circulation, &background_.legacy,
                                                                     &background_.foreign};
    const auto alone = as_strays(kAnyAmongNone / strays_);
    for (std::size_t n = 0; n < kNoSources; ++n) {
      Explanation explanation;
      explanation.none = static_cast<NoSource>(n);
      explanation.log_likelihood = with_strays(*chances[n], kAnyAmongNone / strays_, alone);
      add(explanation, std::log(options_.none_on_record * kNoneOf[n]) + explanation.log_likelihood);
    }
  }

  /// The likeliest single sources, each with every other: the first brings the greater part.
  void pairs() {
    std::vector<std::size_t> order(out_.sources.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{},
                             [&](std::size_t i) { return prior_[i] + out_.sources[i].log_likelihood; });
    if (order.size() > options_.pairs_from) order.resize(options_.pairs_from);
    const double prior = std::log((1 - options_.none_on_record) * options_.two_sources);
    for (const std::size_t first : order)
      for (std::size_t second = 0; second < out_.sources.size(); ++second)
        if (second != first) pair(first, second, prior);
  }

  void pair(std::size_t first, std::size_t second, double prior) {
    Explanation best;
    std::vector<double> logs;
    std::vector<double> mixed(items_.fits.size());
    double top = -std::numeric_limits<double>::infinity();
    for (const double share : kShares) {
      for (std::size_t line = 0; line < mixed.size(); ++line)
        mixed[line] = share * means_[first][line] + (1 - share) * means_[second][line];
      logs.push_back(with_strays(mixed, kStrays[0].share, alone_[0]));
      if (logs.back() <= top) continue;
      top = logs.back();
      best.share = share;
    }
    best.source = first;
    best.and_source = second;
    best.way = out_.explanations[first].way;
    best.year = out_.explanations[first].year;
    best.log_likelihood = log_sum(logs) - std::log(static_cast<double>(kShares.size()));
    add(best, prior + prior_[first] + prior_[second] + best.log_likelihood);
  }

  void add(Explanation explanation, double log_joint) {
    out_.explanations.push_back(explanation);
    joints_.push_back(log_joint);
  }

  void share_out() {
    const double all = log_sum(joints_);
    for (std::size_t i = 0; i < joints_.size(); ++i) {
      Explanation& explanation = out_.explanations[i];
      explanation.probability = std::exp(joints_[i] - all);
      if (!explanation.source) {
        out_.none_on_record += explanation.probability;
        out_.none[static_cast<std::size_t>(explanation.none)] += explanation.probability;
        continue;
      }
      out_.sources[*explanation.source].main += explanation.probability;
      out_.sources[*explanation.source].probability += explanation.probability;
      if (explanation.and_source) out_.sources[*explanation.and_source].probability += explanation.probability;
    }
    put_pairs_together();
    std::ranges::stable_sort(out_.explanations, std::ranges::greater{}, &Explanation::probability);
    std::ranges::stable_sort(out_.sources, std::ranges::greater{}, &SourceFound::main);
  }

  /// The same two sources, whichever of them brings more, are one explanation: told as the likelier way round.
  void put_pairs_together() {
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> known;
    std::vector<Explanation> kept;
    for (const Explanation& one : out_.explanations) {
      if (one.and_source) {
        const auto [at, is_new] = known.try_emplace(std::minmax(*one.source, *one.and_source), kept.size());
        if (!is_new) {
          Explanation& other = kept[at->second];
          const double together = one.probability + other.probability;
          if (one.probability > other.probability) other = one;
          other.probability = together;
          continue;
        }
      }
      kept.push_back(one);
    }
    out_.explanations = std::move(kept);
  }

  const SeizureItems& items_;
  const Background& background_;
  const std::vector<HolderStock>& stocks_;
  int year_of_find_;
  const SeizureOptions& options_;
  std::vector<double> weights_;                          ///< by line
  double examined_ = 0;                                  ///< share of the holders examined among all on record, by size
  double exposures_ = 0;                                 ///< of those examined
  std::vector<std::vector<double>> exposures_by_stock_;  ///< by pool
  double strays_ = 1;  ///< part of the shares of strays that can be: a single line is no stray of itself
  std::array<std::vector<double>, kStrays.size()> alone_;  ///< as_strays of each share
  double departures_ = 0;                                  ///< sizes of all thefts and losses on record
  Explained out_;
  std::vector<double> joints_;              ///< by explanation
  std::vector<double> prior_;               ///< by stock, natural logarithm
  std::vector<std::vector<double>> means_;  ///< by stock: chances of the lines, over its pools
};

}  // namespace

Explained explain(const SeizureItems& items, const Background& background, const std::vector<HolderStock>& stocks,
                  const HoldersAtFirstSight& holders, int year_of_find, const SeizureOptions& options) {
  return Explaining(items, background, stocks, holders, year_of_find, options).run();
}

}  // namespace lotline::tracing
