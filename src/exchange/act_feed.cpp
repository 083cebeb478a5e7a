#include "exchange/act_feed.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "base/refusals.h"
#include "exchange/act_line.h"
#include "service/write_queue.h"

namespace lotline::exchange {

namespace {

/// A line that was handed in and is not answered yet.
struct Pending {
  std::int64_t line = 0;
  std::shared_ptr<Taken> taken;  // filled in the queue's thread, read once the number is there
  std::future<Result<RecordNumber>> number;
};

/// Answers lines in their order, in a thread of its own, so that whoever sends them may wait for an answer before the
/// next line.
class Answers {
 public:
  Answers(FeedReport& report, const std::function<void(const FeedAnswer&)>& answer)
      : report_(report), answer_(answer), thread_([this] { run(); }) {}
  Answers(const Answers&) = delete;
  Answers& operator=(const Answers&) = delete;
  ~Answers() { end(); }

  void expect(Pending pending) {
    {
      const std::lock_guard lock(mutex_);
      pending_.push_back(std::move(pending));
    }
    arrived_.notify_one();
  }
  [[nodiscard]] bool failed() const {
    const std::lock_guard lock(mutex_);
    return fault_ != nullptr;
  }
  /// Waits for all answers; throws the first fault.
  void finish() {
    end();
    if (fault_) std::rethrow_exception(fault_);
  }

 private:
  void end() {
    if (!thread_.joinable()) return;
    {
      const std::lock_guard lock(mutex_);
      ending_ = true;
    }
    arrived_.notify_one();
    thread_.join();
  }
  void run() {
    for (;;) {
      Pending next;
      {
        std::unique_lock lock(mutex_);
        arrived_.wait(lock, [&] { return ending_ || !pending_.empty(); });
        if (pending_.empty()) return;
        next = std::move(pending_.front());
        pending_.pop_front();
      }
      tell(next);
    }
  }
  void tell(Pending& next) {
    try {
      const auto number = next.number.get();
      if (!number) {
        ++report_.refused;
        answer_({next.line, std::unexpected(number.error())});
        return;
      }
      ++(next.taken->before ? report_.before : report_.recorded);
      answer_({next.line, *next.taken});
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!fault_) fault_ = std::current_exception();
    }
  }

  FeedReport& report_;
  const std::function<void(const FeedAnswer&)>& answer_;
  mutable std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Pending> pending_;
  std::exception_ptr fault_;
  bool ending_ = false;
  std::thread thread_;  // last: it uses all of the above
};

/// The next line without its end, or nothing at the end of the file; of an over-long one no more than is needed to
/// tell.
std::optional<std::string> next_line(std::FILE* lines) {
  std::string line;
  for (int c = std::getc(lines); c != EOF; c = std::getc(lines)) {
    if (c == '\n') return line;
    if (line.size() <= kLongestLine) line.push_back(static_cast<char>(c));
  }
  return line.empty() ? std::nullopt : std::optional(line);
}

Result<ActLine> read_line(proof::JsonParser& parser, const std::string& line) {
  if (line.size() > kLongestLine) return refuse(line_too_long);
  return read_act_line(parser, line);
}

}  // namespace

FeedReport feed_acts(service::Desk& desk, std::FILE* lines, const std::function<void(const FeedAnswer&)>& answer) {
  FeedReport report;
  proof::JsonParser parser;
  service::WriteQueue queue(desk);
  Answers answers(report, answer);
  std::int64_t number = 0;
  while (!answers.failed()) {
    const auto line = next_line(lines);
    if (!line) break;
    ++number;
    if (trim(*line).empty()) continue;
    auto taken = std::make_shared<Taken>();
    auto act = read_line(parser, *line);
    auto recorded = queue.submit([act = std::move(act), taken](service::Desk& at) -> Result<RecordNumber> {
      if (!act) return std::unexpected(act.error());
      const PreparedAct prepared = TRY(prepare_act(*act->act, act->issuer, act->ref, act->filled()));
      *taken = TRY(take_act(at, *act->act, prepared));
      return taken->number;
    });
    answers.expect({number, taken, std::move(recorded)});
  }
  answers.finish();
  report.commits = queue.commits();
  return report;
}

}  // namespace lotline::exchange
