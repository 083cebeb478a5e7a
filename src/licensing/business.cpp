#include "licensing/business.h"

#include <algorithm>

namespace lotline::licensing {

namespace {

using catalogue::BusinessActivity;
using catalogue::BusinessRule;

/// The first rule that covers it: a State writes the narrower ones before the wider.
const BusinessRule* rule_for(std::span<const BusinessRule> rules, std::string_view state, BusinessActivity activity,
                             std::string_view kind, std::string_view origin) {
  const auto found =
      std::ranges::find_if(rules, [&](const BusinessRule& rule) { return rule.covers(state, activity, kind, origin); });
  return found == rules.end() ? nullptr : &*found;
}

/// Whether a licence of the kind was in force on all of the days the sale may have been on, or on some.
Likelihood licensed(const Seller& seller, const Sale& sale, std::string_view kind) {
  Likelihood best = Likelihood::no;
  for (const LicenceRow& licence : seller.licences) {
    if (word(licence.kind) != kind) continue;
    const auto from = in_force_from(licence);
    if (!from) continue;
    const bool apart = sale.happened.last < *from || licence.expires_on < sale.happened.first;
    const bool whole = *from <= sale.happened.first && sale.happened.last <= licence.expires_on;
    if (!apart) best = std::max(best, whole ? Likelihood::certain : Likelihood::possible);
  }
  return best;
}

/// Flags the seller once so many sales without a licence lie within the rule's days.
void flag(SellerJudgement& judgement, const std::vector<Sale>& unlicensed, const BusinessRule& rule) {
  for (std::size_t i = 0; i < unlicensed.size() && !judgement.flagged; ++i) {
    const Day end = unlicensed[i].happened.last;
    const auto within =
        std::count_if(unlicensed.begin(), unlicensed.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                      [&](const Sale& sale) { return sale.happened.first.count > end.count - rule.within_days; });
    if (within < rule.sales) continue;
    judgement.flagged = true;
    judgement.flagged_on = end;
  }
}

}  // namespace

SellerJudgement judge_seller(std::span<const BusinessRule> rules, const Seller& seller) {
  SellerJudgement judgement;
  std::vector<Sale> sales = seller.sales;
  std::ranges::stable_sort(sales, {}, [](const Sale& sale) { return sale.happened.last; });
  std::map<const BusinessRule*, std::vector<Sale>> unlicensed;
  for (const Sale& sale : sales) {
    const auto* rule = rule_for(rules, seller.state, BusinessActivity::sale, seller.kind, sale.origin);
    if (rule == nullptr) {
      ++judgement.not_judged;
      continue;
    }
    ++judgement.judged;
    if (rule->free()) continue;
    const Likelihood has_licence = licensed(seller, sale, rule->licence);
    if (has_licence == Likelihood::possible) ++judgement.possible;
    if (has_licence != Likelihood::no) continue;
    if (judgement.unlicensed++ == 0) {
      judgement.licence = rule->licence;
      judgement.rule = rule->note + " (" + rule->source.text + ")";
    }
    judgement.unlicensed_rounds += sale.rounds;
    judgement.records.push_back(sale.number);
    unlicensed[rule].push_back(sale);
  }
  for (const auto& [rule, without] : unlicensed) flag(judgement, without, *rule);
  return judgement;
}

bool loading_is_free(std::span<const BusinessRule> rules, std::string_view state, std::string_view party_kind,
                     std::string_view origin) {
  const auto* rule = rule_for(rules, state, BusinessActivity::loading, party_kind, origin);
  return rule != nullptr && rule->free();
}

}  // namespace lotline::licensing
