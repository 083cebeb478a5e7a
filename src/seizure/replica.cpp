#include "seizure/replica.h"

#include "seizure/refusals.h"

namespace lotline::seizure {

Result<ReplicaMade> decide_replica(const Exhibits& exhibits, const Table<firearms::TestFireRow>& test_fires,
                                   ReplicaMade made) {
  const bool of_exhibit = static_cast<bool>(made.exhibit);
  if (of_exhibit == static_cast<bool>(made.test_fire)) return refuse(scan_subject, "the replica");
  if (of_exhibit) {
    const auto exhibit = exhibits.exhibits.find(make_key(made.exhibit));
    if (!exhibit) return refuse(unknown_exhibit, "{}", made.exhibit.number);
    if (exhibit->kind != ExhibitKind::fired_case)
      return refuse(not_a_fired_case, "exhibit {} is a {}", made.exhibit.number, word(exhibit->kind));
  } else {
    const auto fired = test_fires.find(make_key(made.test_fire));
    if (!fired) return refuse(unknown_test_fire, "{}", made.test_fire.number);
    if (fired->withdrawn != 0) return refuse(withdrawn_before, "test fire {}", made.test_fire.number);
  }
  if (!made.made_by) return refuse(missing_value, "made_by");
  if (made.cast == Cast::none) return refuse(missing_value, "cast: negative or double");
  return made;
}

Result<ReplicaPassed> decide_replica_step(const Replicas& replicas, ReplicaPassed passed, const When& happened) {
  const auto replica = replicas.replicas.find(make_key(passed.replica));
  if (!replica) return refuse(unknown_replica, "{}", passed.replica.number);
  if (replica->withdrawn != 0) return refuse(withdrawn_before, "replica {}", passed.replica.number);
  if (replica->destroyed) return refuse(replica_destroyed, "replica {}", passed.replica.number);
  if (happened.last < replica->since_first)
    return refuse(custody_out_of_order, "{}, the step before was {}", to_text(happened),
                  to_text(When{replica->since_first, replica->since_last}));
  if (passed.act == ReplicaAct::receive) {
    const bool awaited = replica->on_way_to && replica->on_way_to == passed.by;
    if (!awaited) return refuse(replica_not_sent, "replica {}", passed.replica.number);
    return passed;
  }
  const bool here = !replica->on_way_to && replica->with == passed.by;
  if (!here) return refuse(replica_not_here, "replica {}", passed.replica.number);
  if (passed.act == ReplicaAct::destroy) return passed;
  if (!passed.to) return refuse(missing_value, "to");
  if (passed.to == passed.by) return refuse(replica_to_itself, "replica {}", passed.replica.number);
  return passed;
}

void apply(const ReplicaMade& record, RecordNumber number, const When& happened, Replicas& replicas) {
  ReplicaRow row;
  row.id = ReplicaId{number};
  row.exhibit = record.exhibit;
  row.test_fire = record.test_fire;
  row.cast = record.cast;
  row.material = record.material;
  row.made_by = record.made_by;
  row.with = record.made_by;
  row.since_first = happened.first;
  row.since_last = happened.last;
  replicas.replicas.put(row);
}

void apply(const ReplicaPassed& record, RecordNumber number, const When& happened, Replicas& replicas) {
  auto row = replicas.replicas.find(make_key(record.replica));
  CHECK(row.has_value());
  if (record.act == ReplicaAct::receive) row->with = record.by;
  row->on_way_to = record.act == ReplicaAct::send ? record.to : PartyId{};
  row->destroyed = record.act == ReplicaAct::destroy;
  row->since_first = happened.first;
  row->since_last = happened.last;
  replicas.replicas.put(*row);
  replicas.steps.put({record.replica, number, record.act, record.by, record.to, record.seal, record.condition,
                      happened.first, happened.last});
}

}  // namespace lotline::seizure
