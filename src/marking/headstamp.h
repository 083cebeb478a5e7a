#pragma once
// What the marks on the head of a case mean: ranked readings with their reasons, never one silent guess.
//
// A code with k makers in the tables gives exactly those k. When no code stands there as read, the codes it may be with
// a character unread, misread, missing or in another script follow, the likeliest first. Only a code that one maker
// alone used, that a source states outright, that was read whole, and that no date contradicts is `confirmed`.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "catalogue/catalogue.h"
#include "marking/calibre_reading.h"
#include "marking/headstamp_candidates.h"
#include "marking/headstamp_likelihood.h"
#include "marking/headstamp_marks.h"

namespace lotline::marking {

struct Reading {
  std::string maker;                            ///< as the table names it; what a symbol says
  std::string works;                            ///< the works behind the name
  std::string country;                          ///< ISO alpha-2, `*` for none
  std::string code;                             ///< as in the table
  std::string literal;                          ///< the marks taken for the code, as written
  std::optional<std::pair<int, int>> years;     ///< the likeliest, first and last
  std::vector<std::pair<int, int>> also_years;  ///< the other possible ones
  std::string calibre;                          ///< id of the likeliest; empty when no mark or person gave one
  double probability = 0;
  bool confirmed = false;
  bool case_maker_only = false;  ///< it made the case and does not load
  bool names_maker = true;       ///< false for a symbol (NATO cross, match mark) and for no headstamp at all
  std::vector<std::string> reasons;
  std::vector<std::string> sources;
  catalogue::Trust trust = catalogue::Trust::unverified;
};

/// Estimates that order what fits; none is a measurement.
struct HeadstampOptions {
  ConfusionOptions confusion;
  int latest_year = 2026;      ///< no case is younger: the year of recovery, or the present one
  std::size_t most = 12;       ///< readings given at most when the code is damaged; an exact code gives all its makers
  double least_share = 0.01;   ///< of the best one's weight; below, a damaged reading is left out
  double none_weight = 0.1;    ///< that the code is in no table, before it is read
  double chance_glyph = 0.03;  ///< one given character where no table says which: about one in thirty
  /// A row's weight against others, by its trust.
  double stated = 1.0, sourced = 0.6, unverified = 0.25;
  /// The most that a reading of a row may be believed, by its trust: what is left means "or the table is wrong".
  double believe_stated = 0.98, believe_sourced = 0.8, believe_unverified = 0.6;
  double contradicted = 0.02;  ///< weight of a reading whose years do not fit the code's, against one that fits
  double second_number = 0.1;  ///< of two numbers that may both be the code, the later one
  double year_token = 0.02;    ///< one given year beside the code: about one in fifty
  /// Tokens beside the code and the year, each times the chance of its characters:
  double further_number = 0.5;      ///< a number
  double single_glyph = 0.6;        ///< a single letter or digit: a month, a lot, an alloy
  double unexplained_token = 0.05;  ///< any other
};

/// The tables made ready once, to read many headstamps. The catalogue must outlive it.
class HeadstampReader {
 public:
  explicit HeadstampReader(const catalogue::Catalogue& catalogue, const HeadstampOptions& options = {});

  /// Ranked; probabilities sum to less than 1, the rest is "a code in no table". Empty when nothing was read.
  [[nodiscard]] std::vector<Reading> read(const HeadstampMarks& marks) const;

 private:
  HeadstampOptions options_;
  CalibreReader calibres_;
  CodeForms forms_;
  double prior_sum_ = 0;
};

[[nodiscard]] std::vector<Reading> read_headstamp(const catalogue::Catalogue& catalogue, const HeadstampMarks& marks,
                                                  const HeadstampOptions& options = {});

}  // namespace lotline::marking
