#include "tracing/seizure_trace.h"

#include <algorithm>
#include <cmath>

#include "tracing/seizure_words.h"
#include "tracing/stock_seen.h"

namespace lotline::tracing {

namespace {

/// The smallest set of holders that holds so much of what sources on record have is what is left to look at.
constexpr double kLeft = 0.95;
/// Events are told of so many of the likeliest sources.
constexpr std::size_t kEventsTold = 5;

class SeizureTracing {
 public:
  SeizureTracing(const SeizureQuestion& question, const Sources& sources, const SeizureOptions& options)
      : question_(question),
        sources_(sources),
        options_(options),
        names_(sources_),
        seen_(sources.book, question),
        year_(day_of_find(question, sources).year()) {
    if (question.as_known_on) sources_.shortages_of_holder = nullptr;
  }

  SeizureAnswer run() {
    items_ = seizure_items(question_, sources_, seen_.tables(), options_);
    background_ = background_of(items_, options_);
    holders_ = holders_at_first_sight(items_, background_, seen_.tables(), options_);
    for (const Candidate& candidate : holders_.candidates) {
      if (stocks_.size() >= options_.sources_examined) break;
      stocks_.push_back(stock_of(candidate.holder, false));
    }
    explained_ = explain(items_, background_, stocks_, holders_, year_, options_);
    read_whole();
    tell();
    return std::move(answer_);
  }

 private:
  HolderStock stock_of(PartyId holder, bool whole) {
    return holder_stock(holder, items_, year_, sources_, seen_.tables(), options_, whole);
  }

  /// The likeliest sources with all their stock, then those that have become the likeliest by it.
  void read_whole() {
    constexpr int rounds = 3;
    for (int round = 0; round < rounds; ++round) {
      bool any = false;
      for (std::size_t i = 0; i < std::min(options_.sources_read_whole, explained_.sources.size()); ++i) {
        HolderStock& stock = stocks_[explained_.sources[i].stock];
        if (stock.whole) continue;
        stock = stock_of(stock.holder, true);
        any = true;
      }
      if (!any) return;
      explained_ = explain(items_, background_, stocks_, holders_, year_, options_);
    }
  }

  static Day day_of_find(const SeizureQuestion& question, const Sources& sources) {
    if (question.found_on) return question.found_on->last;
    return question.as_of.value_or(sources.today);
  }

  void tell() {
    answer_.rounds = items_.seizure.rounds;
    answer_.lines = items_.seizure.lines.size();
    answer_.none_on_record = explained_.none_on_record;
    answer_.none = explained_.none;
    answer_.holders_on_record = holders_.holders_on_record;
    answer_.candidates = holders_.candidates.size();
    answer_.never_fitting = holders_.holders_on_record - holders_.candidates.size();
    for (const auto& line : items_.seizure.lines)
      if (line.kinds.empty())
        answer_.lines_unexplained.insert(answer_.lines_unexplained.end(), line.numbers.begin(), line.numbers.end());
    std::ranges::sort(answer_.lines_unexplained);
    tell_sources();
    tell_explanations();
    answer_.known = !answer_.sources.empty() && answer_.sources.front().probability > 0.5;
    answer_.words = words_of(answer_);
    tell_limits();
  }

  /// The best that "none on record" does: what every source is measured against.
  [[nodiscard]] double none_likelihood() const {
    double best = -std::numeric_limits<double>::infinity();
    for (const Explanation& one : explained_.explanations)
      if (!one.source) best = std::max(best, one.log_likelihood);
    return best;
  }

  void tell_sources() {
    double on_record = 0;
    for (const SourceFound& found : explained_.sources) on_record += found.main;
    double covered = 0;
    for (const SourceFound& found : explained_.sources) {
      const HolderStock& stock = stocks_[found.stock];
      if (stock.pools.empty()) {
        eliminate(stock);
        continue;
      }
      if (covered < kLeft * on_record) ++answer_.left;
      covered += found.main;
      if (answer_.sources.size() < options_.sources_listed) answer_.sources.push_back(source_told(found, stock));
    }
  }

  void eliminate(const HolderStock& stock) {
    answer_.eliminated.push_back(
        {names_.party(stock.holder), fmt::format("had no round of any kind before the end of {}", year_), {}});
  }

  SeizureSource source_told(const SourceFound& found, const HolderStock& stock) {
    SeizureSource source;
    source.party = names_.party(stock.holder);
    source.probability = found.main;
    source.any_part = std::min(1.0, found.probability);
    source.with_units = with_units(stock.holder);
    source.log_likelihood = found.log_likelihood - none_likelihood();
    source.held = static_cast<std::int64_t>(stock.held);
    for (const Part& part : found.ways)
      source.ways.push_back({part.way, years_in_words(part.first_year, part.last_year), part.probability});
    for (std::size_t i = 0; i < found.lines.size(); ++i) {
      const UnderstoodLine& line = items_.seizure.lines[i];
      source.lines.push_back({line.numbers, line.count, found.lines[i], static_cast<std::int64_t>(stock.fitting[i])});
      (found.lines[i] >= 0.5 ? source.rounds_explained : source.rounds_not_explained) += line.count;
    }
    if (answer_.sources.size() < kEventsTold) tell_events(source, stock);
    return source;
  }

  /// Units that draw on one store hold much the same mix; what is known of them together is often known best.
  [[nodiscard]] double with_units(PartyId holder) const {
    double sum = 0;
    for (const SourceFound& other : explained_.sources)
      if (parties::belongs_to(sources_.parties, stocks_[other.stock].holder, holder)) sum += other.main;
    return std::min(1.0, sum);
  }

  void tell_events(SeizureSource& source, const HolderStock& stock) {
    if (sources_.events_of_holder && !question_.as_known_on)
      for (const KnownEvent& event : sources_.events_of_holder(stock.holder))
        if (event.happened.first.year() <= year_ && !(question_.as_of && event.happened.first > *question_.as_of))
          source.events.push_back(
              {std::string{word(event.kind)}, to_text(event.happened), event.rounds, event.text, event.number});
    const bool any = std::ranges::any_of(
        stock.pools, [](const Pool& pool) { return pool.way == WayOut::stolen || pool.way == WayOut::lost; });
    if (any) tell_departures(source, stock.holder);
  }

  /// Thefts and losses of lots that can be some line.
  void tell_departures(SeizureSource& source, PartyId holder) {
    std::size_t looked_at = 0;
    sources_.book.accounts.scan_by("possessor", holder.number, [&](const custody::AccountRow& account) {
      const bool theft = account.standing == custody::Standing::stolen;
      if (theft || account.standing == custody::Standing::lost) tell_departures_of(source, account);
      return ++looked_at < options_.accounts_looked_at && source.events.size() < options_.events_listed;
    });
  }

  void tell_departures_of(SeizureSource& source, const custody::AccountRow& account) {
    const auto lot = sources_.book.lots.find(make_key(account.lot));
    if (!lot || !fits_some_line(*lot)) return;
    sources_.book.entries.scan(make_key(account.lot), [&](const custody::EntryRow& entry) {
      const bool leaves = entry.to == account.possessor && entry.to_standing == account.standing;
      if (!leaves || !is_seen(entry, question_) || entry.happened_first.year() > year_) return true;
      const bool theft = account.standing == custody::Standing::stolen;
      source.events.push_back({theft ? "theft" : "loss", to_text(entry.happened()), entry.rounds,
                               fmt::format("{} rounds of lot {} {}", entry.rounds.count(), names_.lot(*lot).text(),
                                           theft ? "stolen" : "lost"),
                               entry.number});
      return source.events.size() < options_.events_listed;
    });
  }

  [[nodiscard]] bool fits_some_line(const custody::LotRow& lot) const {
    const RoundKind kind{lot.maker, lot.product, lot.made_first.year(), 0};
    return std::ranges::find(items_.seizure.kinds, kind) != items_.seizure.kinds.end();
  }

  void tell_explanations() {
    const double none = none_likelihood();
    for (const Explanation& one : explained_.explanations) {
      if (answer_.explanations.size() >= options_.explanations_listed) break;
      ExplanationTold told;
      if (one.source) told.sources.push_back(names_.party(stocks_[*one.source].holder));
      if (one.and_source) told.sources.push_back(names_.party(stocks_[*one.and_source].holder));
      told.share = one.share;
      told.log_likelihood = one.log_likelihood - none;
      told.probability = one.probability;
      told.words = words_of(one, told.sources, parts_of(one));
      answer_.explanations.push_back(std::move(told));
    }
  }

  [[nodiscard]] std::vector<Part> parts_of(const Explanation& one) const {
    for (const SourceFound& found : explained_.sources)
      if (one.source && found.stock == *one.source) return found.ways;
    return {};
  }

  void tell_limits() {
    answer_.limits = items_.seizure.limits;
    if (items_.seizure.kinds_cut)
      limit("kinds_cut",
            fmt::format("more than {} kinds of round are on record; the rest was not compared", options_.kinds_read));
    if (items_.pointed.cut)
      limit("lots_cut", "the lot marks point at more lots than were read; the rest counts as its kind of round does");
    if (holders_.candidates.size() > stocks_.size())
      limit("sources_cut", fmt::format("of {} holders that had fitting rounds the {} likeliest at first sight were "
                                       "compared year by year",
                                       holders_.candidates.size(), stocks_.size()));
    if (question_.as_known_on)
      limit("known_later",
            "of counts, incidents and diversions it is not kept when they were recorded; they are left out");
    if (!question_.found_on)
      limit("day_of_find", fmt::format("the day of the find is not told; stock is taken up to {}", year_));
    if (!answer_.lines_unexplained.empty())
      limit("lines_unexplained",
            fmt::format("{} of the lines fit no kind of round on record", answer_.lines_unexplained.size()));
    limit("years", "stock is compared by the year; what came in the year of the find counts by half");
    limit("no_proof", "a mix that fits a holder's stock is a lead to that holder; it is never proof");
  }

  void limit(std::string kind, std::string text) { answer_.limits.push_back({std::move(kind), std::move(text)}); }

  const SeizureQuestion& question_;
  Sources sources_;
  const SeizureOptions& options_;
  Names names_;
  StockSeen seen_;
  int year_;
  SeizureItems items_;
  Background background_;
  HoldersAtFirstSight holders_;
  std::vector<HolderStock> stocks_;
  Explained explained_;
  SeizureAnswer answer_;
};

}  // namespace

SeizureAnswer trace_seizure(const SeizureQuestion& question, const Sources& sources, const SeizureOptions& options) {
  return SeizureTracing(question, sources, options).run();
}

}  // namespace lotline::tracing
