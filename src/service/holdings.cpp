#include "service/holdings.h"

#include "tracing/lot_history.h"

namespace lotline::service {

namespace {

using Place = std::tuple<PartyId, std::string, custody::Standing>;

Holding holding(tracing::Names& names, const custody::LotRow& lot, const Place& place, Rounds rounds) {
  const auto& [possessor, where, standing] = place;
  return {names.lot(lot), names.party(possessor), place_in_words(where), std::string{word(standing)}, rounds, {}, {}};
}

}  // namespace

std::string place_in_words(const std::string& where) {
  if (where.starts_with('#')) return "dispatch " + where.substr(1);
  if (where.starts_with('@')) return "exhibit " + where.substr(1);
  return where;
}

tracing::Question question_as_of(const AsOf& as_of) {
  tracing::Question question;
  question.as_of = as_of.happened_by;
  question.as_known_on = as_of.known_on;
  return question;
}

std::vector<Holding> holdings_of(const tracing::Sources& sources, tracing::Names& names, const custody::LotRow& lot,
                                 const AsOf& as_of) {
  std::vector<Holding> holdings;
  if (!as_of.happened_by && !as_of.known_on) {
    sources.book.accounts.scan(make_key(lot.id), [&](const custody::AccountRow& account) {
      if (custody::is_source(account.standing) || account.rounds == Rounds{}) return true;
      auto& line = holdings.emplace_back(
          holding(names, lot, {account.possessor, account.where, account.standing}, account.rounds));
      line.packaged = account.packaged;
      line.reserved = account.reserved;
      return true;
    });
    return holdings;
  }
  std::map<Place, Rounds> sums;
  for (const auto& entry : tracing::read_history(sources, lot, question_as_of(as_of)).entries) {
    sums[{entry.row.from, entry.row.from_where, entry.row.from_standing}] -= entry.net;
    sums[{entry.row.to, entry.row.to_where, entry.row.to_standing}] += entry.net;
  }
  for (const auto& [place, rounds] : sums)
    if (!custody::is_source(std::get<2>(place)) && rounds != Rounds{})
      holdings.push_back(holding(names, lot, place, rounds));
  return holdings;
}

}  // namespace lotline::service
