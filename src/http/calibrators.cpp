#include "http/calibrators.h"

#include <sys/stat.h>

#include <algorithm>

#include "answers/refusals.h"
#include "base/whole_file.h"
#include "exchange/calibrator_file.h"
#include "http/log.h"

namespace lotline::http {

namespace fs = std::filesystem;

using comparison::Calibrator;

Calibrators::Calibrators(std::vector<const Calibrator*> shipped, fs::path folder)
    : shipped_(std::move(shipped)), folder_(std::move(folder)) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder_, error)) {
    if (entry.path().extension() != ".json") continue;
    auto read = exchange::read_calibrator(entry.path().string());
    if (!read) {
      log_event("no_calibrator", read.error().text);
      continue;
    }
    const std::string sha256 = read->sha256;
    kept_.emplace(sha256, std::make_unique<const Calibrator>(std::move(*read)));
  }
}

Result<const Calibrator*> Calibrators::keep(std::string_view text) {
  auto read = TRY(exchange::read_calibrator_text(text));
  const auto there = std::ranges::find(shipped_, read.sha256, [](const Calibrator* one) { return one->sha256; });
  if (there != shipped_.end()) return *there;
  const std::lock_guard lock(mutex_);
  if (const auto known = kept_.find(read.sha256); known != kept_.end()) return known->second.get();
  ::mkdir(folder_.c_str(), S_IRWXU);
  const std::string sha256 = read.sha256;
  const std::string whole = exchange::calibrator_text(read);
  TRY(write_whole_file((folder_ / (sha256 + ".json")).string(), std::as_bytes(std::span{whole})));
  return kept_.emplace(sha256, std::make_unique<const Calibrator>(std::move(read))).first->second.get();
}

Result<const Calibrator*> Calibrators::named(const std::string& word, surface::Mark mark) const {
  if (word == "none") return nullptr;
  if (!word.empty()) return find(word);
  const auto found = std::ranges::find(shipped_, mark, [](const Calibrator* one) { return one->scope.mark; });
  return found == shipped_.end() ? nullptr : *found;
}

Result<const Calibrator*> Calibrators::find(std::string_view sha256) const {
  for (const auto* one : shipped_)
    if (one->sha256 == sha256) return one;
  const std::lock_guard lock(mutex_);
  const auto known = kept_.find(sha256);
  if (known == kept_.end()) return refuse(answers::no_such_calibrator, "{}", sha256);
  return known->second.get();
}

std::vector<const Calibrator*> Calibrators::all() const {
  std::vector<const Calibrator*> listed = shipped_;
  const std::lock_guard lock(mutex_);
  for (const auto& [sha256, calibrator] : kept_) listed.push_back(calibrator.get());
  return listed;
}

bool Calibrators::is_shipped(const Calibrator& calibrator) const {
  return std::ranges::find(shipped_, &calibrator) != shipped_.end();
}

}  // namespace lotline::http
