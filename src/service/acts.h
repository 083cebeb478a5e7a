#pragma once
// Every act that can be recorded, by hand or from a file: its form, and the use case that decides and enters it. On
// every way to it the desk's visitor is asked for the right (act_rights.h).

#include <functional>
#include <span>

#include "service/desk.h"

namespace lotline::service {

struct ActKind {
  Form form;
  /// Decides and enters the act, whoever acts. Called by record() alone.
  Result<RecordNumber> (*enters)(Desk&, const Values&, const ImportSource&);
  bool is_template = false;  ///< whether `lotline template NAME` offers it as a CSV file

  /// Decides and enters the act inside an open unit of work, where the desk's visitor may record it; returns the number
  /// of its first record.
  Result<RecordNumber> record(Desk& desk, const Values& values, const ImportSource& source) const;
};

/// All acts; the first templates are in the order in which a register is filled.
std::span<const ActKind> acts();
/// Refuses an unknown name with the nearest one.
Result<const ActKind*> find_act(std::string_view name);

/// Records one act in a unit of work of its own. Refuses a source that came before.
Result<RecordNumber> record_act(Desk& desk, const ActKind& act, const Values& values, const ImportSource& source = {});

// One use case a file; each form stands beside its use case.
ActKind register_party();
ActKind register_licence();
ActKind decide_on_licence();
ActKind register_product();
ActKind register_lot();
ActKind register_package();
ActKind record_movement();
ActKind record_loss();
ActKind record_recovery();
ActKind record_equipment();
ActKind record_crossing();
ActKind register_firearm();
ActKind register_retailer_mark();
ActKind open_package();
ActKind take_out_unmarked();
ActKind relot();
ActKind destroy();
ActKind hold();
ActKind lift_hold();
ActKind correct();
ActKind attribute();
ActKind weigh_lots();
ActKind identify_lot();
ActKind exhibit_act();
ActKind record_diversion();
ActKind record_condition();
ActKind record_stocktake();
ActKind decide_investigation();
ActKind erase_person();
ActKind register_place();
ActKind register_trade_item();
ActKind examine();
ActKind count_listings();
ActKind request_trace();
ActKind answer_request();
ActKind record_trace_result();
ActKind record_test_fire();
ActKind record_replica();
ActKind record_replica_custody();
ActKind record_scan();
ActKind record_lead();
ActKind begin_blind_examination();
ActKind conclude();
ActKind record_foreign_link();
ActKind withdraw();

}  // namespace lotline::service
