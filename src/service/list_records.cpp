#include "service/list_records.h"

#include <algorithm>

#include "service/alert.h"
#include "service/logged.h"
#include "service/visible.h"
#include "tracing/names.h"

namespace lotline::service {

namespace {

template <class... Acts>
std::vector<std::string_view> kinds_of(const std::variant<Acts...>*) {
  return {Acts::kind_name...};
}

Result<void> check_kind(const std::string& kind) {
  const auto kinds = kinds_of(static_cast<const What*>(nullptr));
  if (kind.empty() || std::ranges::find(kinds, kind) != kinds.end()) return {};
  return of_field<void>("kind", refuse_word(kind, "kind", kinds));
}

Page<ListedRecord> records_from(Register& store, const RecordsAsked& asked, const Sight& sight, RecordNumber first) {
  tracing::Names& names = store.names();
  Page<ListedRecord> page;
  std::int64_t read = 0;
  for (RecordNumber number = first; number > 0; --number) {
    if (std::ssize(page.items) == asked.page.limit || ++read > kMostRecordsRead) {
      page.next = cursor_text("records", {{}, {number}});
      break;
    }
    const auto record = logged(store, number);
    if (!record || !sight.of(record->acting_for)) continue;
    const std::string kind{kind_of(record->what)};
    if ((!asked.kind.empty() && kind != asked.kind) || (!asked.actor.empty() && record->actor != asked.actor)) continue;
    if (asked.alerts && !is_alert(record->what)) continue;
    page.items.push_back({number, kind, record->actor, names.party(record->acting_for), to_text(record->recorded_at),
                          to_text(record->happened)});
  }
  return page;
}

}  // namespace

Result<Page<ListedRecord>> list_records(Register& store, const Reference& reference, const RecordsAsked& asked) {
  const bool reads_any = reference.visitor.may(access::Right::read_log);
  if (!reads_any) TRY(access::require(reference.visitor, access::Right::read_own));
  TRY(check_limit(asked.page.limit));
  TRY(check_kind(asked.kind));
  const auto cursor = TRY(read_cursor("records", 1, asked.page.cursor));
  return read_one_state(store, [&]() -> Result<Page<ListedRecord>> {
    const auto own = [&](PartyId party) { return access::own(reference.visitor, store.state().parties, party); };
    const Sight sight = reads_any ? Sight(std::function<bool(PartyId)>{}) : Sight(own);
    const RecordNumber newest = store.head().records;
    const RecordNumber first = cursor ? std::min(cursor->numbers.front(), newest) : newest;
    return records_from(store, asked, sight, first);
  });
}

}  // namespace lotline::service
