#include "proof/merkle_tree.h"

#include <algorithm>
#include <bit>

#include "proof/refusals.h"

namespace lotline::proof {

namespace {

constexpr std::uint8_t kLeaf = 0x00;
constexpr std::uint8_t kInterior = 0x01;
constexpr std::size_t kSizeBytes = 8;

Sha256& hash_of_this_thread() {
  thread_local Sha256 hash;
  return hash;
}

/// Where a tree of more than one leaf divides: the largest power of two below its size.
std::size_t left_size(std::size_t size) { return std::bit_floor(size - 1); }

void add_inclusion(std::span<const Digest> leaves, std::size_t index, std::vector<Digest>& proof) {
  if (leaves.size() <= 1) return;
  const std::size_t left = left_size(leaves.size());
  if (index < left) {
    add_inclusion(leaves.first(left), index, proof);
    proof.push_back(root_of(leaves.subspan(left)));
  } else {
    add_inclusion(leaves.subspan(left), index - left, proof);
    proof.push_back(root_of(leaves.first(left)));
  }
}

/// SUBPROOF of RFC 9162, 2.1.4.1; `whole`: the earlier tree's root is known to whoever checks.
void add_consistency(std::span<const Digest> leaves, std::size_t earlier, bool whole, std::vector<Digest>& proof) {
  if (earlier == leaves.size()) {
    if (!whole) proof.push_back(root_of(leaves));
    return;
  }
  const std::size_t left = left_size(leaves.size());
  if (earlier <= left) {
    add_consistency(leaves.first(left), earlier, whole, proof);
    proof.push_back(root_of(leaves.subspan(left)));
  } else {
    add_consistency(leaves.subspan(left), earlier - left, false, proof);
    proof.push_back(root_of(leaves.first(left)));
  }
}

}  // namespace

Digest leaf_hash(const Salt& salt, std::string_view body) {
  return hash_of_this_thread().update({&kLeaf, 1}).update(salt).update(body).finish();
}

Digest interior_hash(const Digest& left, const Digest& right) {
  return hash_of_this_thread().update({&kInterior, 1}).update(left).update(right).finish();
}

Digest empty_root() { return sha256(std::string_view{}); }

void Frontier::append(const Digest& leaf) {
  // Each bit set at the end of the size is a complete subtree that the new leaf completes to a larger one.
  Digest subtree = leaf;
  for (int merged = std::countr_one(size_); merged > 0; --merged) {
    subtree = interior_hash(subtrees_.back(), subtree);
    subtrees_.pop_back();
  }
  subtrees_.push_back(subtree);
  ++size_;
}

Digest Frontier::root() const {
  if (subtrees_.empty()) return empty_root();
  Digest root = subtrees_.back();
  for (std::size_t i = subtrees_.size() - 1; i-- > 0;) root = interior_hash(subtrees_[i], root);
  return root;
}

std::string Frontier::to_bytes() const {
  std::string bytes;
  bytes.reserve(kSizeBytes + subtrees_.size() * sizeof(Digest));
  for (std::size_t i = 0; i < kSizeBytes; ++i) bytes.push_back(static_cast<char>(size_ >> (56 - 8 * i)));
  for (const Digest& subtree : subtrees_) bytes.append(subtree.begin(), subtree.end());
  return bytes;
}

Result<Frontier> Frontier::of_bytes(std::string_view bytes) {
  if (bytes.size() < kSizeBytes) return refuse(bad_tree_state, "{} bytes", bytes.size());
  Frontier frontier;
  for (const char c : bytes.substr(0, kSizeBytes)) frontier.size_ = frontier.size_ << 8 | static_cast<std::uint8_t>(c);
  bytes.remove_prefix(kSizeBytes);
  const auto subtrees = static_cast<std::size_t>(std::popcount(frontier.size_));
  if (bytes.size() != subtrees * sizeof(Digest))
    return refuse(bad_tree_state, "{} bytes of digests for {} leaves", bytes.size(), frontier.size_);
  frontier.subtrees_.resize(subtrees);
  for (Digest& subtree : frontier.subtrees_) {
    std::ranges::copy(bytes.substr(0, subtree.size()), subtree.begin());
    bytes.remove_prefix(subtree.size());
  }
  return frontier;
}

Digest root_of(std::span<const Digest> leaves) {
  Frontier frontier;
  for (const Digest& leaf : leaves) frontier.append(leaf);
  return frontier.root();
}

Result<std::vector<Digest>> inclusion_proof(std::span<const Digest> leaves, std::uint64_t index) {
  if (index >= leaves.size()) return refuse(outside_tree, "leaf {} of {}", index, leaves.size());
  std::vector<Digest> proof;
  add_inclusion(leaves, index, proof);
  return proof;
}

// RFC 9162, 2.1.3.2.
bool verify_inclusion(const Digest& leaf, std::uint64_t index, std::uint64_t size, std::span<const Digest> proof,
                      const Digest& root) {
  if (index >= size) return false;
  std::uint64_t at = index;
  std::uint64_t last = size - 1;
  Digest reached = leaf;
  for (const Digest& beside : proof) {
    if (last == 0) return false;
    if (at % 2 == 1 || at == last) {
      reached = interior_hash(beside, reached);
      for (; at % 2 == 0 && at != 0; at /= 2) last /= 2;
    } else {
      reached = interior_hash(reached, beside);
    }
    at /= 2;
    last /= 2;
  }
  return last == 0 && reached == root;
}

Result<std::vector<Digest>> consistency_proof(std::span<const Digest> leaves, std::uint64_t earlier) {
  if (earlier > leaves.size()) return refuse(outside_tree, "{} leaves of {}", earlier, leaves.size());
  std::vector<Digest> proof;
  if (earlier > 0) add_consistency(leaves, earlier, true, proof);
  return proof;
}

// RFC 9162, 2.1.4.2; the trees of no leaf and of equal size, which it leaves out, need no proof.
bool verify_consistency(std::uint64_t earlier, const Digest& earlier_root, std::uint64_t later,
                        const Digest& later_root, std::span<const Digest> proof) {
  if (earlier > later) return false;
  if (earlier == later) return proof.empty() && earlier_root == later_root;
  if (earlier == 0) return proof.empty() && earlier_root == empty_root();
  std::uint64_t at = earlier - 1;
  std::uint64_t last = later - 1;
  for (; at % 2 == 1; at /= 2) last /= 2;
  // A complete earlier tree is a subtree of the later one; otherwise the proof begins with its last complete subtree.
  Digest earlier_reached = earlier_root;
  if (!std::has_single_bit(earlier)) {
    if (proof.empty()) return false;
    earlier_reached = proof.front();
    proof = proof.subspan(1);
  }
  Digest later_reached = earlier_reached;
  for (const Digest& beside : proof) {
    if (last == 0) return false;
    if (at % 2 == 1 || at == last) {
      earlier_reached = interior_hash(beside, earlier_reached);
      later_reached = interior_hash(beside, later_reached);
      for (; at % 2 == 0 && at != 0; at /= 2) last /= 2;
    } else {
      later_reached = interior_hash(later_reached, beside);
    }
    at /= 2;
    last /= 2;
  }
  return last == 0 && earlier_reached == earlier_root && later_reached == later_root;
}

}  // namespace lotline::proof
