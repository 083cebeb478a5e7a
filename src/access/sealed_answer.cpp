#include "access/sealed_answer.h"

#include <sodium.h>

#include <array>

#include "base/check.h"

namespace lotline::access {

namespace {

using Key = std::array<unsigned char, crypto_secretbox_KEYBYTES>;
constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

Key key_of(std::string_view secret) {
  static const int ready = sodium_init();
  CHECK(ready >= 0);
  Key key{};
  crypto_generichash(key.data(), key.size(), bytes_of(secret), secret.size(), nullptr, 0);
  return key;
}

std::optional<std::string> from_base64(std::string_view text) {
  std::string bytes(text.size(), '\0');
  std::size_t size = 0;
  if (sodium_base642bin(bytes_of(bytes), bytes.size(), text.data(), text.size(), nullptr, &size, nullptr, kVariant) !=
      0)
    return std::nullopt;
  bytes.resize(size);
  return bytes;
}

}  // namespace

std::string sealed_answer(std::string_view answer, std::string_view secret) {
  const Key key = key_of(secret);
  std::string box(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + answer.size(), '\0');
  randombytes_buf(box.data(), crypto_secretbox_NONCEBYTES);
  crypto_secretbox_easy(bytes_of(box) + crypto_secretbox_NONCEBYTES, bytes_of(answer), answer.size(), bytes_of(box),
                        key.data());
  std::string text(sodium_base64_ENCODED_LEN(box.size(), kVariant), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes_of(box), box.size(), kVariant);
  text.resize(text.size() - 1);  // the closing zero
  return text;
}

std::optional<std::string> opened_answer(std::string_view sealed, std::string_view secret) {
  const Key key = key_of(secret);
  auto box = from_base64(sealed);
  constexpr std::size_t kAround = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
  if (!box || box->size() < kAround) return std::nullopt;
  std::string answer(box->size() - kAround, '\0');
  if (crypto_secretbox_open_easy(bytes_of(answer), bytes_of(*box) + crypto_secretbox_NONCEBYTES,
                                 box->size() - crypto_secretbox_NONCEBYTES, bytes_of(*box), key.data()) != 0)
    return std::nullopt;
  return answer;
}

}  // namespace lotline::access
