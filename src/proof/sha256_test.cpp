#include "proof/sha256.h"

#include <gtest/gtest.h>

#include <string>

#include "proof/refusals.h"

namespace lotline::proof {
namespace {

TEST(Sha256, the_published_examples_come_out) {
  EXPECT_EQ(to_hex(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(to_hex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(to_hex(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST(Sha256, pieces_hash_as_the_whole_does_and_one_object_serves_many_messages) {
  const std::string text(1000, 'x');
  Sha256 hash;
  for (std::size_t cut = 0; cut <= text.size(); cut += 37) {
    hash.update(std::string_view{text}.substr(0, cut)).update(std::string_view{text}.substr(cut));
    EXPECT_EQ(hash.finish(), sha256(text)) << cut;
  }
  EXPECT_EQ(hash.finish(), sha256(""));
}

TEST(Sha256, hexadecimal_is_read_back_in_either_case) {
  const Digest digest = sha256("abc");
  EXPECT_EQ(digest_of_hex(to_hex(digest)).value(), digest);
  EXPECT_EQ(digest_of_hex("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD").value(), digest);
}

TEST(Sha256, a_digest_of_wrong_length_or_with_other_characters_is_refused) {
  const std::string hex = to_hex(sha256("abc"));
  EXPECT_EQ(digest_of_hex(hex.substr(1)).error().number, bad_digest.number);
  EXPECT_EQ(digest_of_hex(hex + "00").error().number, bad_digest.number);
  for (const char wrong : {'g', 'G', '/', ':', '@', '`', ' '}) {
    std::string first = hex;
    std::string second = hex;
    first[10] = wrong;
    second[11] = wrong;
    EXPECT_EQ(digest_of_hex(first).error().number, bad_digest.number) << wrong;
    EXPECT_EQ(digest_of_hex(second).error().number, bad_digest.number) << wrong;
  }
}

}  // namespace
}  // namespace lotline::proof
