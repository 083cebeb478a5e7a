#include <gtest/gtest.h>

#include "exchange/epcis_fixture.h"
#include "exchange/epcis_judge.h"
#include "exchange/refusals.h"

namespace lotline::exchange {
namespace {

using Found = std::vector<std::string>;

/// The object event of the fixture with members added to it.
std::string plus(std::string_view members) {
  return with(kObjectEvent, R"("epcList")", fmt::format(R"({},"epcList")", members));
}

/// An event of another type, with what all types have.
std::string event_of(std::string_view type, std::string_view members) {
  return fmt::format(R"({{"type":"{}","eventTime":"2026-01-11T08:00:00Z","eventTimeZoneOffset":"+01:00",{}}})", type,
                     members);
}

TEST(EpcisEventReader, what_when_where_why_and_how_are_read) {
  const auto event = first_event(document_of(plus(
      R"("eventID":"urn:uuid:1","recordTime":"2026-01-12T00:00:00Z","bizStep":"cbv:BizStep-shipping","disposition":"in_transit",)"
      R"("persistentDisposition":{"set":["stolen"],"unset":["active"]},"readPoint":{"id":"urn:epc:id:sgln:4012345.00011.0","ex:bay":4},)"
      R"("bizLocation":{"id":"https://id.gs1.org/414/4012345000115"},"quantityList":[{"epcClass":"urn:epc:class:lgtin:4012345.012345.L1","quantity":42.5,"uom":"KGM"},{"epcClass":"https://id.gs1.org/01/04012345123456/10/L1","quantity":7}],)"
      R"("bizTransactionList":[{"type":"po","bizTransaction":"urn:epcglobal:cbv:bt:1:2"},{"bizTransaction":"urn:x:y"}],)"
      R"("sourceList":[{"type":"owning_party","source":"urn:epc:id:pgln:4012345.00225"}],"destinationList":[{"type":"ex:desk","destination":"urn:x:z"}],)"
      R"("sensorElementList":[{"sensorReport":[{"type":"gs1:Temperature","value":12.5,"uom":"CEL"}]}],"certificationInfo":["https://example.org/c"],)"
      R"("errorDeclaration":{"declarationTime":"2026-02-01T00:00:00Z","reason":"incorrect_data","correctiveEventIDs":["urn:uuid:2"],"ex:by":"me"},)"
      R"("ex:note":"seal","ex:count":3,"ex:list":[1,{"b":1,"a":2}],"https://example.org/ns#full":true)")));
  EXPECT_TRUE(event.findings.empty()) << event.findings.front().path << event.findings.front().refusal.text;
  EXPECT_EQ(event.type, EpcisType::object);
  EXPECT_EQ(event.type_name, "ObjectEvent");
  EXPECT_EQ(event.path, "$.epcisBody.eventList[0]");
  EXPECT_EQ(event.event_id, "urn:uuid:1");
  EXPECT_EQ(event.event_time.written, "2026-01-11T08:00:00.000Z");
  EXPECT_EQ(event.offset_minutes, 60);
  EXPECT_EQ(event.record_time.value_or(EpcisTime{}).written, "2026-01-12T00:00:00Z");
  EXPECT_EQ(event.action, EpcisAction::observe);
  ASSERT_EQ(event.epcs.size(), 1U);
  EXPECT_EQ(event.epcs[0].serial, "1");
  ASSERT_EQ(event.quantities.size(), 2U);
  EXPECT_EQ(event.quantities[0].epc_class, event.quantities[1].epc_class);
  EXPECT_EQ(event.quantities[0].quantity, 42.5);
  EXPECT_EQ(event.quantities[0].uom, "KGM");
  EXPECT_EQ(event.quantities[0].whole(), std::nullopt);
  EXPECT_EQ(event.quantities[1].whole(), 7);
  EXPECT_TRUE(event.biz_step.is("shipping"));
  EXPECT_TRUE(event.disposition.is("in_transit"));
  EXPECT_TRUE(event.persistent_set.at(0).is("stolen"));
  EXPECT_TRUE(event.persistent_unset.at(0).is("active"));
  EXPECT_EQ(event.read_point, event.biz_location);
  EXPECT_EQ(event.read_point_extensions.at(0).text, "4");
  EXPECT_TRUE(event.transactions.at(0).type.is("po"));
  EXPECT_TRUE(event.transactions.at(1).type.empty());
  EXPECT_TRUE(event.sources.at(0).type.is("owning_party"));
  EXPECT_EQ(event.sources.at(0).id.number, "4012345002256");
  EXPECT_EQ(event.destinations.at(0).type.uri, "https://example.org/ns#desk");
  EXPECT_EQ(event.sensor_elements, R"([{"sensorReport":[{"type":"gs1:Temperature","uom":"CEL","value":12.5}]}])");
  EXPECT_EQ(event.certification_info, R"(["https://example.org/c"])");
  ASSERT_TRUE(event.error_declaration);
  EXPECT_TRUE(event.error_declaration->reason.is("incorrect_data"));
  EXPECT_EQ(event.error_declaration->corrected_by, std::vector<std::string>{"urn:uuid:2"});
  EXPECT_EQ(event.error_declaration->extensions.at(0).text, "me");
  EXPECT_EQ(event.extension("https://example.org/ns#", "note")->text, "seal");
  EXPECT_EQ(event.extension("https://example.org/ns#", "list")->json, R"([1,{"a":2,"b":1}])");
  EXPECT_EQ(event.extension("https://example.org/ns#", "list")->text, "");
  EXPECT_EQ(event.extension("https://example.org/ns#", "full")->text, "true");
  EXPECT_EQ(event.extension("https://example.org/ns#", "nothing"), nullptr);
}

TEST(EpcisEventReader, the_day_is_that_of_the_place_where_it_happened) {
  const auto day = [](std::string_view time, std::string_view offset) {
    return to_text(
        first_event(document_of(with(with(kObjectEvent, "2026-01-11T08:00:00.000Z", time), "+01:00", offset))).day());
  };
  EXPECT_EQ(day("2026-01-11T23:30:00Z", "+01:00"), "2026-01-12");
  EXPECT_EQ(day("2026-01-11T00:30:00Z", "-01:00"), "2026-01-10");
  EXPECT_EQ(day("1969-12-31T23:59:59Z", "+00:00"), "1969-12-31");
}

TEST(EpcisEventReader, each_type_has_its_own_members) {
  const std::string children =
      R"("action":"ADD","parentID":"urn:x:p","childEPCs":["urn:x:a","urn:x:a"],"childQuantityList":[{"epcClass":"urn:x:c"}])";
  auto event = first_event(document_of(event_of("AggregationEvent", children)));
  EXPECT_TRUE(event.findings.empty());
  EXPECT_EQ(event.parent.canonical, "urn:x:p");
  EXPECT_EQ(event.child_epcs.size(), 2U);
  EXPECT_EQ(event.child_quantities.size(), 1U);
  EXPECT_EQ(first_event(document_of(event_of("AssociationEvent", children))).type, EpcisType::association);
  event = first_event(document_of(event_of(
      "TransformationEvent",
      R"("transformationID":"urn:x:t","inputEPCList":["urn:x:a"],"inputQuantityList":[{"epcClass":"urn:x:c"}],"outputEPCList":["urn:x:b"],"outputQuantityList":[{"epcClass":"urn:x:d","quantity":2}],"ilmd":{"ex:a":1})")));
  EXPECT_TRUE(event.findings.empty());
  EXPECT_EQ(event.input_epcs.size() + event.input_quantities.size() + event.output_epcs.size() +
                event.output_quantities.size(),
            4U);
  EXPECT_EQ(event.transformation_id.canonical, "urn:x:t");
  EXPECT_EQ(event.ilmd.size(), 1U);
  event = first_event(document_of(
      event_of("TransactionEvent", R"("action":"DELETE","bizTransactionList":[{"bizTransaction":"urn:x:t"}])")));
  EXPECT_TRUE(event.findings.empty());
  EXPECT_EQ(event.action, EpcisAction::remove);
  event = first_event(document_of(event_of("ex:Handover", R"("what":["anything"],"ex:more":1)")));
  EXPECT_TRUE(event.findings.empty());
  EXPECT_EQ(event.type, EpcisType::custom);
  EXPECT_EQ(event.type_name, "https://example.org/ns#Handover");
  EXPECT_EQ(event.extensions.size(), 2U);
  EXPECT_EQ(event.extensions.at(0).name, "what");
}

TEST(EpcisEventReader, a_sensor_at_a_read_point_is_something_to_speak_of) {
  EXPECT_EQ(
      findings_of_event(event_of(
          "ObjectEvent",
          R"("action":"OBSERVE","readPoint":{"id":"urn:x:y"},"sensorElementList":[{"sensorMetadata":{"time":"2026-01-01T00:00:00Z","deviceID":"urn:x:d","ex:a":1},"ex:b":2,"sensorReport":[{"type":"Temperature","exception":"ALARM_CONDITION","component":"x","time":"2026-01-01T00:00:00Z","value":1,"stringValue":"a","booleanValue":true,"hexBinaryValue":"0aF","uriValue":"urn:x:y","coordinateReferenceSystem":"urn:x:y","ex:c":3}]}])")),
      Found{});
}

struct Fault {
  std::string event;
  std::string finding;
};

TEST(EpcisEventReader, every_fault_is_found_at_its_place) {
  const std::string quantity = R"("quantityList":[{"epcClass":"urn:x:y","quantity":1}])";
  const std::string sensors = R"("sensorElementList":[{"sensorReport":[{"type":"Temperature"}]}])";
  const Fault faults[] = {
      {with(kObjectEvent, "ObjectEvent", "Objektereignis"), "refused 6025 $.type"},
      {with(kObjectEvent, R"("ObjectEvent")", "7"), "refused 6019 $.type"},
      {with(kObjectEvent, R"("type":"ObjectEvent",)", ""), "refused 6020 $"},
      {with(kObjectEvent, R"("eventTime":"2026-01-11T08:00:00.000Z",)", ""), "refused 6020 $"},
      {with(kObjectEvent, R"("eventTimeZoneOffset":"+01:00",)", ""), "refused 6020 $"},
      {with(kObjectEvent, R"("action":"OBSERVE",)", ""), "refused 6020 $"},
      {with(kObjectEvent, "2026-01-11T08:00:00.000Z", "yesterday"), "refused 6022 $.eventTime"},
      {with(kObjectEvent, R"("2026-01-11T08:00:00.000Z")", "12"), "refused 6019 $.eventTime"},
      {with(kObjectEvent, "+01:00", "+25:00"), "refused 6023 $.eventTimeZoneOffset"},
      {with(kObjectEvent, R"("+01:00")", "1"), "refused 6019 $.eventTimeZoneOffset"},
      {with(kObjectEvent, "OBSERVE", "CREATE"), "refused 6026 $.action"},
      {with(kObjectEvent, R"("OBSERVE")", "null"), "refused 6019 $.action"},
      {with(kObjectEvent, "https://id.gs1.org/01/04012345123456/21/1", "no uri"), "refused 6024 $.epcList[0]"},
      {with(kObjectEvent, "04012345123456", "04012345123457"), "noted 1541 $.epcList[0]"},
      {with(kObjectEvent, R"(["https://id.gs1.org/01/04012345123456/21/1"])", R"("urn:x:y")"),
       "refused 6019 $.epcList"},
      {with(kObjectEvent, R"(21/1"])", R"(21/1","urn:x:y","urn:x:y"])"), "refused 6031 $.epcList"},
      {with(kObjectEvent, R"(21/1"])", R"(21/1","urn:epc:id:sgtin:4012345.012345.1"])"), "noted 6031 $.epcList"},
      {with(kObjectEvent, R"("epcList":["https://id.gs1.org/01/04012345123456/21/1"])", R"("quantityList":[])"),
       "refused 6030 $"},
      {with(kObjectEvent, R"("epcList":["https://id.gs1.org/01/04012345123456/21/1"])", sensors), "refused 6030 $"},
      {plus(R"("eventID":"7 x")"), "refused 6024 $.eventID"},
      {plus(R"("recordTime":"then")"), "refused 6022 $.recordTime"},
      {plus(R"("comment":"hello")"), "refused 6021 $.comment"},
      {plus(R"("parentID":"urn:x:y")"), "refused 6021 $.parentID"},
      {plus(R"("other:comment":"hello")"), "noted 6036 $['other:comment']"},
      {plus(R"("ex:a":{"b":1,"b":2})"), "refused 6018 $['ex:a']"},
      {plus(R"("action":"OBSERVE")"), "refused 6018 $"},
      {plus(R"("bizStep":"transforming")"), "refused 6026 $.bizStep"},
      {plus(R"("bizStep":7)"), "refused 6019 $.bizStep"},
      {plus(R"("bizStep":"cbv:BizStep-transforming")"), "noted 6026 $.bizStep"},
      {plus(R"("disposition":"in_transport")"), "refused 6026 $.disposition"},
      {plus(R"("ilmd":{"ex:a":1})"), "refused 6029 $.ilmd"},
      {with(plus(R"("ilmd":{"material":1})"), "OBSERVE", "ADD"), "refused 6021 $.ilmd.material"},
      {with(plus(R"("ilmd":[])"), "OBSERVE", "ADD"), "refused 6019 $.ilmd"},
      {plus(R"("quantityList":[{"quantity":1}])"), "refused 6020 $.quantityList[0]"},
      {plus(R"("quantityList":["urn:x:y"])"), "refused 6019 $.quantityList[0]"},
      {plus(with(quantity, ":1}", R"(:"twenty"})")), "refused 6019 $.quantityList[0].quantity"},
      {plus(with(quantity, ":1}", ":0}")), "refused 6027 $.quantityList[0].quantity"},
      {plus(with(quantity, ":1}", ":-3.5}")), "refused 6027 $.quantityList[0].quantity"},
      {plus(with(quantity, ":1}", R"(:1,"uom":"kg"})")), "refused 6028 $.quantityList[0].uom"},
      {plus(with(quantity, ":1}", R"(:1,"uom":1})")), "refused 6019 $.quantityList[0].uom"},
      {plus(with(quantity, ":1}", R"(:1,"ex:a":1})")), "refused 6021 $.quantityList[0]['ex:a']"},
      {plus(R"("readPoint":"urn:x:y")"), "refused 6019 $.readPoint"},
      {plus(R"("readPoint":{"ex:a":1})"), "refused 6020 $.readPoint"},
      {plus(R"("readPoint":{"id":"here"})"), "refused 6024 $.readPoint.id"},
      {plus(R"("bizLocation":{"id":1})"), "refused 6019 $.bizLocation.id"},
      {plus(R"("bizTransactionList":[{"type":"po"}])"), "refused 6020 $.bizTransactionList[0]"},
      {plus(R"("bizTransactionList":[{"type":"order","bizTransaction":"urn:x:y"}])"),
       "refused 6026 $.bizTransactionList[0].type"},
      {plus(R"("bizTransactionList":[{"bizTransaction":"urn:x:y","ex:a":1}])"),
       "refused 6021 $.bizTransactionList[0]['ex:a']"},
      {plus(R"("bizTransactionList":{})"), "refused 6019 $.bizTransactionList"},
      {plus(R"("bizTransactionList":[1])"), "refused 6019 $.bizTransactionList[0]"},
      {plus(R"("sourceList":[{"type":"place","source":"urn:x:y"}])"), "refused 6026 $.sourceList[0].type"},
      {plus(R"("sourceList":[{"source":"urn:x:y"}])"), "refused 6020 $.sourceList[0]"},
      {plus(R"("sourceList":[{"type":"location","source":"urn:x:y","destination":"urn:x:y"}])"),
       "refused 6021 $.sourceList[0].destination"},
      {plus(R"("sourceList":[1])"), "refused 6019 $.sourceList[0]"},
      {plus(R"("destinationList":[{"type":"location"}])"), "refused 6020 $.destinationList[0]"},
      {plus(R"("persistentDisposition":{})"), "refused 6020 $.persistentDisposition"},
      {plus(R"("persistentDisposition":{"set":[]})"), "refused 6032 $.persistentDisposition.set"},
      {plus(R"("persistentDisposition":{"set":["active","cbv:Disp-active"]})"),
       "refused 6031 $.persistentDisposition.set"},
      {plus(R"("persistentDisposition":{"set":["lost"]})"), "refused 6026 $.persistentDisposition.set[0]"},
      {plus(R"("persistentDisposition":{"set":["active"],"ex:a":1})"), "refused 6021 $.persistentDisposition['ex:a']"},
      {plus(R"("errorDeclaration":{})"), "refused 6020 $.errorDeclaration"},
      {plus(R"("errorDeclaration":1)"), "refused 6019 $.errorDeclaration"},
      {plus(R"("errorDeclaration":{"declarationTime":"2026-02-01T00:00:00Z","reason":"whim"})"),
       "refused 6026 $.errorDeclaration.reason"},
      {plus(R"("errorDeclaration":{"declarationTime":"2026-02-01T00:00:00Z","correctiveEventIDs":["x"]})"),
       "refused 6024 $.errorDeclaration.correctiveEventIDs[0]"},
      {plus(R"("errorDeclaration":{"declarationTime":"2026-02-01T00:00:00Z","correctiveEventIDs":"urn:x:y"})"),
       "refused 6019 $.errorDeclaration.correctiveEventIDs"},
      {plus(R"("errorDeclaration":{"declarationTime":"2026-02-01T00:00:00Z","note":1})"),
       "refused 6021 $.errorDeclaration.note"},
      {plus(R"("certificationInfo":"none")"), "refused 6024 $.certificationInfo"},
      {plus(R"("certificationInfo":[1])"), "refused 6019 $.certificationInfo[0]"},
      {plus(R"("certificationInfo":[{}])"), "refused 6020 $.certificationInfo[0]"},
      {plus(R"("sensorElementList":[{}])"), "refused 6020 $.sensorElementList[0]"},
      {plus(R"("sensorElementList":[1])"), "refused 6019 $.sensorElementList[0]"},
      {plus(R"("sensorElementList":{})"), "refused 6019 $.sensorElementList"},
      {plus(R"("sensorElementList":[{"sensorReport":[]}])"), "refused 6032 $.sensorElementList[0].sensorReport"},
      {plus(R"("sensorElementList":[{"sensorReport":[{}]}])"), "refused 6020 $.sensorElementList[0].sensorReport[0]"},
      {plus(R"("sensorElementList":[{"sensorReport":[1]}])"), "refused 6019 $.sensorElementList[0].sensorReport[0]"},
      {plus(with(sensors, "Temperature", "Warmth")), "refused 6026 $.sensorElementList[0].sensorReport[0].type"},
      {plus(with(sensors, R"("}])", R"(","value":"1"}])")),
       "refused 6019 $.sensorElementList[0].sensorReport[0].value"},
      {plus(with(sensors, R"("}])", R"(","booleanValue":1}])")),
       "refused 6019 $.sensorElementList[0].sensorReport[0].booleanValue"},
      {plus(with(sensors, R"("}])", R"(","hexBinaryValue":"xy"}])")),
       "refused 6034 $.sensorElementList[0].sensorReport[0].hexBinaryValue"},
      {plus(with(sensors, R"("}])", R"(","hexBinaryValue":""}])")),
       "refused 6034 $.sensorElementList[0].sensorReport[0].hexBinaryValue"},
      {plus(with(sensors, R"("}])", R"(","stringValue":1}])")),
       "refused 6019 $.sensorElementList[0].sensorReport[0].stringValue"},
      {plus(with(sensors, R"("}])", R"(","exception":"PANIC"}])")),
       "refused 6026 $.sensorElementList[0].sensorReport[0].exception"},
      {plus(with(sensors, R"("}])", R"(","component":"w"}])")),
       "refused 6026 $.sensorElementList[0].sensorReport[0].component"},
      {plus(with(sensors, R"("}])", R"(","time":"now"}])")),
       "refused 6022 $.sensorElementList[0].sensorReport[0].time"},
      {plus(with(sensors, R"("}])", R"(","uriValue":"a"}])")),
       "refused 6024 $.sensorElementList[0].sensorReport[0].uriValue"},
      {plus(with(sensors, R"("}])", R"(","note":"a"}])")), "refused 6021 $.sensorElementList[0].sensorReport[0].note"},
      {plus(with(sensors, R"("sensorReport")", R"("note":1,"sensorReport")")),
       "refused 6021 $.sensorElementList[0].note"},
      {plus(with(sensors, R"("sensorReport")", R"("sensorMetadata":{"time":"now"},"sensorReport")")),
       "refused 6022 $.sensorElementList[0].sensorMetadata.time"},
      {plus(with(sensors, R"("sensorReport")", R"("sensorMetadata":{"rawData":"a"},"sensorReport")")),
       "refused 6024 $.sensorElementList[0].sensorMetadata.rawData"},
      {plus(with(sensors, R"("sensorReport")", R"("sensorMetadata":{"note":1},"sensorReport")")),
       "refused 6021 $.sensorElementList[0].sensorMetadata.note"},
      {plus(with(sensors, R"("sensorReport")", R"("sensorMetadata":1,"sensorReport")")),
       "refused 6019 $.sensorElementList[0].sensorMetadata"},
      {event_of("AggregationEvent", R"("action":"ADD","parentID":"urn:x:y","childEPCs":[])"), "refused 6030 $"},
      {event_of("AggregationEvent", R"("action":"ADD","childEPCs":["urn:x:y"])"), "noted 6020 $"},
      {event_of("AssociationEvent", R"("action":"DELETE")"), "refused 6020 $"},
      {event_of("TransactionEvent", R"("action":"ADD","epcList":[])"), "refused 6020 $"},
      {event_of("TransactionEvent", R"("action":"ADD","epcList":[],"bizTransactionList":[])"),
       "refused 6032 $.bizTransactionList"},
      {event_of("TransactionEvent", R"("action":"ADD","bizTransactionList":[{"bizTransaction":"urn:x:y"}])"),
       "refused 6030 $"},
      {event_of("TransformationEvent", R"("inputEPCList":["urn:x:y"])"), "refused 6030 $"},
      {event_of("TransformationEvent", R"("transformationID":"urn:x:y")"), "refused 6030 $"},
      {event_of("TransformationEvent", R"("action":"ADD","inputEPCList":["urn:x:y"],"outputEPCList":["urn:x:y"])"),
       "refused 6021 $.action"},
      {event_of("ex:Handover", R"("eventID":"x")"), "refused 6024 $.eventID"},
      {"7", "refused 6019 $"},
      {"[]", "refused 6019 $"},
      {R"({"a":1 "b":2})", "refused 6012 $"},
      {"{\"a\":\"\xFF\"}", "refused 1004 $"},
      {R"({"a":1e999})", "refused 6035 $"},
      {plus(R"("@context":7)"), "refused 6019 $['@context']"},
      {plus(R"("@context":["nowhere"])"), "refused 6024 $['@context'][0]"},
      {plus(R"("@context":[{"a":"urn:x:y"},{"a":"urn:x:y"}])"), "refused 6031 $['@context'][1]"},
  };
  for (const auto& [event, finding] : faults) EXPECT_EQ(findings_of_event(event), Found{finding}) << event;
}

TEST(EpcisEventReader, an_event_may_declare_prefixes_of_its_own) {
  const auto event = first_event(document_of(plus(
      R"("@context":{"own":"urn:own:","term":{"@id":"urn:term:"},"none":{"@type":"x"}},"own:a":1,"term:b":2,"ex:c":3)")));
  EXPECT_TRUE(event.findings.empty());
  EXPECT_NE(event.extension("urn:own:", "a"), nullptr);
  EXPECT_NE(event.extension("urn:term:", "b"), nullptr);
  EXPECT_NE(event.extension("https://example.org/ns#", "c"), nullptr);
}

TEST(EpcisEventReader, findings_of_one_event_are_kept_up_to_a_hundred_and_the_first_refusal_in_any_case) {
  std::string epcs;
  for (int i = 0; i < 300; ++i) epcs += fmt::format(R"("https://id.gs1.org/01/04012345123457/21/{}",)", i);
  const auto event = first_event(document_of(with(with(kObjectEvent, R"(["https)", fmt::format(R"([{}"https)", epcs)),
                                                  R"(]})", R"(],"bizStep":"x","disposition":"y"})")));
  EXPECT_EQ(event.findings.size(), EpcisJudge::kMostFindings + 1);
  EXPECT_TRUE(event.refused());
}

}  // namespace
}  // namespace lotline::exchange
