#pragma once
// Scans that were made ready and may be wanted again: each file is read once however many pairs it is in, as long as no
// more than so many are wanted at a time.

#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "service/ready_scan.h"

namespace lotline::service {

/// Used from several threads at once.
class ScanShelf {
 public:
  using Ready = std::shared_ptr<const Result<ReadyScan>>;
  using Make = std::function<Result<ReadyScan>(const std::string& path)>;

  ScanShelf(Make make, std::size_t most) : make_(std::move(make)), most_(most) {}

  /// The scan or why there is none. Two threads that want the same file wait for one reading of it.
  Ready get(const std::string& path);

 private:
  struct Place {
    std::mutex making;
    Ready ready;
  };
  struct Shelved {
    std::shared_ptr<Place> place;
    std::list<std::string>::iterator used;
  };
  std::shared_ptr<Place> place_of(const std::string& path);

  Make make_;
  std::size_t most_;
  std::mutex mutex_;                                  ///< of what follows
  std::list<std::string> used_;                       ///< paths, last wanted first
  std::unordered_map<std::string, Shelved> shelved_;  ///< by path
};

}  // namespace lotline::service
