#include "storage/kept_reading.h"

#include <utility>

namespace lotline::storage {

KeptReading::KeptReading(std::unique_ptr<Connection> connection, Pace pace)
    : connection_(std::move(connection)), pace_(pace), thread_([this](const std::stop_token& stop) { run(stop); }) {}

void KeptReading::run(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    try {
      renew();
    } catch (const StorageFault&) {
      connection_->rollback();  // whoever is asked for an answer tells what is wrong with the register
    }
    std::unique_lock lock(mutex_);
    stopped_.wait_for(lock, stop, pace_.kept, [] { return false; });
  }
}

void KeptReading::renew() {
  if (connection_->in_transaction()) connection_->commit();
  const std::int64_t state = connection_->data_version();
  const auto now = std::chrono::steady_clock::now();
  if (std::exchange(state_, state) != state) changed_ = now;
  if (now - changed_ < pace_.quiet || !connection_->try_checkpoint()) return;
  connection_->begin_read();
  static_cast<void>(connection_->data_version());  // only what is read takes the lock
}

}  // namespace lotline::storage
