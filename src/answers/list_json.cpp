#include "answers/list_json.h"

#include "answers/answer.h"
#include "answers/trace_json.h"

namespace lotline::answers {

namespace {

template <class Item, class Write>
std::string page_as_json(const service::Page<Item>& page, bool simulated, const Write& write) {
  JsonWriter json = begin_answer(simulated);
  json.key("items").begin_array();
  for (const Item& item : page.items) write(json, item);
  json.end_array().member("next", page.next).end_object();
  return json.take();
}

}  // namespace

std::string lots_as_json(const service::Page<service::ListedLot>& page, bool simulated) {
  return page_as_json(page, simulated, [](JsonWriter& json, const service::ListedLot& item) {
    json.begin_object().member("maker", item.lot.maker.code).member("number", item.lot.number);
    json.member("product", item.product).member("calibre", item.calibre).member("made_on", item.made_on);
    json.member("channel", item.channel).member("kind", item.kind).key("entered");
    item.entered ? json.value(item.entered->count()) : json.null();
    json.member("held", item.held.count()).end_object();
  });
}

std::string holders_as_json(const service::Page<service::ListedHolder>& page, bool simulated) {
  return page_as_json(page, simulated, [](JsonWriter& json, const service::ListedHolder& item) {
    json.begin_object().member("party", item.party.code).member("name", item.party.name);
    json.member("country", item.party.country).member("kind", item.kind).member("parent", item.parent).end_object();
  });
}

std::string packages_as_json(const service::Page<service::ListedPackage>& page, bool simulated) {
  return page_as_json(page, simulated, [](JsonWriter& json, const service::ListedPackage& item) {
    json.begin_object().member("code", item.code).member("level", item.level).member("sealed", item.sealed);
    json.member("parent", item.parent);
    write_party(json, "party", item.party);
    json.member("place", item.place).member("standing", item.standing).member("record", item.record).end_object();
  });
}

std::string movements_as_json(const service::Page<tracing::SupplyStep>& page, bool simulated) {
  return page_as_json(page, simulated, [](JsonWriter& json, const tracing::SupplyStep& step) {
    json.begin_object();
    write_lot(json, "lot", step.lot);
    write_party(json, "from", step.from);
    write_party(json, "to", step.to);
    json.member("rounds", step.rounds.count()).member("on", step.on).member("kind", step.kind);
    json.member("licence", step.licence).member("package", step.package);
    write_records(json, step.records);
    json.end_object();
  });
}

std::string records_as_json(const service::Page<service::ListedRecord>& page, bool simulated) {
  return page_as_json(page, simulated, [](JsonWriter& json, const service::ListedRecord& item) {
    json.begin_object().member("number", item.number).member("kind", item.kind).member("actor", item.actor);
    write_party(json, "acting_for", item.acting_for);
    json.member("recorded_at", item.recorded_at).member("happened_on", item.happened_on).end_object();
  });
}

}  // namespace lotline::answers
