#pragma once
// Replicas: casts of a fired case that another laboratory scans in its place (para 80), and the log of who had each of
// them (R120).

#include <array>
#include <string>

#include "firearms/test_fire.h"
#include "seizure/exhibit.h"

namespace lotline::seizure {

/// negative: a mould, whose heights are the case's turned inside out, seen in a mirror. double_cast: a cast of such a
/// mould, which shows the case as it is.
enum class Cast { none, negative, double_cast };

enum class ReplicaAct { send, receive, destroy };

struct ReplicaRow {
  static constexpr std::string_view table = "replicas";
  static constexpr int key_fields = 1;
  static constexpr std::array<std::string_view, 2> indexes{"exhibit", "test_fire"};

  ReplicaId id;
  ExhibitId exhibit;     ///< of which it is a cast, or
  TestFireId test_fire;  ///< this; the other is none
  Cast cast{};
  std::string material;
  PartyId made_by;
  PartyId with;       ///< who has it, or had it last
  PartyId on_way_to;  ///< none while it is not on the way
  Day since_first;    ///< of the last step of its custody
  Day since_last;
  bool destroyed = false;
  RecordNumber withdrawn = 0;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("id", self.id);
    visit("exhibit", self.exhibit);
    visit("test_fire", self.test_fire);
    visit("cast", self.cast);
    visit("material", self.material);
    visit("made_by", self.made_by);
    visit("with", self.with);
    visit("on_way_to", self.on_way_to);
    visit("since_first", self.since_first);
    visit("since_last", self.since_last);
    visit("destroyed", self.destroyed);
    visit("withdrawn", self.withdrawn);
  }
};

/// One step of a replica's custody, in the order of their records.
struct ReplicaStepRow {
  static constexpr std::string_view table = "replica_steps";
  static constexpr int key_fields = 2;
  static constexpr std::array<std::string_view, 0> indexes{};

  ReplicaId replica;
  RecordNumber number = 0;
  ReplicaAct act{};
  PartyId by;
  PartyId to;
  std::string seal;
  std::string condition;
  Day on_first;
  Day on_last;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("replica", self.replica);
    visit("number", self.number);
    visit("act", self.act);
    visit("by", self.by);
    visit("to", self.to);
    visit("seal", self.seal);
    visit("condition", self.condition);
    visit("on_first", self.on_first);
    visit("on_last", self.on_last);
  }
};

struct ReplicaMade {
  static constexpr std::string_view kind_name = "replica";

  Cast cast{};
  ExhibitId exhibit;
  PartyId made_by;
  std::string material;
  std::string note;
  TestFireId test_fire;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("cast", self.cast);
    visit("exhibit", self.exhibit);
    visit("made_by", self.made_by);
    visit("material", self.material);
    visit("note", self.note);
    visit("test_fire", self.test_fire);
  }
};

struct ReplicaPassed {
  static constexpr std::string_view kind_name = "replica_custody";

  ReplicaAct act{};
  PartyId by;
  std::string condition;
  std::string note;
  ReplicaId replica;
  std::string seal;
  PartyId to;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("act", self.act);
    visit("by", self.by);
    visit("condition", self.condition);
    visit("note", self.note);
    visit("replica", self.replica);
    visit("seal", self.seal);
    visit("to", self.to);
  }
};

struct Replicas {
  Table<ReplicaRow>& replicas;
  Table<ReplicaStepRow>& steps;
};

/// Refuses one of no fired case, of two, or that is no cast.
Result<ReplicaMade> decide_replica(const Exhibits& exhibits, const Table<firearms::TestFireRow>& test_fires,
                                   ReplicaMade made);
/// A replica is sent by the party that has it and received by the party it was sent to. Refuses any other step, one
/// before the last, and any after it was destroyed.
Result<ReplicaPassed> decide_replica_step(const Replicas& replicas, ReplicaPassed passed, const When& happened);
void apply(const ReplicaMade& record, RecordNumber number, const When& happened, Replicas& replicas);
void apply(const ReplicaPassed& record, RecordNumber number, const When& happened, Replicas& replicas);

}  // namespace lotline::seizure

namespace lotline {
template <>
struct Words<seizure::Cast> {
  using C = seizure::Cast;
  static constexpr std::array<Word<C>, 3> all{
      {{C::none, "none"}, {C::negative, "negative"}, {C::double_cast, "double"}}};
};
template <>
struct Words<seizure::ReplicaAct> {
  using A = seizure::ReplicaAct;
  static constexpr std::array<Word<A>, 3> all{{{A::send, "send"}, {A::receive, "receive"}, {A::destroy, "destroy"}}};
};
}  // namespace lotline
