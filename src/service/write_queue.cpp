#include "service/write_queue.h"

namespace lotline::service {

namespace {

/// Gives the desk back its actor and visitor, however an act ended.
class ActorOfDesk {
 public:
  explicit ActorOfDesk(Desk& desk)
      : desk_(desk), actor_(desk.actor), acting_for_(desk.acting_for), visitor_(desk.visitor) {}
  ActorOfDesk(const ActorOfDesk&) = delete;
  ActorOfDesk& operator=(const ActorOfDesk&) = delete;
  ~ActorOfDesk() {
    desk_.actor = std::move(actor_);
    desk_.acting_for = acting_for_;
    desk_.visitor = std::move(visitor_);
  }

 private:
  Desk& desk_;
  std::string actor_;
  PartyId acting_for_;
  access::Visitor visitor_;
};

}  // namespace

WriteQueue::WriteQueue(Desk& desk) : desk_(desk), writer_([this] { run(); }) {}

WriteQueue::~WriteQueue() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  arrived_.notify_one();
  writer_.join();
}

std::future<Result<RecordNumber>> WriteQueue::submit(Act act) {
  Waiting waiting{std::move(act), {}};
  auto answer = waiting.answer.get_future();
  {
    std::unique_lock lock(mutex_);
    taken_.wait(lock, [&] { return waiting_.size() < kMostWaiting; });
    waiting_.push_back(std::move(waiting));
  }
  arrived_.notify_one();
  return answer;
}

std::int64_t WriteQueue::commits() const {
  const std::lock_guard lock(mutex_);
  return commits_;
}

void WriteQueue::run() {
  for (;;) {
    std::vector<Waiting> group;
    {
      std::unique_lock lock(mutex_);
      arrived_.wait(lock, [&] { return ending_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      while (!waiting_.empty() && group.size() < kMostTogether) {
        group.push_back(std::move(waiting_.front()));
        waiting_.pop_front();
      }
    }
    taken_.notify_all();
    write(group);
  }
}

void WriteQueue::write(std::vector<Waiting>& group) {
  std::vector<Result<RecordNumber>> outcomes;
  try {
    outcomes = write_durably(group);
  } catch (...) {
    desk_.lookup.forget();
    for (Waiting& waiting : group) waiting.answer.set_exception(std::current_exception());
    return;
  }
  for (std::size_t i = 0; i < group.size(); ++i) group[i].answer.set_value(std::move(outcomes[i]));
}

std::vector<Result<RecordNumber>> WriteQueue::write_durably(std::vector<Waiting>& group) {
  auto work = UnitOfWork::begin(desk_.store);
  if (!work) return std::vector<Result<RecordNumber>>(group.size(), std::unexpected(work.error()));
  const RecordNumber before = desk_.store.next_number();
  std::vector<Result<RecordNumber>> outcomes;
  for (const Waiting& waiting : group) outcomes.push_back(decide(waiting.act));
  // What was only refused, or recorded before, waits for no disk.
  if (desk_.store.next_number() == before) return outcomes;
  work->commit();
  const std::lock_guard lock(mutex_);
  ++commits_;
  return outcomes;
}

Result<RecordNumber> WriteQueue::decide(const Act& act) {
  const ActorOfDesk actor(desk_);
  desk_.store.mark();
  auto outcome = act(desk_);
  if (!outcome) {
    desk_.store.undo_to_mark();
    desk_.lookup.forget();
  }
  return outcome;
}

}  // namespace lotline::service
