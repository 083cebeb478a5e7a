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

WriteQueue::WriteQueue(Desk& desk)
    : desk_(desk), acts_([this](const std::vector<Act>& group) { return write(group); }) {}

std::future<Result<RecordNumber>> WriteQueue::submit(Act act) { return acts_.hand_in(std::move(act)); }

std::vector<Result<RecordNumber>> WriteQueue::write(const std::vector<Act>& group) {
  try {
    return write_durably(group);
  } catch (...) {
    desk_.lookup.forget();
    throw;
  }
}

std::vector<Result<RecordNumber>> WriteQueue::write_durably(const std::vector<Act>& group) {
  auto work = UnitOfWork::begin(desk_.store);
  if (!work) return std::vector<Result<RecordNumber>>(group.size(), std::unexpected(work.error()));
  const RecordNumber before = desk_.store.next_number();
  std::vector<Result<RecordNumber>> outcomes;
  for (const Act& act : group) outcomes.push_back(decide(act));
  // What was only refused, or recorded before, waits for no disk.
  if (desk_.store.next_number() == before) return outcomes;
  work->commit();
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
