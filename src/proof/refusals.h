#pragma once
// Refusals of canonical bytes, hashes and proofs: 1400-1499.

#include "base/refusal.h"

namespace lotline::proof {

inline constexpr RefusalKind bad_json{1401, "bad_json", "the text is not well-formed JSON"};
inline constexpr RefusalKind json_too_deep{1402, "json_too_deep", "the JSON nests deeper than 64 levels"};
inline constexpr RefusalKind json_number{1403, "json_number",
                                         "a number in a record is an integer of less than 2^53 in size"};
inline constexpr RefusalKind duplicate_member{1404, "duplicate_member", "a JSON object names a member twice"};
inline constexpr RefusalKind json_type{1405, "json_type", "a JSON value is not of the expected type"};
inline constexpr RefusalKind missing_member{1406, "missing_member", "a JSON object lacks a required member"};
inline constexpr RefusalKind bad_digest{1410, "bad_digest", "a SHA-256 digest is written as 64 hexadecimal digits"};
inline constexpr RefusalKind bad_tree_state{1420, "bad_tree_state", "the stored state of the hash tree is malformed"};
inline constexpr RefusalKind outside_tree{1421, "outside_tree", "the hash tree does not reach so far"};

}  // namespace lotline::proof
