#include "seizure/trace_request.h"

#include <gtest/gtest.h>

#include "seizure/memory_tables.h"

namespace lotline::seizure {
namespace {

When on(unsigned month, unsigned day) {
  const Day exact = day_of(2022, month, day);
  return {exact, exact};
}

struct RequestsToTrace : ::testing::Test {
  MemoryTable<TraceRequestRow> rows;
  MemoryTable<TraceAnswerRow> answers;
  TraceRequests requests{rows, answers};

  static TraceRequested outgoing() {
    TraceRequested requested;
    requested.direction = RequestDirection::outgoing;
    requested.state = "BE";
    requested.reference = "REQ-1";
    requested.exhibit = ExhibitId{10};
    requested.deadline = day_of(2022, 6, 30);
    return requested;
  }
  static std::string refusal(const TraceRequested& requested) {
    const auto decided = decide_request(requested, on(3, 1));
    return decided ? "" : decided.error().name;
  }
  static TraceAnswered answer(const std::string& result, RecordNumber request = 20) {
    TraceAnswered answered;
    answered.request = TraceRequestId{request};
    answered.result = result;
    return answered;
  }
  std::string answering(const TraceAnswered& answered, const When& happened, std::optional<Day> deadline = {}) {
    auto decided = decide_answer(requests, answered, happened, deadline);
    if (!decided) return decided.error().name;
    apply(*decided, 30 + static_cast<RecordNumber>(answers.size()), happened, requests);
    return "";
  }
};

// R55
TEST_F(RequestsToTrace, one_names_the_other_state_a_reference_and_a_deadline) {
  EXPECT_EQ(refusal(outgoing()), "");
  auto requested = outgoing();
  requested.state.clear();
  EXPECT_EQ(refusal(requested), "missing_value");
  requested = outgoing();
  requested.reference.clear();
  EXPECT_EQ(refusal(requested), "missing_value");
  requested = outgoing();
  requested.deadline = day_of(2022, 2, 28);
  EXPECT_EQ(refusal(requested), "deadline_before_request");
}

// R55
TEST_F(RequestsToTrace, ours_is_of_an_exhibit_and_theirs_of_the_marks_they_read) {
  auto requested = outgoing();
  requested.exhibit = {};
  EXPECT_EQ(refusal(requested), "request_subject");
  requested = outgoing();
  requested.marks.headstamp = "CBC 17";
  EXPECT_EQ(refusal(requested), "request_subject");
  requested.direction = RequestDirection::incoming;
  EXPECT_EQ(refusal(requested), "request_subject");
  requested.exhibit = {};
  EXPECT_EQ(refusal(requested), "");
  requested.marks = {};
  EXPECT_EQ(refusal(requested), "request_subject");
}

// R55
TEST_F(RequestsToTrace, it_is_open_until_answered_for_good_and_overdue_after_its_deadline) {
  apply(outgoing(), 20, on(3, 1), requests);
  const auto row = [&] { return *rows.find(make_key(20)); };
  EXPECT_TRUE(row().open());
  EXPECT_FALSE(row().overdue(day_of(2022, 6, 30)));
  EXPECT_TRUE(row().overdue(day_of(2022, 7, 1)));
  EXPECT_EQ(answering(answer("pending"), on(6, 20), day_of(2022, 8, 31)), "");
  EXPECT_TRUE(row().open());
  EXPECT_FALSE(row().overdue(day_of(2022, 7, 1)));
  EXPECT_TRUE(row().overdue(day_of(2022, 9, 1)));
  EXPECT_EQ(answering(answer("to_first_recipient"), on(8, 1)), "");
  EXPECT_FALSE(row().open());
  EXPECT_FALSE(row().overdue(day_of(2023, 1, 1)));
  EXPECT_EQ(row().deadline, day_of(2022, 8, 31));
  EXPECT_EQ(row().first_deadline, day_of(2022, 6, 30));
  EXPECT_EQ(answers.size(), 2u);
  EXPECT_EQ(answering(answer("not_traceable"), on(8, 2)), "answered_before");
}

TEST_F(RequestsToTrace, an_answer_is_to_a_request_and_says_something) {
  apply(outgoing(), 20, on(3, 1), requests);
  EXPECT_EQ(answering(answer("refused", 21), on(4, 1)), "unknown_request");
  EXPECT_EQ(answering(answer("refused"), on(2, 28)), "answer_before_request");
  EXPECT_EQ(answering(answer(""), on(4, 1)), "missing_value");
  EXPECT_EQ(answering(answer("not_initiated"), on(4, 1)), "no_result");
  EXPECT_EQ(answering(answer("refused"), on(4, 1), day_of(2022, 9, 1)), "deadline_not_later");
  EXPECT_EQ(answering(answer("pending"), on(4, 1), day_of(2022, 6, 30)), "deadline_not_later");
  EXPECT_EQ(answering(answer("pending"), on(4, 1), day_of(2022, 7, 1)), "");
  EXPECT_THROW(apply(answer("refused", 21), 40, on(4, 1), requests), BrokenInvariant);
}

}  // namespace
}  // namespace lotline::seizure
