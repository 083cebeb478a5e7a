#include "service/holdings.h"

namespace lotline::service {

namespace {

using Place = std::tuple<PartyId, std::string, custody::Standing>;

constexpr std::size_t kUsual = 16;  ///< holdings; most lots have fewer

Holding holding(tracing::Names& names, const tracing::LotRef& lot, const Place& place, Rounds rounds) {
  const auto& [possessor, where, standing] = place;
  return {lot, names.party(possessor), place_in_words(where), std::string{word(standing)}, rounds, {}, {}};
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

Stock stock_now(const custody::Book& book, tracing::Names& names, const custody::LotRow& lot) {
  Stock stock{{}, {lot.id, {}}};
  const tracing::LotRef named = names.lot(lot);
  stock.holdings.reserve(kUsual);
  book.accounts.scan(make_key(lot.id), [&](const custody::AccountRow& account) {
    if (account.rounds == Rounds{}) return true;
    stock.totals.rounds[static_cast<std::size_t>(account.standing)] += account.rounds;
    if (custody::is_source(account.standing)) return true;
    stock.holdings.push_back({named, names.party(account.possessor), place_in_words(account.where),
                              std::string{word(account.standing)}, account.rounds, account.packaged, account.reserved});
    return true;
  });
  return stock;
}

Stock stock_then(const tracing::LotHistory& history, tracing::Names& names) {
  Stock stock{{}, {history.lot.id, {}}};
  const tracing::LotRef named = names.lot(history.lot);
  std::map<Place, Rounds> sums;
  for (const auto& entry : history.entries) {
    sums[{entry.row.from, entry.row.from_where, entry.row.from_standing}] -= entry.net;
    sums[{entry.row.to, entry.row.to_where, entry.row.to_standing}] += entry.net;
  }
  for (const auto& [place, rounds] : sums) {
    const custody::Standing standing = std::get<2>(place);
    stock.totals.rounds[static_cast<std::size_t>(standing)] += rounds;
    if (!custody::is_source(standing) && rounds != Rounds{})
      stock.holdings.push_back(holding(names, named, place, rounds));
  }
  return stock;
}

}  // namespace lotline::service
