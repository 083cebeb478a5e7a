#include "http/events.h"

#include <fmt/format.h>

#include <cstring>

#include "base/text.h"

namespace lotline::http {

bool EventStream::write(std::string_view text) {
  const std::lock_guard lock(mutex_);
  if (ended_) return false;
  if (waiting_.size() + text.size() > kMostWaiting)
    ended_ = true;
  else
    waiting_ += text;
  wake_reader();
  return !ended_;
}

void EventStream::end() {
  const std::lock_guard lock(mutex_);
  ended_ = true;
  wake_reader();
}

void EventStream::wake_reader() {
  if (!wake_) return;
  wake_();
  wake_ = nullptr;
}

std::int64_t EventStream::read(char* into, std::size_t most, const std::function<void()>& sleep,
                               std::function<void()> wake) {
  const std::lock_guard lock(mutex_);
  if (waiting_.empty()) {
    if (ended_) return -1;
    sleep();
    wake_ = std::move(wake);
    return 0;
  }
  const std::size_t count = std::min(most, waiting_.size());
  std::memcpy(into, waiting_.data(), count);
  waiting_.erase(0, count);
  return static_cast<std::int64_t>(count);
}

std::shared_ptr<EventStream> Events::open(const access::Visitor& reader, std::function<bool()> may_stay) {
  auto stream = std::make_shared<EventStream>(reader, std::move(may_stay));
  stream->write("retry: 3000\n\n");
  const std::lock_guard lock(mutex_);
  if (ended_) stream->end();
  streams_.push_back(stream);
  return stream;
}

std::vector<std::shared_ptr<EventStream>> Events::living() {
  std::vector<std::shared_ptr<EventStream>> living;
  const std::lock_guard lock(mutex_);
  std::erase_if(streams_, [&](const auto& weak) {
    auto stream = weak.lock();
    if (stream) living.push_back(std::move(stream));
    return weak.expired();
  });
  return living;
}

void Events::publish(std::string_view event, std::string_view data,
                     const std::function<bool(const access::Visitor&)>& may_know) {
  std::int64_t number = 0;
  {
    const std::lock_guard lock(mutex_);
    number = ++number_;
  }
  // Each line of the data is a line of the event; what is told of a job holds a report of many lines.
  std::string text = fmt::format("id: {}\nevent: {}\n", number, event);
  for (const std::string_view line : split(data, '\n')) text += fmt::format("data: {}\n", line);
  text += '\n';
  for (const auto& stream : living())
    if (may_know(stream->reader())) stream->write(text);
}

void Events::heartbeat() {
  for (const auto& stream : living()) {
    if (stream->may_stay())
      stream->write(": alive\n\n");
    else
      stream->end();
  }
}

void Events::end_all() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  for (const auto& stream : living()) stream->end();
}

std::size_t Events::count() { return living().size(); }

}  // namespace lotline::http
