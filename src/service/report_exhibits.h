#pragma once
// The exhibits a report counts.

#include "seizure/exhibit_tally.h"
#include "service/report_scope.h"

namespace lotline::service {

/// Those in scope, of one kind or of all.
std::vector<seizure::ExhibitRow> exhibits_of(State& state, ReportScope& scope,
                                             std::optional<seizure::ExhibitKind> kind = {});

inline constexpr Field kKindField{"kind", "only live_round, fired_case, bullet or component", ""};
/// The kind asked for; nothing when none is.
Result<std::optional<seizure::ExhibitKind>> kind_of(const Values& values);

/// Both numbers of a tally, as two cells of a row.
void add_tally(std::vector<ReportValue>& row, const seizure::Tally& tally);

}  // namespace lotline::service
