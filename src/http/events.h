#pragma once
// Server-sent events: what happens is told to every open stream whose reader may know it. A stream that reads too
// slowly loses its place: it is ended, and the browser comes again.

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "access/visitor.h"

namespace lotline::http {

/// One open stream. The server reads, anybody writes.
class EventStream {
 public:
  /// Most that waits for a reader before the stream is ended, in bytes.
  static constexpr std::size_t kMostWaiting = 64 * 1024;

  /// `may_stay` is asked at every sign of life: a stream ends with the session it was opened in.
  EventStream(access::Visitor reader, std::function<bool()> may_stay)
      : reader_(std::move(reader)), may_stay_(std::move(may_stay)) {}

  [[nodiscard]] const access::Visitor& reader() const { return reader_; }
  [[nodiscard]] bool may_stay() const { return may_stay_(); }

  /// Adds text and wakes the server; false when the stream has ended or ends now because its reader is too slow.
  bool write(std::string_view text);
  void end();

  /// Up to `most` bytes into `into`; 0 when there is nothing, and then `sleep` was called under the stream's lock, so
  /// that no wake is lost; -1 when it has ended. `wake` is called, once, when there is something again.
  std::int64_t read(char* into, std::size_t most, const std::function<void()>& sleep, std::function<void()> wake);

 private:
  void wake_reader();

  access::Visitor reader_;
  std::function<bool()> may_stay_;
  std::mutex mutex_;
  std::string waiting_;
  std::function<void()> wake_;  ///< empty while the server is not asleep
  bool ended_ = false;
};

class Events {
 public:
  /// A new stream; its first line is a sign of life.
  std::shared_ptr<EventStream> open(const access::Visitor& reader, std::function<bool()> may_stay);

  /// Tells those that `may_know` says yes to. `data` is one line of JSON.
  void publish(std::string_view event, std::string_view data,
               const std::function<bool(const access::Visitor&)>& may_know);
  /// A comment line to every stream, and an end to those that may not stay; streams whose reader went away are found by
  /// it.
  void heartbeat();
  /// Ends every stream; none is opened any more.
  void end_all();
  [[nodiscard]] std::size_t count();

 private:
  /// Those that still have a reader.
  std::vector<std::shared_ptr<EventStream>> living();

  std::mutex mutex_;
  std::vector<std::weak_ptr<EventStream>> streams_;
  std::int64_t number_ = 0;  ///< of the last event
  bool ended_ = false;
};

}  // namespace lotline::http
