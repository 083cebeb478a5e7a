#include "service/list_lots.h"

#include <algorithm>

#include "marking/lot_mark_key.h"
#include "service/catalogue_words.h"
#include "service/lookup.h"
#include "service/own_parties.h"
#include "service/visible.h"
#include "tracing/names.h"

namespace lotline::service {

namespace {

using custody::LotRow;

/// What is asked for, looked up.
struct Wanted {
  PartyId maker;
  std::string number_key;
  std::string calibre;
  std::vector<PartyId> holders;  ///< the lots of these; none for all lots
};

constexpr PartyId kNobody{-1};

class LotList {
 public:
  LotList(Register& store, const Sight& sight, Wanted wanted, std::int64_t limit)
      : state_(store.state()),
        sight_(sight),
        wanted_(std::move(wanted)),
        limit_(static_cast<std::size_t>(limit)),
        names_(store.names()) {}

  Page<ListedLot> from(const Cursor& cursor) {
    const LotId first{cursor.numbers.front()};
    const auto each = [&](const LotRow& lot) { return take(lot); };
    if (!wanted_.number_key.empty())
      state_.book.lots.scan_along(
          "number_key", std::max(cursor.text, wanted_.number_key), make_key(first),
          [&](const LotRow& lot) { return lot.number_key.starts_with(wanted_.number_key) && take(lot); });
    else if (!wanted_.holders.empty())
      through_accounts(first);
    else if (wanted_.maker)
      state_.book.lots.scan_by_from("maker", wanted_.maker.number, make_key(first), each);
    else
      state_.book.lots.scan_from(make_key(first), each);
    return std::move(page_);
  }

 private:
  void through_accounts(LotId from) {
    for (;;) {
      const auto lots = lots_from(state_, wanted_.holders, from, limit_ + 1);
      for (const LotId id : lots)
        // An exhibit of unknown lot has accounts under its own number, and no lot row.
        if (const auto lot = state_.book.lots.find(make_key(id)); lot && !take(*lot)) return;
      if (lots.size() <= limit_) return;
      from = LotId{lots.back().number + 1};
    }
  }

  /// False when the page is full; the list goes on with this lot then.
  bool take(const LotRow& lot) {
    if (page_.items.size() == limit_ || ++read_ > kMostRead) {
      page_.next = cursor_text("lots", {wanted_.number_key.empty() ? "" : lot.number_key, {lot.id.number}});
      return false;
    }
    if (wanted_.maker && lot.maker != wanted_.maker) return true;
    const auto product = *state_.book.products.find(make_key(lot.product));
    if (!wanted_.calibre.empty() && product.calibre != wanted_.calibre) return true;
    if (!wanted_.number_key.empty() && !has_account(lot)) return true;
    page_.items.push_back(listed(lot, product));
    return true;
  }

  [[nodiscard]] bool is_wanted(PartyId possessor) const {
    return wanted_.holders.empty() || std::ranges::find(wanted_.holders, possessor) != wanted_.holders.end();
  }

  /// Whether any of the holders wanted has or had rounds of the lot.
  [[nodiscard]] bool has_account(const LotRow& lot) const {
    bool found = wanted_.holders.empty();
    if (!found)
      state_.book.accounts.scan(make_key(lot.id), [&](const custody::AccountRow& account) {
        found = is_wanted(account.possessor);
        return !found;
      });
    return found;
  }

  ListedLot listed(const LotRow& lot, const custody::ProductRow& product) {
    ListedLot line{names_.lot(lot),
                   product.designation.empty() ? product.code : product.designation,
                   product.calibre,
                   to_text(lot.made_on()),
                   std::string{word(lot.channel)},
                   std::string{word(lot.kind)},
                   {},
                   {}};
    if (sight_.all())
      line.entered = state_.book.totals.find(make_key(lot.id)).value_or(custody::LotTotalsRow{lot.id, {}}).entered();
    state_.book.accounts.scan(make_key(lot.id), [&](const custody::AccountRow& account) {
      const bool at_hand =
          account.standing == custody::Standing::held || account.standing == custody::Standing::in_transit;
      if (at_hand && is_wanted(account.possessor)) line.held += account.rounds;
      return true;
    });
    return line;
  }

  const State& state_;
  const Sight& sight_;
  Wanted wanted_;
  std::size_t limit_;
  tracing::Names& names_;
  Page<ListedLot> page_;
  std::int64_t read_ = 0;
};

Result<Wanted> look_up(Register& store, const Reference& reference, const Sight& sight, const LotsAsked& asked) {
  Wanted wanted;
  Lookup lookup(store, reference.today);
  if (!asked.maker.empty()) {
    // To one who does not see everything an unknown maker is one of whom it has nothing.
    const auto maker = of_field("maker", lookup.party(asked.maker));
    wanted.maker = sight.all() ? TRY(maker) : maker.value_or(kNobody);
  }
  if (!asked.calibre.empty()) wanted.calibre = TRY(of_field("calibre", calibre_id(reference.catalogue, asked.calibre)));
  wanted.number_key = marking::lot_mark_key(asked.number);
  if (!asked.holder.empty())
    wanted.holders = {TRY(of_field("holder", party_in_sight(store, reference, sight, asked.holder)))};
  else if (!sight.all())
    wanted.holders = own_parties(store.state(), reference.visitor.organisation);
  return wanted;
}

}  // namespace

Result<Page<ListedLot>> list_lots(Register& store, const Reference& reference, const LotsAsked& asked) {
  TRY(require_reading(reference.visitor));
  TRY(check_limit(asked.page.limit));
  const auto cursor = TRY(read_cursor("lots", 1, asked.page.cursor)).value_or(Cursor{{}, {0}});
  return read_one_state(store, [&]() -> Result<Page<ListedLot>> {
    const Sight sight(reference.visitor, store.state().parties);
    const auto wanted = TRY(look_up(store, reference, sight, asked));
    if (!sight.all() && wanted.holders.empty()) return Page<ListedLot>{};
    return LotList(store, sight, wanted, asked.page.limit).from(cursor);
  });
}

}  // namespace lotline::service
