#pragma once
// Refusals about licences: 3000-3999.

#include "base/refusal.h"

namespace lotline::licensing {

inline constexpr RefusalKind unknown_licence{3001, "unknown_licence", "no licence of this number is registered"};
inline constexpr RefusalKind licence_exists{3002, "licence_exists", "a licence of this number is registered already"};
inline constexpr RefusalKind licence_dates{3003, "licence_dates", "a licence expires after it is issued"};
inline constexpr RefusalKind licence_incomplete{3004, "licence_incomplete",
                                                "an international licence names both dates, both States, transit "
                                                "States or none, final recipient, description and quantity"};
inline constexpr RefusalKind licence_needed{3005, "licence_needed", "this act needs a licence"};
inline constexpr RefusalKind licence_kind{3006, "licence_kind", "the licence is for another kind of act"};
inline constexpr RefusalKind licence_holder{3007, "licence_holder", "the licence belongs to another holder"};
inline constexpr RefusalKind licence_not_in_force{3008, "licence_not_in_force",
                                                  "the licence was not in force that day"};
inline constexpr RefusalKind lot_not_on_licence{3009, "lot_not_on_licence",
                                                "the licence lists its lots, and not this one"};
inline constexpr RefusalKind licence_recipient{3010, "licence_recipient", "the licence names another final recipient"};
inline constexpr RefusalKind licence_exhausted{3011, "licence_exhausted", "more rounds than the licence allows"};
inline constexpr RefusalKind gdti_taken{3012, "gdti_taken", "another licence has this GS1 document number"};
inline constexpr RefusalKind licence_awaits_approval{3013, "licence_awaits_approval",
                                                     "the licence was prepared and is not approved yet"};
inline constexpr RefusalKind licence_refused{3014, "licence_refused", "the licence was refused approval"};
inline constexpr RefusalKind licence_approved_later{3015, "licence_approved_later",
                                                    "the licence was approved only after that day"};
inline constexpr RefusalKind no_decision_due{3016, "no_decision_due",
                                             "the licence awaits no decision: it needs none or was decided on before"};
inline constexpr RefusalKind prepared_by_same{3017, "prepared_by_same",
                                              "whoever prepared a licence does not decide on it"};
inline constexpr RefusalKind decided_before_prepared{3018, "decided_before_prepared",
                                                     "a licence is decided on after it was prepared"};

}  // namespace lotline::licensing
