#pragma once
// One-time codes of a second factor (TOTP, RFC 6238: six digits, 30 seconds, HMAC-SHA-1 as every authenticator has it),
// through liboath.

#include <cstdint>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/refusal.h"

namespace lotline::access {

inline constexpr std::int64_t kCodeSeconds = 30;
/// A code is good one step before and after its own, for clocks that differ (RFC 6238 section 5.2).
inline constexpr std::int64_t kCodeSlack = 1;

/// The code that an authenticator shows at that moment. REQUIRES a base32 secret.
std::string code_at(std::string_view secret, Instant now);

/// The step a code belongs to. Refuses (code_refused) a wrong one, and one of a step not after `last_step`: each is
/// used once.
Result<std::int64_t> step_of_code(std::string_view secret, std::string_view code, Instant now, std::int64_t last_step);

/// What an authenticator reads as a QR code: otpauth://totp/...
std::string enrolment_uri(std::string_view name, std::string_view secret);

}  // namespace lotline::access
