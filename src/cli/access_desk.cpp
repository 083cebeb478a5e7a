#include "cli/access_desk.h"

namespace lotline::cli {

std::string OpenAccess::code_of(PartyId party) const {
  const auto row = store->state().parties.parties.find(make_key(party));
  return row ? row->code : "";
}

Result<OpenAccess> open_access(Session& session, storage::OpenMode mode) {
  OpenAccess opened;
  opened.store = TRY(session.open(storage::OpenMode::read_only));
  opened.visitor = access::keeper_of_the_file();
  opened.visitor.name = TRY(of_field("actor", clean_text(session.actor_name(), "actor")));
  const Clock& clock = session.world().clock;
  opened.file = TRY(
      storage::AccessFile::open(storage::access_path(session.register_path), mode, opened.store->head().log_id, clock));
  opened.desk = std::make_unique<service::AccessDesk>(*opened.file, clock);
  return opened;
}

}  // namespace lotline::cli
