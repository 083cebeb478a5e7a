#pragma once
// Requests that are done once: the Idempotency-Key of a write to accounts is kept in the write's own transaction, its
// answer right after. Known for 24 hours.

#include <string>

#include "service/access_ports.h"

namespace lotline::service {

struct KeyedRequest {
  std::string account;  ///< who asks; of somebody who is not signed in the address
  std::string route;    ///< method and address
  std::string key;
  std::string asked;   ///< everything that was sent: another text with the same key is another request
  std::string secret;  ///< what only who sent it can send again
};

/// What came of a request of this key, this account and this address before.
struct KeptAnswer {
  enum class Came {
    never,
    with_another_body,
    answered,
    unanswered  ///< done, but its answer was lost, or is sealed with what another sign-in showed
  } came{};
  std::string answer{};
};
KeptAnswer kept_answer(AccessDesk& desk, const KeyedRequest& request);

/// Keeps the answer of a request that was done.
Result<void> keep_answer(AccessDesk& desk, const KeyedRequest& request, const std::string& answer);
/// Of one that was refused after something was written, as that an attempt failed: it may be tried again.
Result<void> forget_key(AccessDesk& desk, const KeyedRequest& request);
/// Takes away keys that are no longer known.
void sweep_keys(access::Accounts& accounts, Instant now);

/// A store that keeps the request's key in every unit of work it does.
class KeyedAccess final : public AccessStore {
 public:
  /// Both outlive it.
  KeyedAccess(AccessDesk& desk, const KeyedRequest& request)
      : inner_(desk.store), clock_(desk.clock), request_(request) {}

  Result<void> write(const Act& act) override;
  void write_soon(Act act) override { inner_.write_soon(std::move(act)); }
  void read(const std::function<void(const access::Accounts&)>& look) override { inner_.read(look); }
  [[nodiscard]] std::int64_t commits() const override { return inner_.commits(); }
  [[nodiscard]] Head head() override { return inner_.head(); }
  void read_log(RecordNumber from, const std::function<bool(const LoggedRecord&)>& take) override {
    inner_.read_log(from, take);
  }
  void read_log_back(RecordNumber before, const std::function<bool(const LoggedRecord&)>& take) override {
    inner_.read_log_back(before, take);
  }
  [[nodiscard]] std::string damage() override { return inner_.damage(); }

  /// Whether anything was written.
  [[nodiscard]] bool wrote() const { return wrote_; }

 private:
  AccessStore& inner_;
  const Clock& clock_;
  const KeyedRequest& request_;
  bool wrote_ = false;
};

}  // namespace lotline::service
