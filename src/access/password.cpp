#include "access/password.h"

#include <sodium.h>

#include <map>
#include <mutex>
#include <new>
#include <semaphore>
#include <set>

#include "access/refusals.h"
#include "access/secret.h"
#include "base/text.h"

namespace lotline::access {

namespace {

/// Whether the name, in whatever case, is half of the password or more.
bool leans_on(std::string_view password, std::string_view name) {
  if (name.empty() || 2 * name.size() < password.size()) return false;
  return to_lower_ascii(password).find(to_lower_ascii(name)) != std::string::npos;
}

/// Held while a password is hashed.
class Turn {
 public:
  Turn() { turns().acquire(); }
  ~Turn() { turns().release(); }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

 private:
  static std::counting_semaphore<kHashedAtOnce>& turns() {
    static std::counting_semaphore<kHashedAtOnce> all(kHashedAtOnce);
    return all;
  }
};

}  // namespace

Result<void> check_password(std::string_view password, std::string_view name) {
  if (!is_utf8(password) || password.find('\0') != std::string_view::npos) return refuse(password_long);
  const std::u32string characters = code_points(password);
  if (characters.size() < kShortestPassword) return refuse(password_short);
  if (characters.size() > kLongestPassword) return refuse(password_long);
  const bool monotonous = std::set<char32_t>(characters.begin(), characters.end()).size() < 5;
  if (monotonous || leans_on(password, name)) return refuse(password_guessable);
  return {};
}

std::string hash_password(std::string_view password, const PasswordCost& cost) {
  std::string hash(crypto_pwhash_STRBYTES, '\0');
  static const int ready = sodium_init();
  const Turn turn;
  if (ready < 0 || crypto_pwhash_str(hash.data(), password.data(), password.size(), cost.passes, cost.bytes) != 0)
    throw std::bad_alloc();
  hash.resize(hash.find('\0'));
  return hash;
}

bool is_password(std::string_view hash, std::string_view password) {
  const std::string ended(hash);  // with the closing zero that libsodium reads to
  const Turn turn;
  return crypto_pwhash_str_verify(ended.c_str(), password.data(), password.size()) == 0;
}

const std::string& hash_of_nobody(const PasswordCost& cost) {
  static std::mutex mutex;
  static std::map<std::pair<std::uint64_t, std::size_t>, std::string> made;
  const std::lock_guard lock(mutex);
  std::string& hash = made[{cost.passes, cost.bytes}];
  if (hash.empty()) hash = hash_password(new_secret(), cost);
  return hash;
}

}  // namespace lotline::access
