#include "access/refusals.h"
#include "proof/merkle_tree.h"
#include "service/cards.h"
#include "service/holdings.h"
#include "service/licence_then.h"
#include "service/logged.h"
#include "service/on_record.h"
#include "service/refusals.h"
#include "service/sealed.h"
#include "service/visible.h"
#include "tracing/line_of_supply.h"

namespace lotline::service {

namespace {

/// The movement's postings as steps, and the later records that correct it.
void add_postings(const tracing::Sources& sources, tracing::Names& names, const custody::MovementPosted& movement,
                  const AsOf& as_of, EntryCard& card) {
  std::set<LotId> lots;
  for (const auto& posting : movement.postings) lots.insert(posting.lot);
  std::set<RecordNumber> corrections;
  for (const LotId id : lots) {
    custody::LotRow unknown{};
    unknown.id = id;
    unknown.number = "of unknown lot";
    const auto lot = sources.book.lots.find(make_key(id)).value_or(unknown);
    const auto history = tracing::read_history(sources, lot, question_as_of({{}, as_of.known_on}));
    const When today{sources.today, sources.today};
    for (auto& step : tracing::line_of_supply(history, {today, false, true}, {}, names))
      if (std::find(step.records.begin(), step.records.end(), card.number) != step.records.end())
        card.postings.push_back(std::move(step));
    for (const auto& entry : history.entries)
      if (entry.row.corrects == card.number) corrections.insert(entry.row.number);
  }
  card.corrected_by.assign(corrections.begin(), corrections.end());
}

/// Whether the visitor may read any record: by its right, or because it traces for a case.
bool reads_any(const access::Visitor& visitor) {
  return visitor.may(access::Right::read_log) || access::require_case(visitor).has_value();
}

/// Whether it is a record of a licence, and the visitor one of those who prepare and approve licences.
bool deals_with(const access::Visitor& visitor, const What& what) {
  const bool of_licence = std::holds_alternative<licensing::LicenceRegistered>(what) ||
                          std::holds_alternative<licensing::LicenceDecided>(what);
  return of_licence && (visitor.may(access::Right::license) || visitor.may(access::Right::approve));
}

/// The record; to one who may not read any, what is not on record is not its own.
Result<Record> record_in_sight(Register& store, const Reference& reference, RecordNumber number) {
  if (reads_any(reference.visitor)) return logged(store, number);
  const Sight sight([&](PartyId party) { return access::own(reference.visitor, store.state().parties, party); });
  auto record = logged(store, number);
  const bool in_sight = record && (sight.of(record->acting_for) || deals_with(reference.visitor, record->what));
  if (!in_sight) return refuse(access::not_your_own);
  return record;
}

Result<EntryCard> card_of_entry(Register& store, const Reference& reference, RecordNumber number, const AsOf& as_of) {
  const Record record = TRY(record_in_sight(store, reference, number));
  TRY(known_by(store, number, as_of));
  if (is_sealed(store.state(), number, record.what)) return refuse(withheld_while_blind, "record {}", number);
  const auto kept = store.read(number);
  const auto sources = trace_sources(store, reference);
  tracing::Names& names = store.names();

  EntryCard card;
  card.number = number;
  card.kind = kind_of(record.what);
  card.actor = record.actor;
  if (record.acting_for) card.acting_for = names.party(record.acting_for);
  card.recorded_at = to_text(record.recorded_at);
  card.happened_on = to_text(record.happened);
  card.basis = record.basis;
  card.tables = record.tables;
  card.body = kept->body;
  card.salt = proof::to_hex(kept->salt);
  card.leaf_hash = proof::to_hex(proof::leaf_hash(kept->salt, kept->body));
  if (const auto licence = store.state().licences.licences.find(make_key(number))) {
    const auto then = licence_then(store, *licence, {{}, as_of.known_on});
    card.approval = word(then.approval);
    card.decision = then.decision;
  }
  if (const auto* movement = std::get_if<custody::MovementPosted>(&record.what))
    add_postings(sources, names, *movement, as_of, card);
  return card;
}

}  // namespace

Result<EntryCard> entry_card(Register& store, const Reference& reference, RecordNumber number, const AsOf& as_of) {
  if (!reads_any(reference.visitor)) TRY(access::require(reference.visitor, access::Right::read_own));
  return read_one_state(store, [&] { return card_of_entry(store, reference, number, as_of); });
}

}  // namespace lotline::service
