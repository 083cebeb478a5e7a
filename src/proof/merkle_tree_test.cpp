#include "proof/merkle_tree.h"

#include <gtest/gtest.h>

#include <bit>
#include <string>
#include <vector>

#include "proof/refusals.h"

namespace lotline::proof {
namespace {

constexpr std::size_t kLargest = 300;

std::vector<Digest> leaves_of(std::size_t count) {
  SeededSalts salts(1);
  std::vector<Digest> leaves;
  for (std::size_t i = 0; i < count; ++i) leaves.push_back(leaf_hash(salts.next(), std::to_string(i)));
  return leaves;
}

std::string bytes_of(const Digest& digest) { return {digest.begin(), digest.end()}; }

/// RFC 6962, 2.1, as it is written there.
Digest root_by_definition(std::span<const Digest> leaves) {
  if (leaves.empty()) return sha256("");
  if (leaves.size() == 1) return leaves[0];
  std::size_t k = 1;
  while (2 * k < leaves.size()) k *= 2;
  return sha256("\x01" + bytes_of(root_by_definition(leaves.first(k))) +
                bytes_of(root_by_definition(leaves.subspan(k))));
}

// The reference tree of the Certificate Transparency project, whose leaves carry no salt.
TEST(MerkleTree, the_reference_trees_roots_come_out) {
  const std::vector<std::string> inputs = {"",
                                           std::string("\x00", 1),
                                           "\x10",
                                           "\x20\x21",
                                           "\x30\x31",
                                           "\x40\x41\x42\x43",
                                           "\x50\x51\x52\x53\x54\x55\x56\x57",
                                           "\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f"};
  const std::vector<std::string> roots = {"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                                          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                                          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                                          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                                          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                                          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                                          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                                          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                                          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
  Frontier frontier;
  EXPECT_EQ(to_hex(frontier.root()), roots[0]);
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    frontier.append(sha256(std::string("\x00", 1) + inputs[i]));
    EXPECT_EQ(to_hex(frontier.root()), roots[i + 1]) << i;
  }
}

TEST(MerkleTree, a_leaf_hashes_a_zero_byte_its_salt_and_its_body) {
  Salt salt{};
  salt.fill(0xAB);
  EXPECT_EQ(leaf_hash(salt, "body"), sha256(std::string("\x00", 1) + std::string(32, '\xAB') + "body"));
  EXPECT_EQ(interior_hash(sha256("l"), sha256("r")), sha256("\x01" + bytes_of(sha256("l")) + bytes_of(sha256("r"))));
}

TEST(MerkleTree, a_root_grown_leaf_by_leaf_is_the_root_by_definition_at_every_size) {
  const std::vector<Digest> leaves = leaves_of(kLargest);
  Frontier frontier;
  for (std::size_t size = 0; size <= kLargest; ++size) {
    EXPECT_EQ(frontier.size(), size);
    const auto some = std::span(leaves).first(size);
    EXPECT_EQ(frontier.root(), root_by_definition(some)) << size;
    EXPECT_EQ(root_of(some), frontier.root()) << size;
    if (size < kLargest) frontier.append(leaves[size]);
  }
}

TEST(MerkleTree, a_stored_frontier_grows_on_as_if_it_had_never_been_stored) {
  const std::vector<Digest> leaves = leaves_of(kLargest);
  Frontier grown;
  for (const Digest& leaf : leaves) {
    const std::string bytes = grown.to_bytes();
    EXPECT_EQ(bytes.size(), 8 + 32 * static_cast<std::size_t>(std::popcount(grown.size())));
    Frontier restored = Frontier::of_bytes(bytes).value();
    EXPECT_EQ(restored, grown);
    grown.append(leaf);
    restored.append(leaf);
    EXPECT_EQ(restored.root(), grown.root());
  }
}

TEST(MerkleTree, a_stored_frontier_of_wrong_length_is_refused) {
  Frontier frontier;
  for (const Digest& leaf : leaves_of(5)) frontier.append(leaf);
  const std::string bytes = frontier.to_bytes();
  EXPECT_EQ(Frontier::of_bytes("").error().number, bad_tree_state.number);
  EXPECT_EQ(Frontier::of_bytes(bytes.substr(0, 7)).error().number, bad_tree_state.number);
  EXPECT_EQ(Frontier::of_bytes(bytes.substr(0, 8)).error().number, bad_tree_state.number);
  EXPECT_EQ(Frontier::of_bytes(bytes.substr(0, bytes.size() - 1)).error().number, bad_tree_state.number);
  EXPECT_EQ(Frontier::of_bytes(bytes + "x").error().number, bad_tree_state.number);
}

TEST(MerkleTree, every_leaf_of_every_tree_is_proven_in_it_and_at_no_other_place) {
  const std::vector<Digest> all = leaves_of(70);
  for (std::size_t size = 1; size <= all.size(); ++size) {
    const auto leaves = std::span(all).first(size);
    const Digest root = root_of(leaves);
    for (std::size_t index = 0; index < size; ++index) {
      const std::vector<Digest> proof = inclusion_proof(leaves, index).value();
      EXPECT_LE(proof.size(), std::bit_width(size - 1));
      EXPECT_TRUE(verify_inclusion(leaves[index], index, size, proof, root)) << index << '/' << size;
      for (std::size_t other = 0; other <= size; ++other) {
        if (other == index) continue;
        EXPECT_FALSE(verify_inclusion(leaves[index], other, size, proof, root)) << index << '/' << other << '/' << size;
      }
    }
  }
}

TEST(MerkleTree, an_inclusion_proof_with_anything_changed_is_not_accepted) {
  const std::vector<Digest> leaves = leaves_of(21);
  const Digest root = root_of(leaves);
  for (std::size_t index = 0; index < leaves.size(); ++index) {
    const std::vector<Digest> proof = inclusion_proof(leaves, index).value();
    EXPECT_FALSE(verify_inclusion(sha256("other"), index, leaves.size(), proof, root));
    EXPECT_FALSE(verify_inclusion(leaves[index], index, leaves.size(), proof, sha256("other")));
    for (std::size_t i = 0; i < proof.size(); ++i) {
      std::vector<Digest> changed = proof;
      changed[i][0] ^= 1;
      EXPECT_FALSE(verify_inclusion(leaves[index], index, leaves.size(), changed, root)) << index << ' ' << i;
    }
    std::vector<Digest> longer = proof;
    longer.push_back(root);
    EXPECT_FALSE(verify_inclusion(leaves[index], index, leaves.size(), longer, root)) << index;
    EXPECT_FALSE(verify_inclusion(leaves[index], index, leaves.size(), std::span(proof).first(proof.size() - 1), root));
  }
  EXPECT_FALSE(verify_inclusion(leaves[0], 0, 0, {}, leaves[0]));
}

TEST(MerkleTree, every_tree_is_proven_to_have_grown_out_of_every_smaller_one) {
  const std::vector<Digest> all = leaves_of(70);
  for (std::size_t later = 0; later <= all.size(); ++later) {
    const auto leaves = std::span(all).first(later);
    for (std::size_t earlier = 0; earlier <= later; ++earlier) {
      const std::vector<Digest> proof = consistency_proof(leaves, earlier).value();
      const Digest before = root_of(leaves.first(earlier));
      const Digest after = root_of(leaves);
      EXPECT_TRUE(verify_consistency(earlier, before, later, after, proof)) << earlier << " in " << later;
      EXPECT_FALSE(verify_consistency(earlier, sha256("other"), later, after, proof)) << earlier << " in " << later;
      if (earlier == 0) continue;  // every tree holds the empty one
      EXPECT_FALSE(verify_consistency(earlier, before, later, sha256("other"), proof)) << earlier << " in " << later;
    }
  }
}

TEST(MerkleTree, a_consistency_proof_with_anything_changed_is_not_accepted) {
  const std::vector<Digest> leaves = leaves_of(21);
  const Digest after = root_of(leaves);
  for (std::size_t earlier = 1; earlier < leaves.size(); ++earlier) {
    const Digest before = root_of(std::span(leaves).first(earlier));
    const std::vector<Digest> proof = consistency_proof(leaves, earlier).value();
    for (std::size_t i = 0; i < proof.size(); ++i) {
      std::vector<Digest> changed = proof;
      changed[i][31] ^= 0x80;
      EXPECT_FALSE(verify_consistency(earlier, before, leaves.size(), after, changed)) << earlier << ' ' << i;
    }
    std::vector<Digest> longer = proof;
    longer.push_back(after);
    EXPECT_FALSE(verify_consistency(earlier, before, leaves.size(), after, longer)) << earlier;
    EXPECT_FALSE(verify_consistency(earlier, before, leaves.size(), after, std::span(proof).first(proof.size() - 1)));
    EXPECT_FALSE(verify_consistency(earlier, before, leaves.size(), after, {})) << earlier;
  }
  EXPECT_FALSE(verify_consistency(5, after, 4, after, {}));
  const std::vector<Digest> superfluous = {after};
  EXPECT_FALSE(verify_consistency(21, after, 21, after, superfluous));
  EXPECT_FALSE(verify_consistency(0, empty_root(), 21, after, superfluous));
}

TEST(MerkleTree, a_proof_beyond_the_tree_is_refused) {
  const std::vector<Digest> leaves = leaves_of(3);
  EXPECT_EQ(inclusion_proof(leaves, 3).error().number, outside_tree.number);
  EXPECT_EQ(inclusion_proof({}, 0).error().number, outside_tree.number);
  EXPECT_EQ(consistency_proof(leaves, 4).error().number, outside_tree.number);
}

// R98
TEST(MerkleTree, a_record_altered_removed_repeated_inserted_or_moved_changes_the_root) {
  const std::vector<Digest> leaves = leaves_of(13);
  const Digest root = root_of(leaves);
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    const auto at = static_cast<std::ptrdiff_t>(i);
    std::vector<Digest> altered = leaves;
    altered[i] = leaf_hash(Salt{}, "another body");
    EXPECT_NE(root_of(altered), root) << i;
    std::vector<Digest> removed = leaves;
    removed.erase(removed.begin() + at);
    EXPECT_NE(root_of(removed), root) << i;
    std::vector<Digest> repeated = leaves;
    repeated.insert(repeated.begin() + at, leaves[i]);
    EXPECT_NE(root_of(repeated), root) << i;
    std::vector<Digest> moved = leaves;
    std::swap(moved[i], moved[(i + 1) % moved.size()]);
    EXPECT_NE(root_of(moved), root) << i;
  }
}

// R98
TEST(MerkleTree, a_log_rewritten_behind_an_earlier_root_cannot_be_proven_to_have_grown_from_it) {
  const std::vector<Digest> honest = leaves_of(25);
  constexpr std::uint64_t kEarlier = 11;
  const Digest published = root_of(std::span(honest).first(kEarlier));
  for (std::size_t rewritten = 0; rewritten < kEarlier; ++rewritten) {
    std::vector<Digest> leaves = honest;
    leaves[rewritten] = leaf_hash(Salt{}, "rewritten");
    const std::vector<Digest> proof = consistency_proof(leaves, kEarlier).value();
    EXPECT_FALSE(verify_consistency(kEarlier, published, leaves.size(), root_of(leaves), proof)) << rewritten;
  }
}

// R98
TEST(MerkleTree, one_bit_of_a_body_or_of_a_salt_changes_the_leaf) {
  SeededSalts salts(3);
  const Salt salt = salts.next();
  const std::string body = R"({"kind":"receipt","rounds":5000})";
  const Digest leaf = leaf_hash(salt, body);
  for (std::size_t i = 0; i < body.size(); ++i) {
    std::string changed = body;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    EXPECT_NE(leaf_hash(salt, changed), leaf) << i;
  }
  for (std::size_t i = 0; i < salt.size(); ++i) {
    Salt changed = salt;
    changed[i] ^= 1;
    EXPECT_NE(leaf_hash(changed, body), leaf) << i;
  }
}

}  // namespace
}  // namespace lotline::proof
