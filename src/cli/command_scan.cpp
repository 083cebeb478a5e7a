// scan: what a fired surface looks like, and what it looks like beside another.

#include "cli/commands.h"
#include "cli/commands_scan.h"

namespace lotline::cli {

Command scan_command(Session& session) {
  Command command{"scan", "reads and compares scans of fired cases", "lotline scan show case.x3p", {}, {}, {}};
  command.commands = {scan_show_command(session),     scan_compare_command(session),  scan_calibrate_command(session),
                      scan_evaluate_command(session), scan_generate_command(session), scan_enrol_command(session),
                      scan_search_command(session),   scan_lead_command(session)};
  return command;
}

}  // namespace lotline::cli
