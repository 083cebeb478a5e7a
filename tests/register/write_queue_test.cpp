// Acts of many threads before one register: joined in few commits, each answered for itself.

#include "service/write_queue.h"

#include <atomic>
#include <set>

#include "tests/register/desk_fixture.h"
#include "tests/register/queue_gate.h"

namespace lotline {

using service::WriteQueue;

class WriteQueueOfDesk : public SmallState {
 protected:
  WriteQueueOfDesk() { made_lot("A17-1"); }

  /// An act of the desk, to be handed in.
  static WriteQueue::Act act_of(std::string name, Fields fields) {
    return [name = std::move(name), fields = std::move(fields)](service::Desk& desk) -> Result<RecordNumber> {
      const auto* kind = TRY(service::find_act(name));
      return kind->record(desk, TRY(service::Values::of(kind->form, fields)), {});
    };
  }
  static WriteQueue::Act of_rounds(std::string_view rounds) {
    return act_of("movements", transfer("A17-1", "MAKER", "STORE", "ARMY", rounds));
  }
};

TEST_F(WriteQueueOfDesk, acts_of_many_threads_are_all_recorded_and_every_number_is_told) {
  constexpr int kThreads = 8, kEach = 40;
  const RecordNumber before = store_->head().records;
  std::vector<std::vector<RecordNumber>> numbers(kThreads);
  std::int64_t commits = 0;
  {
    WriteQueue queue(*desk_);
    std::vector<std::thread> threads;
    for (auto& mine : numbers)
      threads.emplace_back([&] {
        for (int i = 0; i < kEach; ++i) mine.push_back(queue.submit(of_rounds("1")).get().value());
      });
    for (auto& thread : threads) thread.join();
    commits = queue.commits();
  }
  std::set<RecordNumber> all;
  for (const auto& mine : numbers) {
    EXPECT_TRUE(std::ranges::is_sorted(mine));
    all.insert(mine.begin(), mine.end());
  }
  EXPECT_EQ(all.size(), static_cast<std::size_t>(kThreads * kEach));
  EXPECT_EQ(store_->head().records, before + kThreads * kEach);
  EXPECT_LE(commits, kThreads * kEach);
  EXPECT_EQ(held("ARMY", "VAULT", "A17-1").count(), kThreads * kEach);
  reopen();
  EXPECT_EQ(store_->head().records, before + kThreads * kEach);
  expect_verified();
}

TEST_F(WriteQueueOfDesk, what_is_waiting_together_shares_one_commit_and_a_refused_act_is_undone_alone) {
  QueueGate gate;
  WriteQueue queue(*desk_);
  gate.shut(queue);
  std::vector<std::future<Result<RecordNumber>>> answers;
  for (const auto* rounds : {"6000", "6000", "4000", "1"}) answers.push_back(queue.submit(of_rounds(rounds)));
  gate.open();
  EXPECT_TRUE(answers[0].get().has_value());
  EXPECT_EQ(answers[1].get().error().name, "not_enough_rounds") << "decided on what the act before it left";
  EXPECT_TRUE(answers[2].get().has_value());
  EXPECT_EQ(answers[3].get().error().name, "not_enough_rounds");
  EXPECT_EQ(queue.commits(), 1);
}

TEST_F(WriteQueueOfDesk, acts_that_record_nothing_cost_no_commit) {
  WriteQueue queue(*desk_);
  EXPECT_EQ(queue.submit(of_rounds("10001")).get().error().name, "not_enough_rounds");
  EXPECT_EQ(queue.commits(), 0);
}

TEST_F(WriteQueueOfDesk, an_act_sees_what_was_recorded_before_it_and_not_what_was_refused) {
  const Fields shop{{"code", "SHOP"}, {"kind", "dealer"}, {"name", "Shop"}, {"country", "BR"}};
  const Fields unit{{"code", "TILL"}, {"kind", "unit"}, {"name", "Till"}, {"country", "BR"}, {"parent", "SHOP"}};
  WriteQueue queue(*desk_);
  auto refused_shop = queue.submit([&](service::Desk& desk) -> Result<RecordNumber> {
    TRY(act_of("parties", shop)(desk));
    return refuse(missing_value, "after the shop was entered");
  });
  auto early = queue.submit(act_of("parties", unit));
  auto made = queue.submit(act_of("parties", shop));
  auto late = queue.submit(act_of("parties", unit));
  EXPECT_EQ(refused_shop.get().error().name, "missing_value");
  EXPECT_EQ(early.get().error().name, "unknown_party");
  EXPECT_TRUE(made.get().has_value());
  EXPECT_TRUE(late.get().has_value());
}

TEST_F(WriteQueueOfDesk, each_act_may_have_an_actor_of_its_own) {
  WriteQueue queue(*desk_);
  const auto by = [&](std::string actor, const char* rounds) {
    return queue.submit([actor = std::move(actor), rounds](service::Desk& desk) {
      if (!actor.empty()) desk.actor = actor;
      return of_rounds(rounds)(desk);
    });
  };
  auto first = by("clerk", "1");
  auto second = by("", "1");
  const auto numbers = std::pair{first.get().value(), second.get().value()};
  EXPECT_NE(store_->read(numbers.first)->body.find("\"actor\":\"clerk\""), std::string::npos);
  EXPECT_NE(store_->read(numbers.second)->body.find("\"actor\":\"tester\""), std::string::npos);
}

TEST_F(WriteQueueOfDesk, a_locked_register_refuses_all_that_wait_and_the_next_are_taken) {
  auto other = storage::open_sqlite(path_, storage::OpenMode::write, impatient()).value();
  desk_.reset();
  store_.reset();
  store_ =
      storage::RegisterStore::open(storage::open_sqlite(path_, storage::OpenMode::write, impatient()).value(), salts_)
          .value();
  desk_ = std::make_unique<service::Desk>(*store_, catalogue_, clock_, salts_, "tester");
  other->begin_immediate();
  WriteQueue queue(*desk_);
  auto first = queue.submit(of_rounds("1"));
  auto second = queue.submit(of_rounds("1"));
  EXPECT_EQ(first.get().error().name, "locked_register");
  EXPECT_EQ(second.get().error().name, "locked_register");
  other->rollback();
  EXPECT_TRUE(queue.submit(of_rounds("1")).get().has_value());
}

TEST_F(WriteQueueOfDesk, an_act_that_breaks_an_invariant_takes_its_commit_with_it_and_leaves_nothing) {
  const std::string before = root();
  {
    QueueGate gate;
    WriteQueue queue(*desk_);
    gate.shut(queue);
    auto good = queue.submit(of_rounds("1"));
    auto broken = queue.submit([](service::Desk& desk) -> Result<RecordNumber> {
      // Rounds out of nowhere, entered past every rule.
      auto account = desk.store.state().book.accounts.all().front();
      account.rounds += Rounds(1);
      desk.store.state().book.accounts.put(account);
      return of_rounds("1")(desk);
    });
    gate.open();
    EXPECT_THROW(good.get(), BrokenInvariant);
    EXPECT_THROW(broken.get(), BrokenInvariant);
    EXPECT_TRUE(queue.submit(of_rounds("2")).get().has_value());
  }
  EXPECT_NE(root(), before);
  EXPECT_EQ(held("ARMY", "VAULT", "A17-1").count(), 2);
  reopen();
  expect_verified();
}

TEST_F(WriteQueueOfDesk, that_ends_answers_what_was_handed_in) {
  std::vector<std::future<Result<RecordNumber>>> answers;
  {
    WriteQueue queue(*desk_);
    for (int i = 0; i < 100; ++i) answers.push_back(queue.submit(of_rounds("1")));
  }
  for (auto& answer : answers) EXPECT_TRUE(answer.get().has_value());
  EXPECT_EQ(held("ARMY", "VAULT", "A17-1").count(), 100);
}

TEST_F(WriteQueueOfDesk, no_more_wait_than_may) {
  QueueGate gate;
  std::atomic<int> handed_in = 0;
  WriteQueue queue(*desk_);
  gate.shut(queue);
  std::thread hasty([&] {
    for (std::size_t i = 0; i < WriteQueue::kMostWaiting + 10; ++i) {
      queue.submit(of_rounds("1"));
      ++handed_in;
    }
  });
  while (handed_in < static_cast<int>(WriteQueue::kMostWaiting)) std::this_thread::yield();
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  EXPECT_EQ(handed_in, static_cast<int>(WriteQueue::kMostWaiting));
  gate.open();
  hasty.join();
}

}  // namespace lotline
