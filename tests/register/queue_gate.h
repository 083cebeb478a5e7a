#pragma once
// Keeps a write queue's thread busy until it is let go, so that what is handed in meanwhile is waiting together.

#include <future>

#include "base/refusals.h"
#include "service/write_queue.h"

namespace lotline {

class QueueGate {
 public:
  /// Returns when the queue's thread stands before it. REQUIRES to be opened before the queue ends.
  void shut(service::WriteQueue& queue) {
    queue.submit([this](service::Desk&) -> Result<RecordNumber> {
      reached_.set_value();
      opened_.get_future().wait();
      return refuse(missing_value, "the gate records nothing");
    });
    reached_.get_future().wait();
  }
  void open() { opened_.set_value(); }

 private:
  std::promise<void> reached_;
  std::promise<void> opened_;
};

}  // namespace lotline
