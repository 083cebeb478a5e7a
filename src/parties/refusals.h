#pragma once
// Refusals about parties: 1200-1299.

#include "base/refusal.h"

namespace lotline::parties {

inline constexpr RefusalKind unknown_party{1201, "unknown_party", "no party of this code is registered"};
inline constexpr RefusalKind party_exists{1202, "party_exists", "a party of this code is registered already"};
inline constexpr RefusalKind not_a_maker{1203, "not_a_maker", "only a manufacturer makes ammunition or stamps codes"};
inline constexpr RefusalKind personal_in_record{
    1204, "personal_in_record", "a person's name, address and number are personal values, other parties have none"};
inline constexpr RefusalKind kept_too_short{
    1205, "kept_too_short",
    "personal values are kept while a lot the person had may exist, and for the State's term after it"};
inline constexpr RefusalKind nothing_to_erase{1206, "nothing_to_erase", "no personal value of this party is kept"};
inline constexpr RefusalKind pgln_taken{1207, "pgln_taken", "another party has this GS1 party number"};
inline constexpr RefusalKind place_exists{1208, "place_exists", "this GS1 location number names a place already"};
inline constexpr RefusalKind unknown_place{1209, "unknown_place", "no place has this GS1 location number"};
inline constexpr RefusalKind person_code{1210, "person_code",
                                         "a person's code is P- and 16 hexadecimal digits made at random, or left out"};

}  // namespace lotline::parties
