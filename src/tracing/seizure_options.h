#pragma once
// The constants by which sources of a whole seizure are compared, each with its reason: mostly judgement. One pass of
// `bench fit` over four simulated States (an earlier simulator and model) moved one of them; a full fit has not been
// made. The tables of docs/attribution.md are of other States.

#include <array>
#include <cstddef>

namespace lotline::tracing {

struct SeizureOptions {
  // How well a mark must fit.
  /// A mark that contradicts what is recorded (a calibre taken for another, a year for another): people err in some
  /// such share of cases, and one wrong line must not speak a source free.
  double contradiction = 1e-3;
  /// Calibres that are common: a wrong one is one of so many. Judgement.
  double calibres = 12;
  /// Kinds and lots that fit a line this much worse than the best one are left out of it.
  double negligible_fit = 5e-3;
  /// The lot mark of another lot of the same kind was read as this one: one of its characters was misread.
  double other_lot = 1e-3;

  // What leaves a source, and when.
  /// Rounds that come and go within a year were there for some part of it: two months on average, judgement.
  double dwell = 0.15;
  /// Out of a stock rounds are taken by the box and the lot at hand: kinds weigh by their rounds to this power (1: by
  /// rounds alone; 0: each kind alike).
  double mix_power = 0.5;
  /// A leak is taken to go on for one or the other of so many years before and after its middle: some end soon, others
  /// are found out late.
  std::array<int, 2> leak_half_widths{1, 3};
  /// Years after which a leak is half as likely to be found as one of the year of the find.
  double half_life_years = 15;

  // How much a seizure tells.
  /// n lines of one maker's product count as n to this power independent ones: rounds lie in boxes of one lot.
  double clumping = 0.6;
  /// Natural logarithms of likelihoods are divided by it.
  double temperature = 1.5;

  // What is likely before anything is read.
  double none_on_record = 0.15;      ///< the bulk of it is of no source on record
  double recorded_departure = 0.25;  ///< it left in a theft, loss, shortage or open dispatch that is on record
  double two_sources = 0.15;         ///< it is of two sources rather than of one
  /// Sources weigh by the rounds that could have been taken of them, to this power: twice the rounds, twice the
  /// chances.
  double size_power = 1;

  // How likely a round is to be seized that went in some way, against one that came to a holder and lay there for
  // years: it goes astray where it is taken in, kept and handed on. So a depot weighs as much as all its units
  // together, and a store where rounds lie for decades no more than those that they pass through. Chosen on seeds 1
  // to 12.
  double settled_years = 2;         ///< that lay so long have had most of their chances to go, others fewer
  double year_abroad = 0.5;         ///< that lay for a year with whom it was exported to: nothing tells of it there
  double year_with_a_person = 1.5;  ///< that a private person had for a year: no register follows it
  double sold_unrecorded = 10;      ///< that was sold to a buyer whom nobody recorded
  double booked_as_used = 0.04;     ///< that was booked as used: few such bookings are false

  // How much work.
  std::size_t kinds_read = 60'000;     ///< kinds of round on record that lines are compared with, at most
  std::size_t lots_compared = 20'000;  ///< lots of a product gone through for a lot mark read in part, at most
  std::size_t lots_read = 1'000;       ///< lots whose entries are read because a lot mark points at them, at most
  std::size_t sources_examined = 32;   ///< sources whose stock is compared year by year: the likeliest at first sight
  std::size_t sources_read_whole = 8;  ///< of these, so many of the likeliest are read with all their stock
  std::size_t pairs_from = 10;         ///< of these, so many of the likeliest are also taken two at a time
  std::size_t accounts_looked_at = 20'000;  ///< of a source, for thefts and losses to tell, at most
  std::size_t sources_listed = 20;
  std::size_t explanations_listed = 10;
  std::size_t events_listed = 20;  ///< of one source
};

}  // namespace lotline::tracing
