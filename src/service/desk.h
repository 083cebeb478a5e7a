#pragma once
// The desk at which acts are recorded: whose register, which reference data, what day it is, who acts and for whom.

#include <string>

#include "access/visitor.h"
#include "catalogue/catalogue.h"
#include "service/form.h"
#include "service/lookup.h"
#include "service/ports.h"

namespace lotline::service {

struct Desk {
  Register& store;
  const catalogue::Catalogue& catalogue;
  const Clock& clock;
  proof::SaltSource& salts;
  std::string actor;
  PartyId acting_for;
  access::Visitor visitor = access::keeper_of_the_file();
  Lookup lookup;

  Desk(Register& register_store, const catalogue::Catalogue& tables, const Clock& time, proof::SaltSource& salt_source,
       std::string who)
      : store(register_store),
        catalogue(tables),
        clock(time),
        salts(salt_source),
        actor(std::move(who)),
        lookup(register_store, time.now().day()) {}

  /// The national profile the register was opened with; read once, since the first record never changes.
  const ProfileRow& profile() {
    if (!profile_) profile_ = store.state().profile.all().at(0);
    return *profile_;
  }
  [[nodiscard]] Day today() const { return clock.now().day(); }

 private:
  std::optional<ProfileRow> profile_{};
};

/// What every record says besides what happened.
struct Circumstance {
  When happened;
  std::string basis;
  ImportSource source;  ///< of the first record an imported row makes
};

/// The circumstance a form states in its fields `on` and `basis`; without `on`, today when `on` may be left out.
/// Refuses a date that does not exist or lies in the future.
Result<Circumstance> circumstance_of(const Desk& desk, const Values& values, const ImportSource& source);

/// Logs and applies what was decided. Only the first record of a row carries its import source: it is taken from the
/// circumstance.
RecordNumber enter(Desk& desk, Circumstance& circumstance, What what);

}  // namespace lotline::service
