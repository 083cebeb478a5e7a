#include "access/attempt.h"

#include <arpa/inet.h>

#include <algorithm>

#include "access/refusals.h"
#include "access/secret.h"

namespace lotline::access {

namespace {

AttemptRow row_of(const Table<AttemptRow>& attempts, const std::string& name, const std::string& address, Instant now,
                  const ThrottleRules& rules) {
  AttemptRow row = attempts.find(make_key(name, address)).value_or(AttemptRow{name, address, 0, {}, {}});
  if (now.seconds >= row.last_failure.seconds + rules.forgotten_after) row.failures = 0;
  return row;
}

/// Seconds that are left to wait after so many failures.
std::int64_t wait_left(const AttemptRow& row, std::int64_t free, std::int64_t longest, Instant now,
                       const ThrottleRules& rules) {
  if (row.failures < free) return 0;
  const std::int64_t doublings = std::min<std::int64_t>(row.failures - free, 20);
  const std::int64_t wait = std::min(rules.first_wait << doublings, longest);
  return std::max<std::int64_t>(0, row.last_failure.seconds + wait - now.seconds);
}

struct Rows {
  AttemptRow pair;
  AttemptRow address;
  AttemptRow name;
};
Rows rows_of(const Table<AttemptRow>& attempts, std::string_view name, std::string_view peer, Instant now,
             const ThrottleRules& rules) {
  const std::string hash = hash_of_secret(to_lower_ascii(name));
  const std::string address = address_of(peer);
  return {row_of(attempts, hash, address, now, rules), row_of(attempts, "", address, now, rules),
          row_of(attempts, hash, "", now, rules)};
}

}  // namespace

std::string address_of(std::string_view peer) {
  const std::string text(peer);
  in6_addr address{};
  if (inet_pton(AF_INET6, text.c_str(), &address) != 1) return text;
  // An IPv4 address in the clothes of IPv6 is itself.
  if (IN6_IS_ADDR_V4MAPPED(&address)) {
    std::array<char, INET_ADDRSTRLEN> four{};
    inet_ntop(AF_INET, address.s6_addr + 12, four.data(), four.size());
    return four.data();
  }
  std::fill(std::begin(address.s6_addr) + 8, std::end(address.s6_addr), std::uint8_t{0});
  std::array<char, INET6_ADDRSTRLEN> cut{};
  inet_ntop(AF_INET6, &address, cut.data(), cut.size());
  return std::string{cut.data()} + "/64";
}

Result<void> begin_attempt(Table<AttemptRow>& attempts, std::string_view name, std::string_view peer, Instant now,
                           const ThrottleRules& rules) {
  Rows rows = rows_of(attempts, name, peer, now, rules);
  const bool known =
      rows.pair.last_success.seconds != 0 && now.seconds < rows.pair.last_success.seconds + rules.known_for;
  std::int64_t wait =
      wait_left(rows.pair, rules.free_of_pair, known ? rules.longest_wait_known : rules.longest_wait, now, rules);
  if (!known) {
    wait = std::max(wait, wait_left(rows.address, rules.free_of_address, rules.longest_wait, now, rules));
    wait = std::max(wait, wait_left(rows.name, rules.free_of_name, rules.longest_wait_known, now, rules));
  }
  if (wait > 0) return refuse(too_many_attempts, "{} seconds", wait);
  for (AttemptRow* row : {&rows.pair, &rows.address, &rows.name}) {
    ++row->failures;
    row->last_failure = now;
    attempts.put(*row);
  }
  return {};
}

void attempt_succeeded(Table<AttemptRow>& attempts, std::string_view name, std::string_view peer, Instant now) {
  Rows rows = rows_of(attempts, name, peer, now, {});
  rows.pair.failures = 0;
  rows.pair.last_success = now;
  for (AttemptRow* row : {&rows.address, &rows.name}) row->failures = std::max<std::int64_t>(0, row->failures - 1);
  for (const AttemptRow* row : {&rows.pair, &rows.address, &rows.name}) attempts.put(*row);
}

void forget_attempts(Table<AttemptRow>& attempts, Instant now, const ThrottleRules& rules) {
  std::vector<Key> gone;
  attempts.scan({}, [&](const AttemptRow& row) {
    const bool failed_lately = now.seconds < row.last_failure.seconds + rules.forgotten_after;
    const bool known = now.seconds < row.last_success.seconds + rules.known_for;
    if (!failed_lately && !known) gone.push_back(key_of(row));
    return true;
  });
  for (const Key& key : gone) attempts.erase(key);
}

}  // namespace lotline::access
