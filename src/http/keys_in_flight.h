#pragma once
// Idempotency keys whose requests are being answered: the same one again is refused, not answered twice.

#include <mutex>
#include <set>
#include <string>

#include "base/refusal.h"

namespace lotline::http {

class KeysInFlight {
 public:
  /// Lets go of its key at its end; without a key it does nothing.
  class Held {
   public:
    Held(KeysInFlight& keys, std::string key) : keys_(&keys), key_(std::move(key)) {}
    Held(Held&& other) noexcept : keys_(std::exchange(other.keys_, nullptr)), key_(std::move(other.key_)) {}
    Held& operator=(Held&&) = delete;
    ~Held() {
      if (keys_ != nullptr) keys_->let_go(key_);
    }

   private:
    KeysInFlight* keys_;
    std::string key_;
  };

  /// Refuses (in_flight) a key of this account and address that is held. An empty key is never held.
  Result<Held> hold(const std::string& account, const std::string& address, const std::string& key);

 private:
  void let_go(const std::string& key);

  std::mutex mutex_;
  std::set<std::string> held_;
};

}  // namespace lotline::http
