#pragma once
// Who had the rounds last, by right or not: for each lot that fits, the rounds that passed through each party and those
// that can have left it for where they were found.

#include <map>
#include <vector>

#include "tracing/answer.h"
#include "tracing/irregularity.h"
#include "tracing/lot_history.h"
#include "tracing/lot_state.h"
#include "tracing/names.h"
#include "tracing/trace_options.h"

namespace lotline::tracing {

/// A lot that fits, with its probability, its entries and where its rounds were on the day of recovery.
struct WeighedLot {
  LotHistory history;
  LotState state;
  double probability = 0;
};

class HolderCount {
 public:
  HolderCount(const DayOfFind& find, const TraceOptions& options, Names& names)
      : find_(find), options_(options), names_(names) {}

  /// Counts a lot with all that its entries say.
  void add(const WeighedLot& lot, const std::vector<Irregularity>& irregular);
  /// Counts a lot too unlikely to be told in detail: who had what of it that day, and no more.
  void add_briefly(const custody::LotRow& lot, const LotState& state, double probability);

  /// Likeliest first, then by the rounds that passed through them. A holder's probability is the sum over the lots of
  /// P(lot) times the share of its reachable rounds that the holder was the last on record to have.
  [[nodiscard]] std::vector<Holder> holders() const;

  /// Those who had some of the lots and cannot have been the last, with the reason.
  [[nodiscard]] std::vector<EliminatedHolder> eliminated() const;

 private:
  struct LotParty;
  using ByParty = std::map<PartyId, LotParty>;

  ByParty parties_of(const LotHistory& history) const;
  void add_stands(ByParty& parties, const LotState& state, const std::string& number) const;
  std::vector<bool> add_irregular(ByParty& parties, const LotHistory& history,
                                  const std::vector<Irregularity>& irregular) const;
  void add_support(ByParty& parties, const LotHistory& history, const std::vector<bool>& irregular) const;
  void eliminate(const LotRef& lot, PartyId id, const LotParty& party);
  void take(const LotRef& lot, PartyId id, const LotParty& party, double probability);
  std::string why_not(const LotParty& party) const;

  DayOfFind find_;
  const TraceOptions& options_;
  Names& names_;
  std::map<PartyId, Holder> holders_;
  std::map<PartyId, EliminatedHolder> eliminated_;
};

}  // namespace lotline::tracing
