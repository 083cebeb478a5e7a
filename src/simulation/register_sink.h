#pragma once
// A simulated State written into a register, act by act, through the use cases that people's acts go through.

#include <optional>

#include "service/acts.h"
#include "simulation/sink.h"

namespace lotline::simulation {

/// The moment a return is recorded at: the same on every run.
class ReturnClock final : public Clock {
 public:
  [[nodiscard]] Instant now() const override { return now_; }
  void set(Day day) { now_ = {std::int64_t{day.count} * 86'400 + 8 * 3'600}; }

 private:
  Instant now_{};
};

class RegisterSink final : public Sink {
 public:
  /// The clock is the desk's. Refuses a register that is not simulated, or holds more than its first record.
  static Result<RegisterSink> into(service::Desk& desk, ReturnClock& clock);

  Result<void> begin_return(int year, Day sent_in) override;
  Result<RecordNumber> take(const Row& row) override;
  Result<void> finish() override;
  std::string code_of(const Row& party, RecordNumber number) override;

 private:
  RegisterSink(service::Desk& desk, ReturnClock& clock) : desk_(&desk), clock_(&clock) {}
  service::Desk* desk_;
  ReturnClock* clock_;
  std::optional<service::UnitOfWork> work_{};
  RecordNumber committed_ = 0;  ///< records when the unit of work began
};

}  // namespace lotline::simulation
