#include "service/list_movements.h"

#include <algorithm>
#include <set>

#include "base/refusals.h"
#include "service/logged.h"
#include "service/own_parties.h"
#include "service/visible.h"
#include "tracing/line_of_supply.h"
#include "tracing/names.h"

namespace lotline::service {

namespace {

using custody::EntryRow;
using tracing::SupplyStep;

struct Wanted {
  LotId lot;                     ///< its movements; none for those of all lots
  std::vector<PartyId> holders;  ///< those with one of these on a side; none for all
};

class MovementList {
 public:
  MovementList(Register& store, const Wanted& wanted, std::int64_t limit)
      : store_(store),
        state_(store.state()),
        wanted_(wanted),
        limit_(static_cast<std::size_t>(limit)),
        names_(store.names()) {}

  /// By lot, record and line.
  Page<SupplyStep> by_lot(const Cursor& cursor) {
    LotId lot{cursor.numbers[0]};
    Key from = make_key(cursor.numbers[0], cursor.numbers[1], cursor.numbers[2]);
    if (wanted_.lot) {
      if (cursor.numbers[0] != wanted_.lot.number) from = make_key(wanted_.lot);
      take_entries(wanted_.lot, from);
      return std::move(page_);
    }
    for (;;) {
      const auto lots = lots_from(state_, wanted_.holders, lot, limit_);
      for (const LotId next : lots) {
        if (!take_entries(next, std::max(from, make_key(next)))) return std::move(page_);
      }
      if (lots.size() < limit_) return std::move(page_);
      lot = LotId{lots.back().number + 1};
    }
  }

  /// Newest first, from a record and a place among its entries on.
  Page<SupplyStep> newest(const Cursor& cursor) {
    auto skip = static_cast<std::size_t>(std::max<std::int64_t>(cursor.numbers[1], 0));
    for (RecordNumber number = std::min(cursor.numbers[0], store_.head().records); number > 0; --number, skip = 0) {
      if (++read_ > kMostRecordsRead) return full(number, 0);
      const auto record = logged(store_, number);
      const auto* movement = record ? std::get_if<custody::MovementPosted>(&record->what) : nullptr;
      if (movement == nullptr) continue;
      const auto entries = entries_of(*movement, number);
      for (std::size_t i = skip; i < entries.size(); ++i) {
        if (page_.items.size() == limit_) return full(number, i);
        page_.items.push_back(step(entries[i]));
      }
    }
    return std::move(page_);
  }

 private:
  Page<SupplyStep> full(RecordNumber number, std::size_t at) {
    page_.next = cursor_text("movements", {{}, {number, static_cast<std::int64_t>(at), 0}});
    return std::move(page_);
  }

  /// False when the page is full.
  bool take_entries(LotId lot, const Key& from) {
    bool more = true;
    state_.book.entries.scan_from(from, [&](const EntryRow& entry) {
      if (entry.lot != lot) return false;
      if (page_.items.size() == limit_ || ++read_ > kMostRead) {
        page_.next = cursor_text("movements", {{}, {entry.lot.number, entry.number, entry.line}});
        more = false;
      } else if (is_wanted(entry)) {
        page_.items.push_back(step(entry));
      }
      return more;
    });
    return more;
  }

  bool is_wanted(const EntryRow& entry) {
    const auto& holders = wanted_.holders;
    const auto hands = tracing::hands_of(entry, names_);
    return holders.empty() || std::ranges::find(holders, hands.from) != holders.end() ||
           std::ranges::find(holders, hands.to) != holders.end();
  }

  std::vector<EntryRow> entries_of(const custody::MovementPosted& movement, RecordNumber number) {
    std::set<LotId> lots;
    for (const auto& posting : movement.postings) lots.insert(posting.lot);
    std::vector<EntryRow> entries;
    for (const LotId lot : lots)
      state_.book.entries.scan(make_key(lot, number),
                               [&](const EntryRow& row) { return entries.push_back(row), true; });
    return entries;
  }

  SupplyStep step(const EntryRow& entry) {
    // Rounds of unknown lot are an exhibit's, under its own number.
    custody::LotRow unknown{};
    unknown.id = entry.lot;
    unknown.number = "of unknown lot";
    return tracing::step_of(entry, names_.lot(state_.book.lots.find(make_key(entry.lot)).value_or(unknown)), names_);
  }

  Register& store_;
  const State& state_;
  const Wanted& wanted_;
  std::size_t limit_;
  tracing::Names& names_;
  Page<SupplyStep> page_;
  std::int64_t read_ = 0;
};

Result<Wanted> look_up(Register& store, const Reference& reference, const Sight& sight, const MovementsAsked& asked) {
  Wanted wanted;
  if (asked.maker.empty() != asked.number.empty())
    return of_field<Wanted>(asked.maker.empty() ? "maker" : "number",
                            refuse(missing_value, "a lot is named by its maker and its number"));
  if (!asked.maker.empty())
    wanted.lot =
        TRY(of_field("number", lot_in_sight(store, reference, sight, asked.maker, asked.number, asked.product))).id;
  if (!asked.holder.empty())
    wanted.holders = {TRY(of_field("holder", party_in_sight(store, reference, sight, asked.holder)))};
  else if (!sight.all())
    wanted.holders = own_parties(store.state(), reference.visitor.organisation);
  return wanted;
}

}  // namespace

Result<Page<SupplyStep>> list_movements(Register& store, const Reference& reference, const MovementsAsked& asked) {
  TRY(require_reading(reference.visitor));
  TRY(check_limit(asked.page.limit));
  const auto cursor = TRY(read_cursor("movements", 3, asked.page.cursor));
  return read_one_state(store, [&]() -> Result<Page<SupplyStep>> {
    const Sight sight(reference.visitor, store.state().parties);
    const auto wanted = TRY(look_up(store, reference, sight, asked));
    if (!sight.all() && wanted.holders.empty()) return Page<SupplyStep>{};
    MovementList list(store, wanted, asked.page.limit);
    if (!wanted.lot && wanted.holders.empty())
      return list.newest(cursor.value_or(Cursor{{}, {store.head().records, 0, 0}}));
    return list.by_lot(cursor.value_or(Cursor{{}, {0, 0, 0}}));
  });
}

}  // namespace lotline::service
