#pragma once
// One reading of a register kept open for a whole process, so that the others cost less. SQLite holds one lock of the
// system for all readings of a process that see the same state: while one is open, another begins and ends without
// asking the system, and without making other threads wait while it is asked.
//
// An open reading keeps the -wal file from being folded in. So it is kept only while nobody writes: it is let go within
// a tenth of a second after a commit, by whichever process, and comes back a second after the last one, when all that
// was committed is in the register's one file and the -wal file can begin anew.

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "storage/connection.h"

namespace lotline::storage {

class KeptReading {
 public:
  struct Pace {
    std::chrono::milliseconds kept{100};    ///< before it is let go, and begun anew where nobody wrote
    std::chrono::milliseconds quiet{1000};  ///< since the last commit that was seen
  };

  /// REQUIRES a connection that may write, and that nobody else uses.
  explicit KeptReading(std::unique_ptr<Connection> connection) : KeptReading(std::move(connection), Pace()) {}
  KeptReading(std::unique_ptr<Connection> connection, Pace pace);
  ~KeptReading() = default;
  KeptReading(const KeptReading&) = delete;
  KeptReading& operator=(const KeptReading&) = delete;

 private:
  void run(const std::stop_token& stop);
  /// Lets the last reading go; begins another where nothing was committed for long enough.
  void renew();

  std::unique_ptr<Connection> connection_;
  Pace pace_;
  std::int64_t state_ = 0;                         ///< as it was last seen
  std::chrono::steady_clock::time_point changed_;  ///< when that was seen first
  std::mutex mutex_;
  std::condition_variable_any stopped_;
  std::jthread thread_;  ///< last: it uses all of the above
};

}  // namespace lotline::storage
