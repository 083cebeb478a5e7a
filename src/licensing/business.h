#pragma once
// Who sold ammunition as a business without the licence that the State's rule asks for (R38). Nothing is refused: what
// happened is recorded, and whoever sold is flagged for a person to judge.

#include <span>
#include <string>

#include "catalogue/business_rule.h"
#include "licensing/licence.h"

namespace lotline::licensing {

struct Sale {
  RecordNumber number = 0;
  When happened;
  Rounds rounds;
  std::string origin;  ///< word of the lot's origin
};

struct Seller {
  std::string state;  ///< whose rules it is under
  std::string kind;   ///< kind of party
  std::vector<LicenceRow> licences;
  std::vector<Sale> sales;
};

struct SellerJudgement {
  std::size_t judged = 0;      ///< sales that a rule speaks of
  std::size_t not_judged = 0;  ///< of which no rule of the State speaks
  std::size_t unlicensed = 0;  ///< without the licence needed, certainly
  std::size_t possible = 0;    ///< likewise, by some of the days that an imprecise date leaves open
  Rounds unlicensed_rounds;
  std::string licence;                ///< kind that was needed, of the first sale without it
  std::vector<RecordNumber> records;  ///< sales without it, in order
  bool flagged = false;               ///< as many within the rule's days as make it a business
  Day flagged_on;                     ///< of the sale that did
  std::string rule;                   ///< note and source of the rule that was applied
};

SellerJudgement judge_seller(std::span<const catalogue::BusinessRule> rules, const Seller& seller);

/// Whether loading is free: a rule of the State says so of this kind of party and origin.
bool loading_is_free(std::span<const catalogue::BusinessRule> rules, std::string_view state,
                     std::string_view party_kind, std::string_view origin);

}  // namespace lotline::licensing
