#include "custody/order.h"
#include "service/acts.h"
#include "service/exhibit_account.h"

namespace lotline::service {

namespace {

using custody::Act;

const Form kForm{"exhibit",
                 "what becomes of an exhibit: to a laboratory, test-fired, forfeited to the State, given back",
                 {{"act", "move_exhibit, expend (test-fired), forfeit or restore", "move_exhibit", true},
                  {"exhibit", "its number", "12", true},
                  {"rounds", "how many; all when empty", ""},
                  {"to", "code of the party that receives", "LAB-1"},
                  {"to_place", "store it reaches", ""},
                  {"on", "day it happened; today when empty", ""},
                  {"basis", "document or court order it rests on", "Request 4/2022"},
                  {"note", "free words", ""}}};

Result<RecordNumber> record(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  custody::MovementOrder order;
  order.act = TRY(values.word<Act>("act"));
  const bool of_exhibits = order.act == Act::move_exhibit || order.act == Act::expend || order.act == Act::forfeit ||
                           order.act == Act::restore;
  if (!of_exhibits) return refuse(unknown_word, "act \"{}\" is not one of an exhibit", values.text("act"));
  order.exhibit = TRY(exhibit_field(values));
  const auto account = TRY(account_of(desk, order.exhibit));
  order.lot = account.lot;
  order.from = account.possessor;
  order.rounds = values.has("rounds") ? TRY(values.rounds("rounds")) : account.rounds;
  order.to = TRY(desk.lookup.party_or_none(values, "to"));
  order.to_place = values.text("to_place");
  order.note = values.text("note");
  auto& state = desk.store.state();
  return enter(desk, circumstance,
               TRY(custody::decide_movement(state.book, state.parties, order, desk.store.next_number())));
}

}  // namespace

ActKind exhibit_act() { return {kForm, record}; }

}  // namespace lotline::service
