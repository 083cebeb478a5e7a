#include "service/acts.h"

#include "service/act_rights.h"
#include "service/refusals.h"

namespace lotline::service {

std::span<const ActKind> acts() {
  static const std::vector<ActKind> all{register_party(),
                                        register_licence(),
                                        register_product(),
                                        register_lot(),
                                        register_package(),
                                        record_movement(),
                                        record_loss(),
                                        record_recovery(),
                                        record_equipment(),
                                        record_crossing(),
                                        record_stocktake(),
                                        decide_investigation(),
                                        destroy(),
                                        register_firearm(),
                                        register_retailer_mark(),
                                        open_package(),
                                        take_out_unmarked(),
                                        relot(),
                                        hold(),
                                        lift_hold(),
                                        correct(),
                                        attribute(),
                                        weigh_lots(),
                                        identify_lot(),
                                        exhibit_act(),
                                        record_diversion(),
                                        record_condition(),
                                        erase_person(),
                                        register_place(),
                                        register_trade_item(),
                                        examine(),
                                        count_listings(),
                                        request_trace(),
                                        answer_request(),
                                        record_trace_result(),
                                        record_test_fire(),
                                        record_replica(),
                                        record_replica_custody(),
                                        record_scan(),
                                        record_lead(),
                                        begin_blind_examination(),
                                        conclude(),
                                        record_foreign_link(),
                                        withdraw(),
                                        decide_on_licence()};
  return all;
}

Result<RecordNumber> ActKind::record(Desk& desk, const Values& values, const ImportSource& source) const {
  TRY(permit_act(desk, form.name, values, source));
  return enters(desk, values, source);
}

Result<const ActKind*> find_act(std::string_view name) {
  std::vector<std::string_view> names;
  for (const ActKind& act : acts()) {
    if (act.form.name == name) return &act;
    names.push_back(act.form.name);
  }
  return refuse_word(name, "act", names);
}

Result<RecordNumber> record_act(Desk& desk, const ActKind& act, const Values& values, const ImportSource& source) {
  UnitOfWork work = TRY(UnitOfWork::begin(desk.store));
  const auto before = desk.store.state().import_refs.find(make_key(source.issuer, source.ref));
  if (before) return refuse(ref_reused, "{} {}, record {}", source.issuer, source.ref, before->number);
  const auto number = act.record(desk, values, source);
  if (!number) {
    desk.lookup.forget();
    return number;
  }
  work.commit();
  return number;
}

}  // namespace lotline::service
