#pragma once
// The marks of a question, read once: what each can mean and how it is compared with lots.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "marking/headstamp_likelihood.h"
#include "marking/lot_mark.h"
#include "tracing/answer.h"
#include "tracing/question.h"
#include "tracing/sources.h"

namespace lotline::tracing {

/// A headstamp as seen, made ready to be compared with what lots are recorded to carry.
struct HeadstampSeen {
  marking::SeenHeadstamp seen;
  std::string text;    ///< all that was read, with the clock marks
  double perfect = 1;  ///< likelihood if exactly this is stamped
};

/// Years that a text may mean, with the chance of each, 1 for the likeliest.
struct YearChance {
  When years;
  double chance = 1;
};

struct PackageSeen {
  std::string key;
  std::optional<custody::PackageRow> row;  ///< none when no such package is registered
  std::map<LotId, Rounds> lots;            ///< in it and in the packages inside it
  std::string gtin;                        ///< empty when the code has none
};

struct RetailerSeen {
  std::string code;  ///< normalised
  std::vector<custody::RetailerMarkRow> marks;
};

struct MarksUnderstood {
  std::optional<HeadstampSeen> headstamp;
  std::string lot_key;                     ///< empty when no lot mark was read; one in a package's code counts
  bool lot_whole = true;                   ///< no character of the lot mark is unread
  std::vector<std::string> maker_symbols;  ///< that the lot mark may name
  std::map<std::string, double> calibres;  ///< catalogue id to chance, 1 for the likeliest; empty when none was read
  std::string calibre_text;
  std::vector<YearChance> years;     ///< empty when none was read
  std::vector<std::string> colours;  ///< lower case
  std::optional<PackageSeen> package;
  std::optional<RetailerSeen> retailer;
  std::vector<Reading> readings;
  std::vector<Limit> limits;  ///< what could not be read or used

  /// Whether anything was read that tells lots apart.
  [[nodiscard]] bool tell_lots() const;
};

MarksUnderstood understand(const Question& question, const Sources& sources);

/// The same without the readings that are told to a person, which cost most: for many marks that are only compared.
MarksUnderstood understand_to_compare(const marking::MarksRead& read, const Sources& sources,
                                      const marking::HeadstampLikelihoodOptions& options);

/// Words of a description of colours, lower case, in order; signs and "tip", "and" and the like left out.
std::vector<std::string> colour_words(std::string_view text);

/// The text with a character in each place where one could not be read: how well a true lot can fit at best, so that
/// what was not read speaks neither for nor against any lot, nor for "none on record".
std::string as_if_read(std::string text);

}  // namespace lotline::tracing
