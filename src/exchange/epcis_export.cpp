#include "exchange/epcis_export.h"

#include <algorithm>

#include "base/json_writer.h"
#include "exchange/epcis_event_hash.h"
#include "exchange/epcis_foreign.h"
#include "exchange/epcis_life.h"
#include "exchange/epcis_own.h"
#include "service/logged.h"
#include "service/observations.h"
#include "service/record_codec.h"

namespace lotline::exchange {

namespace {

using custody::Act;
using custody::MovementPosted;
using service::Record;

/// The lot, its ancestors, and the numbers of exhibits that were found to be of them.
std::set<LotId> lots_told(service::State& state, LotId lot) {
  std::set<LotId> lots;
  for (LotId each = lot; each; each = state.book.lots.find(make_key(each))->parent) lots.insert(each);
  const std::set<LotId> named = lots;
  for (const LotId each : named)
    state.exhibits.exhibits.scan_by("lot", each.number, [&](const seizure::ExhibitRow& row) {
      lots.insert(LotId{row.id.number});
      return true;
    });
  return lots;
}

std::set<RecordNumber> movements_of(service::State& state, const std::set<LotId>& lots) {
  std::set<RecordNumber> movements;
  for (const LotId lot : lots)
    state.book.entries.scan(make_key(lot), [&](const custody::EntryRow& entry) {
      movements.insert(entry.number);
      return true;
    });
  return movements;
}

/// Walks the log once and writes each event as soon as the records it stands for are known to be complete.
class LifeExport {
 public:
  LifeExport(service::Register& store, LotId lot)
      : store_(store), names_(store), life_{names_, lots_told(store.state(), lot), {}, {}, {}, {}, {}, {}} {
    movements_ = movements_of(store.state(), life_.lots);
    auto& state = store.state();
    for (const LotId each : life_.lots) {
      const auto row = state.book.lots.find(make_key(each));
      if (!row) continue;
      const auto maker = state.parties.parties.find(make_key(row->maker));
      const auto product = state.book.products.find(make_key(row->product));
      subjects_.insert(service::lot_subject(maker->code, product->code, row->number_key));
      state.trade_items.scan_by("product", row->product.number, [&](const custody::TradeItemRow& item) {
        subjects_.insert(service::lot_subject(item.gtin, row->number_key));
        return true;
      });
    }
  }

  Result<ExportedLife> run() {
    Result<void> outcome;
    store_.read_log(life_.lots.begin()->number, [&](const service::LoggedRecord& logged) {
      outcome = take(logged);
      return outcome.has_value();
    });
    TRY(outcome);
    finish_pending();
    return document();
  }

 private:
  /// Most records of a register are movements of other lots: these are not even parsed.
  [[nodiscard]] bool concerns_others(const service::LoggedRecord& logged) const {
    return logged.body.contains(R"("kind":"movement",)") && !movements_.contains(logged.number);
  }

  Result<void> take(const service::LoggedRecord& logged) {
    if (logged.number <= last_) return {};  // told with the record before it
    if (concerns_others(logged)) return {};
    const Record record = TRY(reader_.decode(logged.body));
    if (const auto* event = std::get_if<custody::EventRecorded>(&record.what)) return take_event(record, *event);
    finish_pending();
    return std::visit([&](const auto& what) { return tell(logged.number, record, what); }, record.what);
  }

  template <class T>
  Result<T> next(RecordNumber number) {
    const Record record = TRY(service::logged(store_, number));
    const T* what = std::get_if<T>(&record.what);
    CHECK(what != nullptr);
    return *what;
  }

  /// The event stands for the records from `first` to `last`, and waits for what its document said beyond them.
  Result<void> put(RecordNumber first, RecordNumber last, OutgoingEvent event) {
    event.first = first;
    event.last = last_ = last;
    pending_ = std::move(event);
    return {};
  }

  Result<void> tell(RecordNumber number, const Record& record, const custody::LotRegistered&) {
    if (!movements_.contains(number + 1)) return {};
    const auto movement = TRY(next<MovementPosted>(number + 1));
    life_.told.emplace(number + 1, movement);
    if (movement.act == Act::relot)
      return put(number, number + 1, event_of_relot(life_, record, LotId{number}, movement));
    return put(number, number + 1, event_of_lot(life_, record, row_of(LotId{number}), movement));
  }

  Result<void> tell(RecordNumber number, const Record& record, const MovementPosted& movement) {
    if (movement.act == Act::manufacture || movement.act == Act::import) {
      life_.told.emplace(number, movement);
      return put(number, number, event_of_lot(life_, record, row_of(movement.postings.front().lot), movement));
    }
    if (movement.act == Act::loss || movement.act == Act::theft) {
      life_.told.emplace(number, movement);
      const auto diversion = TRY(next<seizure::DiversionRecorded>(number + 1));
      return put(number, number + 1, event_of_loss(life_, record, movement, diversion));
    }
    if (movement.act == Act::destroy) {
      life_.told.emplace(number, movement);
      const auto certified = TRY(next<stockpile::DestructionCertified>(number + 1));
      return put(number, number + 1, event_of_destruction(life_, record, movement, certified));
    }
    if (movement.act == Act::correct && takes_event_back(movement)) return declare_wrong(number, record, movement);
    auto event = event_of_movement(life_, number, record);
    return event ? put(number, number, *std::move(event)) : Result<void>{};
  }

  Result<void> tell(RecordNumber number, const Record& record, const custody::PackagePacked& packed) {
    const bool ours =
        std::ranges::any_of(packed.lines, [&](const auto& line) { return life_.tells(line.lot); }) ||
        std::ranges::any_of(packed.contains, [&](PackageId child) { return life_.packages.knows(child); });
    if (!ours) return {};
    subjects_.insert(packed.code_key);
    return put(number, number, event_of_packing(life_, record, PackageId{number}, packed));
  }

  Result<void> tell(RecordNumber number, const Record& record, const custody::PackageOpened& opened) {
    if (!life_.packages.knows(opened.package)) return {};
    if (movements_.contains(number + 2)) {
      const auto movement = TRY(next<MovementPosted>(number + 2));
      if (movement.act == Act::loosen) {
        loosened_ = LotId{number + 1};
        life_.told.emplace(number + 2, movement);
        return put(number, number + 2, event_of_loosening(life_, record, opened));
      }
    }
    return put(number, number, event_of_opening(life_, record, opened));
  }

  Result<void> tell(RecordNumber number, const Record& record, const seizure::Recovered& recovered) {
    const bool ours = life_.tells(recovered.lot) || life_.tells(LotId{number});
    if (!ours) return {};
    life_.recovered.emplace(number, recovered);
    if (!movements_.contains(number + 1))
      return put(number, number, event_of_recovery(life_, record, recovered, nullptr));
    const auto movement = TRY(next<MovementPosted>(number + 1));
    life_.told.emplace(number + 1, movement);
    return put(number, number + 1, event_of_recovery(life_, record, recovered, &movement));
  }

  Result<void> tell(RecordNumber number, const Record& record, const seizure::LotIdentified& identified) {
    if (!life_.tells(identified.lot)) return {};
    const RecordNumber last = movements_.contains(number + 1) ? number + 1 : number;
    return put(number, last, event_of_identity(life_, record, identified));
  }

  Result<void> tell(RecordNumber number, const Record& record, const seizure::DiversionRecorded& diversion) {
    const bool told = diversion.link == 0 || life_.event_of.contains(diversion.link);
    if (!life_.tells(diversion.lot) || !told) return {};
    return put(number, number, event_of_diversion(life_, record, diversion));
  }

  Result<void> tell(RecordNumber number, const Record& record, const custody::HoldMade& hold) {
    if (!life_.tells(hold.lot)) return {};
    life_.holds.emplace(number, hold);
    return put(number, number, event_of_hold(life_, record, hold));
  }

  Result<void> tell(RecordNumber number, const Record& record, const custody::HoldLifted& lifted) {
    if (!life_.holds.contains(lifted.hold.number)) return {};
    return put(number, number, event_of_lifting(life_, record, lifted));
  }

  Result<void> tell(RecordNumber number, const Record& record, const stockpile::StocktakeRecorded& stocktake) {
    bool ours = false;
    for (const auto& count : stocktake.counts) {
      ours = ours || life_.tells(count.lot);
      if (life_.tells(count.lot) && count.book != count.counted) life_.investigations.insert(number);
    }
    return ours ? put(number, number, event_of_stocktake(life_, record, stocktake)) : Result<void>{};
  }

  Result<void> tell(RecordNumber number, const Record& record, const stockpile::InvestigationDecided& decided) {
    const bool ours = std::ranges::any_of(decided.findings, [&](const auto& each) { return life_.tells(each.lot); });
    if (!life_.investigations.contains(decided.investigation.number) || !ours) return {};
    // One movement for each kind of finding but a miscount stands right behind the decision.
    std::set<stockpile::Finding> kinds;
    for (const auto& each : decided.findings) kinds.insert(each.finding);
    kinds.erase(stockpile::Finding::miscount);
    const RecordNumber last = number + static_cast<RecordNumber>(kinds.size());
    for (RecordNumber each = number + 1; each <= last; ++each)
      if (movements_.contains(each)) life_.told.emplace(each, TRY(next<MovementPosted>(each)));
    return put(number, last, event_of_decision(life_, record, decided));
  }

  Result<void> tell(RecordNumber number, const Record& record, const stockpile::ConditionRecorded& condition) {
    if (!life_.tells(condition.lot)) return {};
    return put(number, number, event_of_condition(life_, record, condition));
  }

  /// Parties and other things are told as master data; what only points at a lot is no part of its life.
  template <class T>
  Result<void> tell(RecordNumber, const Record&, const T&) {
    return {};
  }

  custody::LotRow row_of(LotId lot) { return *store_.state().book.lots.find(make_key(lot)); }

  /// Whether a correction takes back all that an event moved: the whole of its one movement.
  bool takes_event_back(const MovementPosted& correction) {
    const auto original = life_.told.find(correction.corrects);
    if (original == life_.told.end()) return false;
    const std::string& event = life_.event(correction.corrects);
    const auto of_event = [&](const auto& told) { return life_.event(told.first) == event; };
    if (std::ranges::count_if(life_.told, of_event) > 1) return false;
    const auto sum = [](const MovementPosted& movement) {
      Rounds rounds;
      for (const auto& posting : movement.postings) rounds += posting.rounds;
      return rounds;
    };
    return sum(correction) == sum(original->second);
  }

  /// The event that told the movement stands again, declared wrong.
  Result<void> declare_wrong(RecordNumber number, const Record& record, const MovementPosted& correction) {
    const std::string& event_id = life_.event(correction.corrects);
    const std::string& text = texts_.at(event_id);
    JsonWriter declaration;
    declaration.begin_object().member("declarationTime", to_text(record.happened.first) + "T00:00:00.000Z");
    declaration.member("reason", "incorrect_data").member(std::string{kOwnPrefix} + ":note", correction.note);
    if (!record.basis.empty()) declaration.member(std::string{kOwnPrefix} + ":basis", record.basis);
    declaration.end_object();
    std::string again = text.substr(0, text.size() - 1);
    again.append(R"(,"errorDeclaration":)").append(declaration.take()).append("}");
    lines_.push_back(std::move(again));
    last_day_ = std::max(last_day_, record.happened.first);
    life_.event_of.emplace(number, event_id);
    return {};
  }

  /// What a document said beyond the records of its event; or a whole event that moved nothing.
  Result<void> take_event(const Record& record, const custody::EventRecorded& event) {
    if (event.first != 0) {
      if (pending_ && !event.kept.empty() && pending_->first >= event.first) TRY(foreign_.add(event.kept, *pending_));
      return {};
    }
    finish_pending();
    const bool ours =
        std::ranges::any_of(event.subjects, [&](const std::string& subject) { return subjects_.contains(subject); });
    if (!ours || event.kept.empty()) return {};
    lines_.push_back(TRY(with_event_id(event.kept)));
    last_day_ = std::max(last_day_, record.happened.first);
    return {};
  }

  void finish_pending() {
    if (!pending_) return;
    const OutgoingEvent event = *std::move(pending_);
    pending_.reset();
    const int nth = days_[event.happened.first]++;
    const std::string event_id = hash_of_text(text_of(event, nth, {}), foreign_.prefixes());
    for (RecordNumber number = event.first; number <= event.last; ++number) life_.event_of.emplace(number, event_id);
    if (loosened_) names_.loosened_by(std::exchange(loosened_, LotId{}), event_id);
    std::string text = text_of(event, nth, event_id);
    texts_.emplace(event_id, text);
    lines_.push_back(std::move(text));
    last_day_ = std::max(last_day_, event.happened.first);
  }

  void write_master_data(JsonWriter& json) {
    std::map<std::string_view, std::vector<MasterElement>> by_vocabulary;
    std::vector<std::string_view> order;
    for (MasterElement& element : names_.elements()) {
      const auto vocabulary = vocabulary_of(element.form);
      if (!by_vocabulary.contains(vocabulary)) order.push_back(vocabulary);
      by_vocabulary[vocabulary].push_back(std::move(element));
    }
    json.key("epcisHeader").begin_object().key("epcisMasterData").begin_object().key("vocabularyList").begin_array();
    for (const std::string_view vocabulary : order) {
      json.begin_object().member("type", vocabulary).key("vocabularyElementList").begin_array();
      for (const MasterElement& element : by_vocabulary[vocabulary]) {
        json.begin_object().member("id", element.id).key("attributes").begin_array();
        json.begin_object().member("id", own_step("form")).member("attribute", element.form).end_object();
        for (const auto& [field, text] : element.attributes)
          json.begin_object().member("id", own_step(field)).member("attribute", text).end_object();
        json.end_array().end_object();
      }
      json.end_array().end_object();
    }
    json.end_array().end_object().end_object();
  }

  ExportedLife document() {
    JsonWriter json;
    json.begin_object().key("@context").begin_array();
    json.value("https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld").begin_object();
    json.member(kOwnPrefix, kOwnSpace);
    for (const auto& [prefix, space] : foreign_.prefixes()) json.member(prefix, space);
    json.end_object().end_array().member("type", "EPCISDocument").member("schemaVersion", "2.0");
    json.member("creationDate", to_text(last_day_) + "T00:00:00.000Z");
    if (store_.head().simulated) json.member(std::string{kOwnPrefix} + ":simulated", true);
    write_master_data(json);
    ExportedLife life{json.take(), static_cast<std::int64_t>(lines_.size())};
    life.document += ",\"epcisBody\":{\"eventList\":[";
    for (std::size_t i = 0; i < lines_.size(); ++i) life.document.append(i == 0 ? "\n" : ",\n").append(lines_[i]);
    life.document += "\n]}}\n";
    return life;
  }

  service::Register& store_;
  ExportNames names_;
  Life life_;
  ForeignMembers foreign_;
  service::RecordReader reader_;
  std::set<RecordNumber> movements_;          // that post one of the lots
  std::set<std::string> subjects_;            // of observations: keys of the lots and of their packages
  std::map<Day, int> days_;                   // events so far, by day
  std::map<std::string, std::string> texts_;  // events told, by eventID
  std::vector<std::string> lines_;
  std::optional<OutgoingEvent> pending_;
  LotId loosened_;         // the loose lot that the pending event makes
  RecordNumber last_ = 0;  // the newest record told with another
  Day last_day_;
};

}  // namespace

Result<ExportedLife> export_lot(service::Register& store, LotId lot) {
  return service::read_one_state(store, [&] { return LifeExport(store, lot).run(); });
}

}  // namespace lotline::exchange
