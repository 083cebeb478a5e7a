#include "service/list_holders.h"

#include <algorithm>

#include "base/text.h"
#include "service/catalogue_words.h"
#include "service/lookup.h"
#include "service/own_parties.h"
#include "service/visible.h"

namespace lotline::service {

namespace {

using parties::PartyRow;

struct Wanted {
  std::string code;
  std::string name;  ///< in upper case
  std::optional<parties::PartyKind> kind;
  std::string country;
  PartyId parent;

  [[nodiscard]] bool fits(const PartyRow& row) const {
    return row.code.starts_with(code) && (!kind || row.kind == *kind) && (country.empty() || row.country == country) &&
           (!parent || row.parent == parent) &&
           (name.empty() || to_upper_ascii(row.name).find(name) != std::string::npos);
  }
};

/// Takes rows in the order of their codes.
class HolderList {
 public:
  HolderList(const State& state, const Wanted& wanted, std::int64_t limit)
      : state_(state), wanted_(wanted), limit_(static_cast<std::size_t>(limit)) {}

  /// False when the page is full; the list goes on with this party then.
  bool take(const PartyRow& row) {
    if (page_.items.size() == limit_ || ++read_ > kMostRead) {
      page_.next = cursor_text("holders", {row.code, {row.id.number}});
      return false;
    }
    if (!wanted_.fits(row)) return row.code.starts_with(wanted_.code);
    ListedHolder line{{row.id, row.code, row.name, row.country}, std::string{word(row.kind)}, {}};
    if (row.parent) line.parent = state_.parties.parties.find(make_key(row.parent))->code;
    page_.items.push_back(std::move(line));
    return true;
  }
  Page<ListedHolder> done() { return std::move(page_); }

 private:
  const State& state_;
  const Wanted& wanted_;
  std::size_t limit_;
  Page<ListedHolder> page_;
  std::int64_t read_ = 0;
};

/// One's own, which are few, in the order of their codes from the cursor on.
void take_own(const State& state, PartyId organisation, const std::string& code, const Cursor& cursor,
              HolderList& list) {
  const std::string& from = std::max(cursor.text, code);
  std::vector<PartyRow> rows;
  for (const PartyId id : own_parties(state, organisation))
    if (auto row = state.parties.parties.find(make_key(id)); row && row->code >= from) rows.push_back(*std::move(row));
  std::ranges::sort(rows, {}, &PartyRow::code);
  for (const auto& row : rows)
    if (!list.take(row)) return;
}

Result<Wanted> look_up(Register& store, const Reference& reference, const Sight& sight, const HoldersAsked& asked) {
  Wanted wanted{asked.code, to_upper_ascii(asked.name), {}, {}, {}};
  if (!asked.kind.empty()) wanted.kind = TRY(of_field("kind", parse_word<parties::PartyKind>(asked.kind, "kind")));
  wanted.country = TRY(of_field("country", country_code_or_none(reference.catalogue, asked.country)));
  if (!asked.parent.empty())
    wanted.parent = TRY(of_field("parent", party_in_sight(store, reference, sight, asked.parent)));
  return wanted;
}

}  // namespace

Result<Page<ListedHolder>> list_holders(Register& store, const Reference& reference, const HoldersAsked& asked) {
  TRY(require_reading(reference.visitor));
  TRY(check_limit(asked.page.limit));
  const auto cursor = TRY(read_cursor("holders", 1, asked.page.cursor)).value_or(Cursor{{}, {0}});
  return read_one_state(store, [&]() -> Result<Page<ListedHolder>> {
    const State& state = store.state();
    const Sight sight(reference.visitor, state.parties);
    const auto wanted = TRY(look_up(store, reference, sight, asked));
    HolderList list(state, wanted, asked.page.limit);
    if (sight.all())
      state.parties.parties.scan_along("code", std::max(cursor.text, wanted.code), make_key(cursor.numbers.front()),
                                       [&](const PartyRow& row) { return list.take(row); });
    else
      take_own(state, reference.visitor.organisation, wanted.code, cursor, list);
    return list.done();
  });
}

}  // namespace lotline::service
