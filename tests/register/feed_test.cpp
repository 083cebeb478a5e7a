// Acts one a line into a real register: recorded as they come, each answered for itself.

#include "exchange/act_feed.h"

#include <unistd.h>

#include <future>
#include <thread>

#include "tests/register/desk_fixture.h"

namespace lotline {

using exchange::FeedAnswer;

class Feed : public SmallState {
 protected:
  Feed() { made_lot("A17-1"); }

  static std::string line(std::string_view ref, std::string_view rounds) {
    return fmt::format(
        R"({{"kind":"movements","issuer":"D","ref":"{}","fields":{{"act":"transfer","from":"MAKER","from_place":"STORE",)"
        R"("to":"ARMY","maker":"MAKER","lot":"A17-1","rounds":{},"on":"2018-01-01"}}}})",
        ref, rounds);
  }
  exchange::FeedReport feed(std::string text) {
    answers_.clear();
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> lines(fmemopen(text.data(), text.size(), "rb"), std::fclose);
    return exchange::feed_acts(*desk_, lines.get(), [&](const FeedAnswer& answer) { answers_.push_back(answer); });
  }
  /// The name of the refusal of the one line, and its field.
  std::string refused_line(std::string text) {
    const std::string before = root();
    EXPECT_EQ(feed(std::move(text)).refused, 1);
    EXPECT_EQ(root(), before);
    if (answers_.size() != 1 || answers_.front().outcome) return "";
    return answers_.front().outcome.error().name;
  }

  std::vector<FeedAnswer> answers_;
};

TEST_F(Feed, lines_are_recorded_in_their_order_and_answered_by_number) {
  const RecordNumber before = store_->head().records;
  const auto report = feed(line("1", "6000") + "\n\n" + line("2", "5000") + "\n  \r\n" + line("3", "4000"));
  EXPECT_EQ(report.recorded, 2);
  EXPECT_EQ(report.refused, 1);
  ASSERT_EQ(answers_.size(), 3u);
  EXPECT_EQ(answers_[0].line, 1);
  EXPECT_EQ(answers_[0].outcome->number, before + 1);
  EXPECT_EQ(answers_[1].line, 3);
  EXPECT_EQ(answers_[1].outcome.error().name, "not_enough_rounds");
  EXPECT_EQ(answers_[2].line, 5);
  EXPECT_EQ(answers_[2].outcome->number, before + 2);
  EXPECT_GE(report.commits, 1);
  reopen();
  EXPECT_EQ(held("ARMY", "", "A17-1").count(), 10'000);
  expect_verified();
}

TEST_F(Feed, a_line_sent_again_is_recorded_once) {
  EXPECT_EQ(feed(line("1", "10")).recorded, 1);
  const std::string before = root();
  const auto again = feed(line("1", "\"10\""));
  EXPECT_EQ(again.before, 1);
  EXPECT_EQ(again.commits, 0);
  EXPECT_TRUE(answers_.front().outcome->before);
  EXPECT_EQ(root(), before);
  EXPECT_EQ(refused_line(line("1", "11")), "ref_reused");
  EXPECT_EQ(refused_line(line("", "11")), "row_without_ref");
}

TEST_F(Feed, any_act_may_come_with_truths_and_numbers_as_json_has_them) {
  const auto report =
      feed(R"({"kind":"stocktake","issuer":"D","ref":"s","fields":{"holder":"MAKER","place":"STORE","complete":true,)"
           R"("counts":"MAKER A17-1 9990"}})");
  ASSERT_EQ(report.recorded, 1) << answers_.front().outcome.error().text;
  const auto decided = fmt::format(
      R"({{"kind":"decide","issuer":"D","ref":"d","fields":{{"investigation":{},"finding":"loss","basis":"b"}}}})",
      answers_.front().outcome->number);
  EXPECT_EQ(feed(decided).recorded, 1);
  EXPECT_EQ(held("MAKER", "STORE", "A17-1").count(), 9990);
}

TEST_F(Feed, what_is_no_line_of_an_act_is_refused_by_name) {
  EXPECT_EQ(refused_line("hello"), "bad_json");
  EXPECT_EQ(refused_line("[]"), "json_type");
  EXPECT_EQ(refused_line("{}"), "missing_member");
  EXPECT_EQ(refused_line(R"({"kind":"movement","issuer":"D","ref":"1","fields":{}})"), "unknown_word");
  EXPECT_EQ(refused_line(R"({"kind":"movements","issuer":"D","ref":"1","fields":{},"by":"x"})"), "unknown_field");
  EXPECT_EQ(refused_line(R"({"kind":"movements","issuer":"D","ref":1,"fields":{}})"), "json_type");
  EXPECT_EQ(refused_line(R"({"kind":"movements","issuer":"D","ref":"1","fields":[]})"), "json_type");
  EXPECT_EQ(refused_line(R"({"kind":"movements","issuer":"D","ref":"1","fields":{"lot":["A"]}})"), "not_a_field_value");
  EXPECT_EQ(refused_line(R"({"kind":"movements","issuer":"D","ref":"1","fields":{"rounds":1.5}})"), "json_number");
  EXPECT_EQ(refused_line(R"({"kind":"movements","issuer":"D","ref":"1","fields":{"lot":"A","lot":"B"}})"),
            "field_twice");
  EXPECT_EQ(refused_line(R"({"kind":"movements","issuer":"D","ref":"1","ref":"2","fields":{"lot":"A"}})"),
            "field_twice");
  EXPECT_EQ(refused_line(R"({"kind":"movements","issuer":"D","ref":"1","fields":{"lots":"A"}})"), "unknown_field");
  EXPECT_EQ(refused_line(R"({"kind":"movements","issuer":"D","ref":"1","fields":{"act":"transfer"}})"),
            "missing_value");
}

TEST_F(Feed, a_line_above_a_megabyte_is_refused_and_the_next_one_taken) {
  const auto report = feed(fmt::format("{}\n{}", std::string(3'000'000, 'x'), line("1", "10")));
  EXPECT_EQ(report.recorded, 1);
  ASSERT_EQ(answers_.size(), 2u);
  EXPECT_EQ(answers_.front().outcome.error().name, "line_too_long");
}

TEST_F(Feed, a_sender_may_wait_for_each_answer_before_the_next_line) {
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  std::promise<void> answered;
  std::thread sender([&] {
    std::FILE* out = fdopen(ends[1], "wb");
    fmt::print(out, "{}\n", line("1", "10"));
    std::fflush(out);
    answered.get_future().wait();
    fmt::print(out, "{}\n", line("2", "10"));
    std::fclose(out);
  });
  std::FILE* lines = fdopen(ends[0], "rb");
  const auto report = exchange::feed_acts(*desk_, lines, [&](const FeedAnswer& answer) {
    EXPECT_TRUE(answer.outcome.has_value());
    if (answer.line == 1) answered.set_value();
  });
  std::fclose(lines);
  sender.join();
  EXPECT_EQ(report.recorded, 2);
  EXPECT_EQ(report.commits, 2);
}

TEST_F(Feed, lines_that_could_not_be_kept_are_not_answered) {
  const std::string before = root();
  // A table that refuses to grow stands for a disk that is full.
  const auto limit = [&](std::string_view pages) {
    desk_.reset();
    store_.reset();
    auto connection = storage::open_sqlite(path_, storage::OpenMode::write, impatient()).value();
    connection->execute(fmt::format("PRAGMA max_page_count = {}", pages));
    store_ = storage::RegisterStore::open(std::move(connection), salts_).value();
    desk_ = std::make_unique<service::Desk>(*store_, catalogue_, clock_, salts_, "tester");
  };
  limit("1");  // no fewer than it has
  std::string lines;
  for (int i = 0; i < 300; ++i) lines += line(std::to_string(i), "1") + "\n";
  EXPECT_THROW(feed(lines), storage::StorageFault);
  const auto kept = static_cast<std::int64_t>(answers_.size());
  reopen();
  EXPECT_EQ(held("ARMY", "", "A17-1").count(), kept);
  EXPECT_LT(kept, 300);
  expect_verified();
  // Sent again, the rest is recorded and nothing twice.
  const auto again = feed(lines);
  EXPECT_EQ(again.before, kept);
  EXPECT_EQ(again.recorded, 300 - kept);
}

}  // namespace lotline
