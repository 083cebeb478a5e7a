#pragma once
// The lines of a seizure as understood: equal ones put together, each with the kinds of round on record that it can be.

#include <map>
#include <vector>

#include "tracing/mark_fit.h"
#include "tracing/seizure_options.h"
#include "tracing/seizure_question.h"

namespace lotline::tracing {

/// A kind of round on record: of one maker, product and year.
struct RoundKind {
  PartyId maker;
  ProductId product;
  int made = 0;
  double share = 0;  ///< of all rounds that ever entered the register

  friend auto operator<=>(const RoundKind& a, const RoundKind& b) {
    return std::tie(a.maker, a.product, a.made) <=> std::tie(b.maker, b.product, b.made);
  }
  friend bool operator==(const RoundKind& a, const RoundKind& b) { return (a <=> b) == 0; }
};

/// How well a line fits the kind (or lot) of that index.
struct Fit {
  std::size_t at = 0;
  double fit = 0;
};

struct UnderstoodLine {
  std::vector<int> numbers;  ///< of the rows put together
  marking::MarksRead read;
  std::int64_t count = 0;
  bool fired = false;
  MarksUnderstood marks;
  std::vector<Fit> kinds;  ///< of SeizureLines::kinds, those that are worth it
  double any_year = 0;     ///< chance to be met among rounds of all makers and products on record, the year left open
  double weight = 1;       ///< independent observations that it counts as
  std::string product{};   ///< the maker's product that it most likely is, for telling
};

struct SeizureLines {
  std::vector<UnderstoodLine> lines;
  std::vector<RoundKind> kinds;
  std::int64_t rounds = 0;
  double entered = 0;  ///< rounds that ever entered the register, of all kinds
  /// Of each maker's product that a line can be: the share of all rounds that ever entered, of whatever year.
  std::map<std::pair<PartyId, ProductId>, double> products;
  bool kinds_cut = false;  ///< more kinds are on record than were compared
  std::vector<Limit> limits;
};

/// A word on a head that can be the year: two or four digits, some of them unread.
bool is_year_on_head(std::string_view word);

/// Understands the lines and finds the kinds they can be: by the maker's codes where a headstamp or lot mark was read,
/// else among all kinds.
SeizureLines understand_lines(const SeizureQuestion& question, const Sources& sources,
                              const custody::StockByYear& stock, const SeizureOptions& options);

}  // namespace lotline::tracing
