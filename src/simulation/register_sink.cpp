#include "simulation/register_sink.h"

#include <algorithm>

#include "service/row_content.h"
#include "simulation/refusals.h"

namespace lotline::simulation {

namespace {

/// Big enough that commits do not count, small enough that the write-ahead log stays a fraction of the register.
constexpr RecordNumber kRecordsACommit = 200'000;

}  // namespace

Result<RegisterSink> RegisterSink::into(service::Desk& desk, ReturnClock& clock) {
  if (!desk.profile().simulated) return refuse(not_simulated);
  const auto records = desk.store.head().records;
  if (records != 1) return refuse(not_empty, "{} records", records);
  return RegisterSink(desk, clock);
}

Result<void> RegisterSink::begin_return(int, Day sent_in) {
  clock_->set(sent_in);
  const RecordNumber records = desk_->store.next_number() - 1;
  if (work_ && records - committed_ >= kRecordsACommit) {
    work_->commit();
    work_.reset();
  }
  if (work_) return {};
  committed_ = records;
  work_.emplace(TRY(service::UnitOfWork::begin(desk_->store)));
  return {};
}

Result<RecordNumber> RegisterSink::take(const Row& row) {
  const service::ActKind* act = TRY(service::find_act(row.form));
  std::vector<std::pair<std::string_view, std::string_view>> filled(row.fields.begin(), row.fields.end());
  std::ranges::sort(filled);
  desk_->store.mark();
  const auto values = TRY(service::Values::of(act->form, filled));
  return act->record(*desk_, values, {service::content_of(filled), std::string{kIssuer}, row.ref});
}

Result<void> RegisterSink::finish() {
  if (work_) work_->commit();
  work_.reset();
  return {};
}

std::string RegisterSink::code_of(const Row&, RecordNumber number) {
  const auto party = desk_->store.state().parties.parties.find(make_key(number));
  CHECK(party.has_value());
  return party->code;
}

}  // namespace lotline::simulation
