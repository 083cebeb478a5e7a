#include "service/list_scans.h"

#include "seizure/refusals.h"
#include "service/lead_card.h"
#include "service/lookup.h"
#include "surface/mark.h"

namespace lotline::service {

namespace {

Page<ListedScan> page_of(const State& state, std::string_view mark, std::optional<RecordNumber> source,
                         RecordNumber first, std::size_t limit) {
  Page<ListedScan> page;
  std::int64_t read = 0;
  const auto take = [&](const seizure::ScanRow& row) {
    if (page.items.size() == limit || ++read > kMostRead) {
      page.next = cursor_text("scans", {"", {row.id.number}});
      return false;
    }
    if (mark.empty() || row.mark == mark) page.items.push_back({row, source_in_words(state, row)});
    return true;
  };
  if (source)
    state.scans.scans.scan_by_from("source", *source, make_key(first), take);
  else
    state.scans.scans.scan_from(make_key(first), take);
  return page;
}

}  // namespace

Result<Page<ListedScan>> list_scans(Register& store, const Reference& reference, const ScansAsked& asked) {
  TRY(access::require(reference.visitor, access::Right::read_fired_cases));
  TRY(check_limit(asked.page.limit));
  const auto cursor = TRY(read_cursor("scans", 1, asked.page.cursor));
  if (!asked.mark.empty()) TRY(of_field("mark", parse_word<surface::Mark>(asked.mark, "mark")));
  std::optional<RecordNumber> source;
  if (!asked.source.empty()) source = TRY(of_field("source", Lookup::number(asked.source)));
  return read_one_state(store, [&] {
    return page_of(store.state(), asked.mark, source, cursor ? cursor->numbers.front() : 0,
                   static_cast<std::size_t>(asked.page.limit));
  });
}

Result<ListedScan> scan_card(Register& store, const Reference& reference, ScanId scan) {
  TRY(access::require(reference.visitor, access::Right::read_fired_cases));
  return read_one_state(store, [&]() -> Result<ListedScan> {
    const auto row = store.state().scans.scans.find(make_key(scan));
    if (!row) return refuse(seizure::unknown_scan, "{}", scan.number);
    return ListedScan{*row, source_in_words(store.state(), *row)};
  });
}

}  // namespace lotline::service
