#pragma once
// Every command of the program; each file makes one group of them.

#include "cli/command.h"
#include "cli/session.h"

namespace lotline::cli {

Command init_command(Session& session);
Command verify_command(Session& session);
Command rebuild_command(Session& session);
Command upgrade_command(Session& session);
Command backup_command(Session& session);
Command template_command(Session& session);
Command import_command(Session& session);
Command record_command(Session& session);
Command simulate_command(Session& session);
Command feed_command(Session& session);
Command trace_command(Session& session);
Command lot_command(Session& session);
Command holder_command(Session& session);
Command package_command(Session& session);
Command entry_command(Session& session);
Command label_command(Session& session);
Command marks_command(Session& session);
Command epcis_command(Session& session);
Command epcis_export_command(Session& session);
Command profile_command(Session& session);
Command report_command(Session& session);
Command serve_command(Session& session);
Command scan_command(Session& session);
Command account_command(Session& session);
Command access_log_command(Session& session);
Command words_command(Session& session);
Command refusals_command(Session& session);

/// The whole tree; completion and man page are made from it.
Command program(Session& session);

/// Options every command has.
void add_common_options(Session& session, Command& command);
/// The register, by position or by --register.
Option register_option(Session& session);
Option register_word(Session& session);
/// The option that fills a form's field: from_place is --from-place.
std::string option_name(std::string_view field);

}  // namespace lotline::cli
