#include "http/keys_in_flight.h"

#include "answers/refusals.h"

namespace lotline::http {

Result<KeysInFlight::Held> KeysInFlight::hold(const std::string& account, const std::string& address,
                                              const std::string& key) {
  if (key.empty()) return Held(*this, {});
  std::string whole = account + '\n' + address + '\n' + key;
  const std::lock_guard lock(mutex_);
  const bool is_held = !held_.insert(whole).second;
  if (is_held) return refuse(answers::in_flight);
  return Held(*this, std::move(whole));
}

void KeysInFlight::let_go(const std::string& key) {
  const std::lock_guard lock(mutex_);
  held_.erase(key);
}

}  // namespace lotline::http
