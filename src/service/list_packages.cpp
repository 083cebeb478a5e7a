#include "service/list_packages.h"

#include <algorithm>
#include <map>

#include "service/holdings.h"
#include "service/own_parties.h"
#include "service/visible.h"

namespace lotline::service {

namespace {

using custody::PackageRow;

struct Wanted {
  std::string code;
  std::vector<PartyId> holders;  ///< those that have it; none for whoever has it
  std::optional<custody::PackageLevel> level;
};

class PackageList {
 public:
  PackageList(Register& store, const Wanted& wanted, std::int64_t limit)
      : packages_(store.state().book.packages),
        wanted_(wanted),
        limit_(static_cast<std::size_t>(limit)),
        names_(store.names()) {}

  Page<ListedPackage> from(const Cursor& cursor) {
    const auto each = [&](const PackageRow& row) { return take(row); };
    const Key first = make_key(cursor.numbers.front());
    if (!wanted_.code.empty())
      packages_.scan_along("code_key", std::max(cursor.text, wanted_.code), first,
                           [&](const PackageRow& row) { return row.code_key.starts_with(wanted_.code) && take(row); });
    else if (wanted_.holders.size() == 1)
      packages_.scan_by_from("possessor", wanted_.holders.front().number, first, each);
    else if (!wanted_.holders.empty())
      through_holders(cursor.numbers.front());
    else
      packages_.scan_from(first, each);
    return std::move(page_);
  }

 private:
  /// The first packages of each holder, as many as a page has and one more, are in one order the first of all.
  void through_holders(std::int64_t from) {
    for (;;) {
      std::map<PackageId, PackageRow> rows;
      for (const PartyId holder : wanted_.holders) {
        std::size_t taken = 0;
        packages_.scan_by_from("possessor", holder.number, make_key(from), [&](const PackageRow& row) {
          rows.emplace(row.id, row);
          return ++taken <= limit_;
        });
      }
      std::size_t told = 0;
      for (const auto& [id, row] : rows) {
        if (told++ > limit_) break;
        if (!take(row)) return;
        from = id.number + 1;
      }
      if (rows.size() <= limit_) return;
    }
  }

  /// False when the page is full; the list goes on with this package then.
  bool take(const PackageRow& row) {
    if (page_.items.size() == limit_ || ++read_ > kMostRead) {
      page_.next = cursor_text("packages", {wanted_.code.empty() ? "" : row.code_key, {row.id.number}});
      return false;
    }
    if (wanted_.level && row.level != *wanted_.level) return true;
    const auto& holders = wanted_.holders;
    if (!holders.empty() && std::ranges::find(holders, row.possessor) == holders.end()) return true;
    page_.items.push_back({row.code, std::string{word(row.level)}, row.sealed, names_.package(row.parent),
                           names_.party(row.possessor), place_in_words(row.where), std::string{word(row.standing)},
                           row.id.number});
    return true;
  }

  const Table<PackageRow>& packages_;
  const Wanted& wanted_;
  std::size_t limit_;
  tracing::Names& names_;
  Page<ListedPackage> page_;
  std::int64_t read_ = 0;
};

}  // namespace

Result<Page<ListedPackage>> list_packages(Register& store, const Reference& reference, const PackagesAsked& asked) {
  TRY(require_reading(reference.visitor));
  TRY(check_limit(asked.page.limit));
  const auto cursor = TRY(read_cursor("packages", 1, asked.page.cursor)).value_or(Cursor{{}, {0}});
  return read_one_state(store, [&]() -> Result<Page<ListedPackage>> {
    const Sight sight(reference.visitor, store.state().parties);
    Wanted wanted{asked.code, {}, {}};
    if (!asked.level.empty()) wanted.level = TRY(parse_word<custody::PackageLevel>(asked.level, "level"));
    if (!asked.holder.empty())
      wanted.holders = {TRY(of_field("holder", party_in_sight(store, reference, sight, asked.holder)))};
    else if (!sight.all())
      wanted.holders = own_parties(store.state(), reference.visitor.organisation);
    if (!sight.all() && wanted.holders.empty()) return Page<ListedPackage>{};
    return PackageList(store, wanted, asked.page.limit).from(cursor);
  });
}

}  // namespace lotline::service
