#include "exchange/epcis_check.h"

#include "exchange/epcis_reader.h"

namespace lotline::exchange {

namespace {

/// How often progress is reported.
constexpr std::int64_t kEventsBetweenReports = 2'000;

void add(EpcisCheck& check, const EpcisFinding& finding) {
  ++(finding.gravity == EpcisFinding::Gravity::refused ? check.refused : check.noted);
  if (check.findings.size() < kMostCheckFindings) check.findings.push_back(finding);
}

/// What ends the reading is a fault of the whole.
void add_ending(EpcisCheck& check, const Refusal& refusal) {
  add(check, {EpcisFinding::Gravity::refused, -1, {}, "$", refusal});
}

}  // namespace

EpcisCheck check_epcis(const std::string& path, const std::function<void(const EpcisProgress&)>& progress) {
  EpcisCheck check;
  check.path = path;
  auto reader = EpcisReader::open(path);
  if (!reader) {
    add_ending(check, reader.error());
    return check;
  }
  EpcisEvent event;
  for (;;) {
    const auto more = reader->next(event);
    check.form = reader->document().form;
    if (!more) add_ending(check, more.error());
    if (!more || !*more) break;
    ++check.events;
    check.refused_events += event.refused() ? 1 : 0;
    for (const auto& finding : event.findings) add(check, finding);
    if (progress && check.events % kEventsBetweenReports == 0)
      progress({reader->bytes_read(), reader->bytes_total(), check.events});
  }
  for (const auto& finding : reader->document().findings) add(check, finding);
  return check;
}

}  // namespace lotline::exchange
