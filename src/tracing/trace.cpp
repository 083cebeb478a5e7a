#include "tracing/trace.h"

#include <algorithm>
#include <ranges>

#include "marking/traceability.h"
#include "tracing/age.h"
#include "tracing/candidate_lots.h"
#include "tracing/departure.h"
#include "tracing/holders.h"
#include "tracing/leads.h"
#include "tracing/limits.h"
#include "tracing/narrowing.h"

namespace lotline::tracing {

namespace {

/// Asking of more lots whether they are packed would cost more than it tells.
constexpr std::size_t kPackagesAskedFor = 200;

/// How completely the lot's marks and records identify it (R53).
int traceability_score(const custody::LotRow& lot, const Recipients& recipients) {
  marking::TraceabilityInput input;
  for (const auto mark : split(lot.cartridge_marks, ';')) input.cartridge_marks.emplace_back(mark);
  for (const auto mark : split(lot.package_marks, ';')) input.package_marks.emplace_back(mark);
  input.loose = lot.kind == custody::LotKind::loose;
  input.recipients = static_cast<int>(recipients.organisations.size());
  input.buyers_unrecorded = recipients.unrecorded_sales > 0;
  return marking::traceability(input).score;
}

DayOfFind day_of_find(const Question& question, const Sources& sources) {
  const Day asked = question.as_of.value_or(sources.today);
  return {question.found_on.value_or(When{asked, asked}), question.found_on.has_value(), question.fired};
}

/// Entries of so many lots are kept from weighing to telling; of further ones they are read again when they are told,
/// so that those of thousands need not stand in memory.
constexpr std::size_t kHistoriesKept = 200;

/// A lot that fits, with where its rounds were.
struct Weighed {
  CandidateFit candidate;
  LotState state;
  double probability = 0;
  std::optional<LotHistory> history;
};

class Tracing {
 public:
  Tracing(const Question& question, const Sources& sources, const TraceOptions& options)
      : question_(question),
        sources_(sources),
        options_(options),
        find_(day_of_find(question, sources)),
        names_(sources),
        marks_(understand(question, sources)),
        weigher_(marks_, find_, sources, options, names_),
        holders_(find_, options, names_) {}

  Answer run() {
    answer_.readings = marks_.readings;
    answer_.limits = marks_.limits;
    answer_.leads = leads_of(question_, marks_, sources_, names_);
    Candidates candidates = candidate_lots(marks_, sources_, options_, weigher_);
    for (auto& ruled_out : candidates.ruled_out) rule_out(ruled_out.lot, ruled_out.fit.worst);
    for (auto& candidate : candidates.fitting) weigh(std::move(candidate));
    share_out();
    tell_makers_on_record();
    tell_lots();
    tell_holders();
    answer_.would_narrow = narrowings_left();
    tell_age();
    std::ranges::move(general_limits(answer_, find_), std::back_inserter(answer_.limits));
    if (!marks_.tell_lots()) limit({"no_marks", "nothing was read that tells one lot from another"});
    answer_.words = words();
    return std::move(answer_);
  }

 private:
  void rule_out(const custody::LotRow& lot, std::string reason) {
    ++answer_.ruled_out_total;
    if (answer_.ruled_out.size() >= options_.ruled_out_listed) return;
    answer_.ruled_out.push_back({names_.lot(lot), std::move(reason)});
    ruled_out_lots_.push_back(lot.id);
  }

  void limit(Limit limit) {
    const bool told = std::ranges::any_of(answer_.limits, [&](const Limit& l) { return l.text == limit.text; });
    if (!told) answer_.limits.push_back(std::move(limit));
  }

  void weigh(CandidateFit candidate) {
    LotHistory history = read_history(sources_, candidate.lot, question_);
    Weighed weighed{std::move(candidate), state_on(history, find_), 0, std::nullopt};
    if (auto why = none_at_large(weighed.state); !why.empty()) {
      rule_out(weighed.candidate.lot, std::move(why));
      return;
    }
    if (lots_.size() < kHistoriesKept) weighed.history = std::move(history);
    lots_.push_back(std::move(weighed));
  }

  /// The lot's entries, once: those kept are handed over.
  LotHistory history_of(Weighed& lot) {
    return lot.history ? *std::exchange(lot.history, std::nullopt)
                       : read_history(sources_, lot.candidate.lot, question_);
  }

  std::string none_at_large(const LotState& state) const {
    const std::string day = to_text(find_.day);
    if (state.entered_most == Rounds{}) return fmt::format("none of it was made or imported by {}", day);
    if (state.at_large_most == Rounds{})
      return fmt::format("none of it could be at large on {}: destroyed, {}re-lotted or in custody before", day,
                         find_.fired ? "" : "expended, ");
    if (question_.quantity && state.at_large_most < *question_.quantity)
      return fmt::format("only {} rounds of it could be at large on {}, {} were found", state.at_large_most.count(),
                         day, question_.quantity->count());
    return {};
  }

  /// P(lot) is in proportion to its fit times its rounds at large; "none on record" grows as the best fit worsens.
  void share_out() {
    double sum = 0;
    double best_fit = 0;
    for (Weighed& lot : lots_) {
      lot.probability = lot.candidate.fit.fit * static_cast<double>(lot.state.at_large_most.count());
      sum += lot.probability;
      best_fit = std::max(best_fit, lot.candidate.fit.fit);
    }
    const double prior = options_.none_on_record;
    answer_.none_on_record = lots_.empty() ? 1 : prior / (prior + (1 - prior) * best_fit);
    for (Weighed& lot : lots_) lot.probability *= (1 - answer_.none_on_record) / sum;
    std::ranges::stable_sort(lots_, std::ranges::greater{}, &Weighed::probability);
    answer_.lots_total = lots_.size();
  }

  /// Makers of this register whose lots fit stand before the tables' readings: a State knows its own makers best.
  void tell_makers_on_record() {
    if (!marks_.headstamp) return;
    std::vector<std::pair<PartyId, Reading>> makers;
    for (const Weighed& lot : lots_) {
      const auto& row = lot.candidate.lot;
      auto at = std::ranges::find(makers, row.maker, &std::pair<PartyId, Reading>::first);
      if (at == makers.end()) {
        const PartyRef maker = names_.party(row.maker);
        Reading reading;
        reading.mark = "maker_on_record";
        reading.maker = maker.text();
        reading.country = maker.country;
        reading.reasons = {"lots of this maker in the register carry such a head"};
        reading.sources = {"this register"};
        at = makers.emplace(makers.end(), row.maker, std::move(reading));
      }
      at->second.probability += lot.probability;
      const std::string year = std::to_string(row.made_first.year());
      if (at->second.years.find(year) == std::string::npos)
        at->second.years += (at->second.years.empty() ? "" : " or ") + year;
    }
    if (makers.size() > 4) makers.resize(4);
    for (auto at = makers.rbegin(); at != makers.rend(); ++at)
      answer_.readings.insert(answer_.readings.begin(), std::move(at->second));
  }

  void tell_lots() {
    for (std::size_t i = 0; i < lots_.size(); ++i) {
      Weighed& lot = lots_[i];
      if (i >= options_.lots_listed) {
        holders_.add_briefly(lot.candidate.lot, lot.state, lot.probability);
        continue;
      }
      const WeighedLot told{history_of(lot), lot.state, lot.probability};
      const auto irregular = irregularities_of(told.history, names_);
      const auto recipients = recipients_of(told.history, names_);
      holders_.add(told, irregular);
      const auto events = sources_.events ? sources_.events(told.history.lot.id) : std::vector<KnownEvent>{};
      std::ranges::move(departures_of(told, irregular, events, find_, names_),
                        std::back_inserter(answer_.left_lawful_hands));
      answer_.lots.push_back(told_lot(lot, told, recipients));
      if (i >= options_.lines_of_supply) continue;
      for (Limit& one : limits_of(told, recipients, sources_.dealers_name_buyers, names_)) limit(std::move(one));
      std::ranges::move(line_of_supply(told.history, find_, options_, names_),
                        std::back_inserter(answer_.line_of_supply));
    }
  }

  CandidateLot told_lot(const Weighed& weighed, const WeighedLot& told, const Recipients& recipients) {
    const auto& row = told.history.lot;
    CandidateLot lot;
    lot.lot = names_.lot(row);
    lot.probability = weighed.probability;
    lot.fit = weighed.candidate.fit.fit;
    lot.at_large = weighed.state.at_large_most;
    lot.certain = weighed.state.at_large_least == weighed.state.at_large_most;
    lot.calibre = told.history.product.calibre;
    lot.made_on = to_text(row.made_on());
    lot.channel = word(row.channel);
    lot.recipients = static_cast<int>(recipients.organisations.size());
    lot.exclusivity = exclusivity_of(recipients);
    lot.information_value = information_value_of(recipients, row.channel);
    lot.traceability = traceability_score(row, recipients);
    lot.age = age_of(row.made_on(), find_.day);
    lot.recent = recent_of(row.made_on(), find_.day, options_.recent_after);
    lot.reasons = weighed.candidate.fit.reasons;
    lot.records = {row.id.number};
    for (const HistoryEntry& entry : told.history.entries)
      if (lot.records.size() < options_.records_listed) lot.records.push_back(entry.row.number);
    return lot;
  }

  void tell_holders() {
    answer_.holders = holders_.holders();
    answer_.eliminated = holders_.eliminated();
    eliminate_holders_of_ruled_out();
    std::ranges::stable_sort(answer_.left_lawful_hands, std::ranges::greater{}, &Departure::probability);
    if (answer_.left_lawful_hands.empty() && !lots_.empty())
      answer_.left_lawful_hands.push_back(
          unknown_departure(answer_.holders, question_.found_in, find_, sources_.catalogue));
  }

  /// Those who have nothing but lots that were ruled out (para 75).
  void eliminate_holders_of_ruled_out() {
    std::map<PartyId, std::size_t> seen;
    for (const auto& holder : answer_.holders) seen.emplace(holder.party.id, answer_.eliminated.size());
    for (const auto& party : answer_.eliminated) seen.emplace(party.party.id, answer_.eliminated.size());
    for (std::size_t i = 0; i < ruled_out_lots_.size(); ++i) {
      sources_.book.accounts.scan(make_key(ruled_out_lots_[i]), [&](const custody::AccountRow& account) {
        if (!account.possessor || !is_reachable(account.standing, find_.fired)) return true;
        const bool is_new = seen.emplace(account.possessor, answer_.eliminated.size()).second;
        if (is_new)
          answer_.eliminated.push_back(
              {names_.party(account.possessor),
               fmt::format("lot {}: {}", answer_.ruled_out[i].lot.number, answer_.ruled_out[i].reason),
               {}});
        return true;
      });
    }
  }

  /// What each reading not yet made would say of each lot.
  std::vector<Narrowing> narrowings_left() {
    std::vector<double> probabilities;
    for (const Weighed& lot : lots_) probabilities.push_back(lot.probability);
    const auto by = [&](auto value) {
      std::vector<std::string> values;
      for (const Weighed& lot : lots_) values.push_back(value(lot));
      return values;
    };
    const auto row_of = [](const Weighed& lot) -> const custody::LotRow& { return lot.candidate.lot; };
    std::vector<PossibleReading> readings;
    if (marks_.lot_key.empty() || !marks_.lot_whole)
      readings.push_back({"lot_mark", "reading the lot mark on the box or the round",
                          by([&](const Weighed& lot) { return row_of(lot).number_key; })});
    if (marks_.years.empty())
      readings.push_back({"year", "reading the year",
                          by([&](const Weighed& lot) { return fmt::format("{}", row_of(lot).made_first.year()); })});
    if (!marks_.headstamp)
      readings.push_back({"maker", "reading the maker's code on the headstamp",
                          by([&](const Weighed& lot) { return fmt::format("{}", row_of(lot).maker.number); })});
    if (marks_.calibre_text.empty())
      readings.push_back({"calibre", "measuring the calibre",
                          by([&](const Weighed& lot) { return weigher_.product_of(row_of(lot).product).calibre; })});
    if (!marks_.package && lots_.size() <= kPackagesAskedFor)
      readings.push_back({"package", "reading the code of the package", by([&](const Weighed& lot) {
                            const auto line = sources_.book.package_lines.first_by("lot", row_of(lot).id.number);
                            return line ? fmt::format("{}", line->package.number) : std::string{};
                          })});
    return narrowings(probabilities, readings);
  }

  void tell_age() {
    answer_.age = pooled_age(answer_.lots);
    if (!answer_.age && lots_.empty() && marks_.years.size() == 1)
      answer_.age = age_of(marks_.years.front().years, find_.day);
    for (const CandidateLot& lot : answer_.lots)
      if (lot.recent != "no") answer_.recent_probability += lot.probability;
    answer_.recent = answer_.recent_probability >= 0.5;
    answer_.recent_reference = recent_reference(find_.day, options_.recent_after);
  }

  std::string words() const {
    if (answer_.lots.empty()) return "no lot on record fits what was read";
    const CandidateLot& best = answer_.lots.front();
    std::string text = fmt::format("what was read points to lot {} ({:.0f}%)", best.lot.text(), 100 * best.probability);
    if (answer_.lots_total > 1) text += fmt::format(" among {} that fit", answer_.lots_total);
    text += fmt::format("; {}", best.exclusivity);
    if (!answer_.holders.empty())
      text += fmt::format("; the likeliest last holder on record is {} ({:.0f}%)", answer_.holders.front().party.text(),
                          100 * answer_.holders.front().probability);
    return text + ". This is a lead, not proof.";
  }

  const Question& question_;
  const Sources& sources_;
  const TraceOptions& options_;
  DayOfFind find_;
  Names names_;
  MarksUnderstood marks_;
  LotWeigher weigher_;
  HolderCount holders_;
  Answer answer_;
  std::vector<Weighed> lots_;
  std::vector<LotId> ruled_out_lots_;
};

}  // namespace

Answer trace(const Question& question, const Sources& sources, const TraceOptions& options) {
  return Tracing(question, sources, options).run();
}

}  // namespace lotline::tracing
