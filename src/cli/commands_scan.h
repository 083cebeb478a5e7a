#pragma once
// The commands under `lotline scan`; each file makes one.

#include "cli/command.h"
#include "cli/session.h"

namespace lotline::cli {

Command scan_enrol_command(Session& session);
Command scan_generate_command(Session& session);
Command scan_lead_command(Session& session);
Command scan_search_command(Session& session);
Command scan_show_command(Session& session);
Command scan_compare_command(Session& session);
Command scan_calibrate_command(Session& session);
Command scan_evaluate_command(Session& session);

}  // namespace lotline::cli
