#pragma once
// The hash tree over a log's records, as in RFC 6962 section 2.1 and RFC 9162 section 2.1: its root changes when any
// record is altered, removed, added or moved, and short proofs show that a record is in it, or that a later tree only
// added to an earlier one. A leaf here carries a salt before its body, so that a leaf's hash tells nothing of the body.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/refusal.h"
#include "proof/salt.h"
#include "proof/sha256.h"

namespace lotline::proof {

/// SHA-256(0x00 || salt || body).
Digest leaf_hash(const Salt& salt, std::string_view body);
/// SHA-256(0x01 || left || right).
Digest interior_hash(const Digest& left, const Digest& right);
/// The root of the tree without leaves: SHA-256 of nothing.
Digest empty_root();

/// A tree that grows by one leaf at a time and keeps only the roots of its complete subtrees: one digest for each bit
/// set in its size. An append costs two hashes on average, whatever the size.
class Frontier {
 public:
  void append(const Digest& leaf);
  [[nodiscard]] Digest root() const;
  [[nodiscard]] std::uint64_t size() const { return size_; }

  /// The size in eight bytes, the most significant first, then the subtree roots, the largest subtree's first.
  [[nodiscard]] std::string to_bytes() const;
  static Result<Frontier> of_bytes(std::string_view bytes);

  friend bool operator==(const Frontier&, const Frontier&) = default;

 private:
  std::uint64_t size_ = 0;
  std::vector<Digest> subtrees_;
};

Digest root_of(std::span<const Digest> leaves);

/// The digests beside the path from leaf `index` (from 0) to the root, from the leaf upwards.
Result<std::vector<Digest>> inclusion_proof(std::span<const Digest> leaves, std::uint64_t index);
/// Whether the proof shows that `leaf` is number `index` (from 0) of a tree of `size` leaves with that root.
bool verify_inclusion(const Digest& leaf, std::uint64_t index, std::uint64_t size, std::span<const Digest> proof,
                      const Digest& root);

/// What shows that the tree of the first `earlier` leaves grew into the tree of all of them.
Result<std::vector<Digest>> consistency_proof(std::span<const Digest> leaves, std::uint64_t earlier);
/// Whether the proof shows that the later tree holds the earlier one unchanged and only added to it.
bool verify_consistency(std::uint64_t earlier, const Digest& earlier_root, std::uint64_t later,
                        const Digest& later_root, std::span<const Digest> proof);

}  // namespace lotline::proof
