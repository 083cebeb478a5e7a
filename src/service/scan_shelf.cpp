#include "service/scan_shelf.h"

namespace lotline::service {

std::shared_ptr<ScanShelf::Place> ScanShelf::place_of(const std::string& path) {
  const std::scoped_lock lock(mutex_);
  const auto found = shelved_.find(path);
  if (found != shelved_.end()) {
    used_.splice(used_.begin(), used_, found->second.used);
    return found->second.place;
  }
  if (shelved_.size() >= most_) {
    shelved_.erase(used_.back());
    used_.pop_back();
  }
  used_.push_front(path);
  auto place = std::make_shared<Place>();
  shelved_.emplace(path, Shelved{place, used_.begin()});
  return place;
}

ScanShelf::Ready ScanShelf::get(const std::string& path) {
  const auto place = place_of(path);
  const std::scoped_lock lock(place->making);
  if (!place->ready) place->ready = std::make_shared<const Result<ReadyScan>>(make_(path));
  return place->ready;
}

}  // namespace lotline::service
