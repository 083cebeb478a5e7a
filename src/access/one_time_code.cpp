#include "access/one_time_code.h"

#include <liboath/oath.h>

#include <array>
#include <cstdlib>
#include <memory>
#include <optional>

#include "access/refusals.h"
#include "access/secret.h"
#include "base/check.h"
#include "base/text.h"

namespace lotline::access {

namespace {

constexpr unsigned kDigits = 6;

std::string code_of_step(std::string_view secret, std::int64_t step) {
  static const int ready = oath_init();
  CHECK(ready == OATH_OK);
  char* bytes = nullptr;
  std::size_t size = 0;
  const int decoded = oath_base32_decode(secret.data(), secret.size(), &bytes, &size);
  const std::unique_ptr<char, decltype(&std::free)> owned(bytes, &std::free);
  CHECK(decoded == OATH_OK);
  std::array<char, kDigits + 1> code{};
  CHECK(oath_hotp_generate(bytes, size, static_cast<std::uint64_t>(step), kDigits, false, OATH_HOTP_DYNAMIC_TRUNCATION,
                           code.data()) == OATH_OK);
  return {code.data(), kDigits};
}

/// As written for people: "123 456".
std::string without_blanks(std::string_view typed) {
  std::string code;
  for (const char c : typed)
    if (c != ' ') code.push_back(c);
  return code;
}

}  // namespace

std::string code_at(std::string_view secret, Instant now) { return code_of_step(secret, now.seconds / kCodeSeconds); }

Result<std::int64_t> step_of_code(std::string_view secret, std::string_view code, Instant now, std::int64_t last_step) {
  const std::string typed = without_blanks(code);
  const std::int64_t present = now.seconds / kCodeSeconds;
  std::optional<std::int64_t> found;
  // All of them, so that the time taken does not tell which it was.
  for (std::int64_t step = present - kCodeSlack; step <= present + kCodeSlack; ++step)
    if (same_secret(code_of_step(secret, step), typed) && step > last_step) found = step;
  if (!found) return refuse(code_refused);
  return *found;
}

std::string enrolment_uri(std::string_view name, std::string_view secret) {
  std::string escaped;
  for (const char c : name) {
    const bool plain = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '.' || c == '_';
    escaped += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return fmt::format("otpauth://totp/Lotline:{}?secret={}&issuer=Lotline&algorithm=SHA1&digits={}&period={}", escaped,
                     secret, kDigits, kCodeSeconds);
}

}  // namespace lotline::access
