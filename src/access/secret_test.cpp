#include "access/secret.h"

#include <gtest/gtest.h>

#include <set>

#include "access/accounts_fixture.h"
#include "access/one_time_code.h"
#include "access/password.h"
#include "access/refusals.h"

namespace lotline::access {
namespace {

constexpr PasswordCost kCheap{1, 8192};

// RFC 6238, appendix B: the secret "12345678901234567890" in base32.
constexpr const char* kSecret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

TEST(Secrets, are_never_the_same_and_never_short) {
  std::set<std::string> made;
  for (int i = 0; i < 1000; ++i) made.insert(new_secret());
  EXPECT_EQ(made.size(), 1000U);
  EXPECT_EQ(made.begin()->size(), 43U);
  EXPECT_EQ(new_one_time_password().size(), 23U);
  EXPECT_EQ(new_recovery_code().size(), 19U);
  EXPECT_EQ(new_totp_secret().size(), 32U);
}

TEST(Secrets, are_kept_as_their_sha256) {
  EXPECT_EQ(hash_of_secret("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_TRUE(same_secret("abc", "abc"));
  EXPECT_FALSE(same_secret("abc", "abd"));
  EXPECT_FALSE(same_secret("abc", "ab"));
}

TEST(Secrets, a_recovery_code_is_taken_as_people_write_it) {
  EXPECT_EQ(hash_of_recovery_code("abcd efgh-IJKL-mnop"), hash_of_recovery_code("ABCD-EFGH-IJKL-MNOP"));
  EXPECT_NE(hash_of_recovery_code("ABCD"), hash_of_recovery_code("ABCE"));
}

TEST(Passwords, are_judged_by_length_alone_and_by_what_anybody_would_try) {
  const auto judged = [](std::string_view password) { return refused(check_password(password, "amara.diallo")); };
  EXPECT_EQ(judged("fourteen chars"), password_short.number);
  EXPECT_EQ(judged("fifteen chars.."), 0);
  EXPECT_EQ(judged("just small letters and blanks"), 0);
  // Characters, not bytes.
  EXPECT_EQ(judged("\xC3\xA9\xC3\xA8\xC3\xAA\xC3\xAB\xC3\xA9\xC3\xA8\xC3\xAA"), password_short.number);
  std::string long_one;
  for (int i = 0; i < 200; ++i) long_one.push_back(static_cast<char>('a' + i % 26));
  EXPECT_EQ(judged(long_one), 0);
  EXPECT_EQ(judged(long_one + "x"), password_long.number);
  EXPECT_EQ(judged("abababababababab"), password_guessable.number);
  EXPECT_EQ(judged("Amara.Diallo1234"), password_guessable.number);
  EXPECT_EQ(judged("a sentence that amara.diallo says often"), 0);
  EXPECT_EQ(judged("fifteen chars\xFF.."), password_long.number);
}

TEST(Passwords, are_hashed_by_argon2id_with_a_salt_of_their_own) {
  const std::string hash = hash_password("correct horse battery", kCheap);
  EXPECT_TRUE(hash.starts_with("$argon2id$")) << hash;
  EXPECT_NE(hash, hash_password("correct horse battery", kCheap));
  EXPECT_TRUE(is_password(hash, "correct horse battery"));
  EXPECT_FALSE(is_password(hash, "correct horse batterz"));
  EXPECT_FALSE(is_password("", "correct horse battery"));
  EXPECT_EQ(hash_of_nobody(kCheap), hash_of_nobody(kCheap));
  EXPECT_FALSE(is_password(hash_of_nobody(kCheap), ""));
}

TEST(OneTimeCodes, are_those_of_rfc_6238) {
  EXPECT_EQ(code_at(kSecret, Instant{59}), "287082");
  EXPECT_EQ(code_at(kSecret, Instant{1111111109}), "081804");
  EXPECT_EQ(code_at(kSecret, Instant{20000000000}), "353130");
}

TEST(OneTimeCodes, are_good_one_step_before_and_after_their_own) {
  const Instant now{1111111109};
  const std::int64_t step = now.seconds / kCodeSeconds;
  for (const std::int64_t off : {-1, 0, 1})
    EXPECT_EQ(step_of_code(kSecret, code_at(kSecret, after(now, off * kCodeSeconds)), now, 0).value(), step + off);
  for (const std::int64_t off : {-2, 2})
    EXPECT_EQ(refused(step_of_code(kSecret, code_at(kSecret, after(now, off * kCodeSeconds)), now, 0)),
              code_refused.number);
}

TEST(OneTimeCodes, are_good_once_and_never_after_a_later_one) {
  const Instant now{1111111109};
  const std::int64_t step = now.seconds / kCodeSeconds;
  const std::string code = code_at(kSecret, now);
  EXPECT_EQ(refused(step_of_code(kSecret, code, now, step - 1)), 0);
  EXPECT_EQ(refused(step_of_code(kSecret, code, now, step)), code_refused.number);
  EXPECT_EQ(refused(step_of_code(kSecret, code, now, step + 1)), code_refused.number);
}

TEST(OneTimeCodes, are_taken_with_a_blank_and_refused_as_anything_else) {
  const Instant now{1111111109};
  EXPECT_EQ(refused(step_of_code(kSecret, "081 804", now, 0)), 0);
  for (const char* wrong : {"", "81804", "0818040", "081805", "abcdef"})
    EXPECT_EQ(refused(step_of_code(kSecret, wrong, now, 0)), code_refused.number) << wrong;
}

TEST(OneTimeCodes, an_authenticator_is_told_by_a_uri) {
  EXPECT_EQ(enrolment_uri("amara@registry", kSecret),
            "otpauth://totp/Lotline:amara%40registry?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Lotline&"
            "algorithm=SHA1&digits=6&period=30");
}

}  // namespace
}  // namespace lotline::access
