#pragma once
// Refusals of searches: 5400-5499.

#include "base/refusal.h"

namespace lotline::search {

inline constexpr RefusalKind no_signature{5400, "no_signature", "these bytes are no signature of a scan"};
inline constexpr RefusalKind signature_version{
    5401, "signature_version", "the signature was made by another version; make it again from the scan"};
inline constexpr RefusalKind item_twice{5410, "item_twice", "an item is enrolled once for each mark"};
inline constexpr RefusalKind bad_class_field{5411, "bad_class_field", "a class field says something that cannot be"};
inline constexpr RefusalKind nothing_to_search_with{5412, "nothing_to_search_with",
                                                    "too little of the mark was measured to search with it"};
inline constexpr RefusalKind search_stopped{5413, "search_stopped", "the search was stopped"};
inline constexpr RefusalKind no_checkpoint{5420, "no_checkpoint", "these bytes are no checkpoint of a search"};
inline constexpr RefusalKind other_search{5421, "other_search",
                                          "the checkpoint is of another gallery, other scans or other options"};

}  // namespace lotline::search
