// Vectors published with the reference implementation (github.com/RalphTro/epcis-event-hash-generator, tests/examples):
// the inputs are written anew with their values.

#include "exchange/epcis_event_hash.h"

#include <gtest/gtest.h>

#include "exchange/epcis_fixture.h"
#include "exchange/epcis_hash_value.h"
#include "exchange/refusals.h"

namespace lotline::exchange {
namespace {

std::string prehash(std::string_view event, EpcisHashOrder order = EpcisHashOrder::source_first) {
  const std::string document = document_of(event);
  auto reader = EpcisReader::of_text(document, "test");
  EpcisEvent read;
  EXPECT_TRUE(reader.next(read).value_or(false)) << event;
  return epcis_prehash(read, reader.document().namespaces, order).value_or("refused");
}

std::string hash(std::string_view event) {
  const std::string document = document_of(event);
  auto reader = EpcisReader::of_text(document, "test");
  EpcisEvent read;
  EXPECT_TRUE(reader.next(read).value_or(false)) << event;
  return epcis_event_hash(read, reader.document().namespaces).value_or("refused");
}

TEST(EpcisEventHash, the_reference_event_with_sensors_has_its_published_hash) {
  EXPECT_EQ(
      hash(
          R"({"sensorElementList":[{"sensorReport":[{"uom":"CEL","type":"Temperature","value":26.0,"sDev":0.1},{"type":"gs1:AbsoluteHumidity","value":12.10,"uom":"A93"},{"type":"Dimensionless","microorganism":"https://www.ncbi.nlm.nih.gov/taxonomy/1126011","value":0.05,"uom":"C35"},{"type":"Dimensionless","chemicalSubstance":"https://identifiers.org/inchikey:CZMRCDWAGMRECN-UGDNZRGBSA-N","value":0.18,"uom":"C35"}],"sensorMetadata":{"deviceMetadata":"https://id.gs1.org/8004/4000001111","deviceID":"urn:epc:id:giai:4000001.111"}}],"type":"ObjectEvent","eventTime":"2020-04-01T15:00:00+01:00","eventTimeZoneOffset":"+01:00","epcList":["urn:epc:id:sgtin:4012345.011111.9876"],"action":"OBSERVE","bizStep":"inspecting","readPoint":{"id":"urn:epc:id:sgln:4012345.00005.0"},"eventID":"urn:uuid:1","recordTime":"2021-01-01T00:00:00Z"})"),
      "ni:///sha-256;49b13037c36e84ad9307c531671b00e901318c3957e4b1151f816ec49eb668da?ver=CBV2.0");
}

TEST(EpcisEventHash, every_kind_of_identifier_is_taken_as_the_reference_takes_it) {
  EXPECT_EQ(
      prehash(
          R"x({"type":"ObjectEvent","eventTime":"2019-04-02T15:00:00.000+01:00","eventTimeZoneOffset":"+01:00","action":"OBSERVE","bizStep":"inspecting","readPoint":{"id":"urn:epc:id:sgln:4012345.00005.0"},"epcList":["urn:epc:id:sgtin:4012345.011111.9876","urn:epc:id:sgtin:4012345.011111.98%22","urn:epc:id:sgtin:415056789012.0.987654","urn:epc:id:sgtin:0614141.812345.6789%2F%26%25%22!%3F()","urn:epc:id:sscc:4012345.3111111111","urn:epc:id:sgln:4012345.00005.122","urn:epc:id:sgln:4012345.00005.0","urn:epc:id:grai:4012345.00022.334455","urn:epc:id:giai:4012345.ABC345","urn:epc:id:gsrn:4012345.0000006765","urn:epc:id:gsrnp:4012345.0000000007","urn:epc:id:gdti:4012345.00009.PO-4711","urn:epc:id:gdti:987659999999..9","urn:epc:id:cpi:0614141.11111111111111-A%23%2F.1234","urn:epc:id:ginc:0614141.xyz47%2F11","urn:epc:id:gsin:4012345.222333444","urn:epc:id:itip:4012345.011111.01.02.987","urn:epc:id:upui:1234567.098765.51qIgY)%3C%26Jp3*j7'SDB","urn:epc:id:pgln:4000001.00000","urn:epc:id:pgln:999999999999.","urn:epc:class:lgtin:4012345.012345.Lot987","https://id.gs1.org/gtin/09780345418913","https://example.com/gtin/09780345418913/21/765tz?abc=211121"]})x"),
      "eventType=ObjectEventeventTime=2019-04-02T14:00:00.000ZeventTimeZoneOffset=+01:00epcListepc=https://id.gs1.org/"
      "00/340123451111111111epc=https://id.gs1.org/01/01234567987651/235/51qIgY%29%3C%26Jp3%2Aj7'SDBepc=https://"
      "id.gs1.org/01/04012345111118/21/98%22epc=https://id.gs1.org/01/04012345111118/21/9876epc=https://id.gs1.org/01/"
      "04012345123456/10/Lot987epc=https://id.gs1.org/01/04150567890128/21/987654epc=https://id.gs1.org/01/"
      "09780345418913epc=https://id.gs1.org/01/09780345418913/21/765tzepc=https://id.gs1.org/01/80614141123458/21/"
      "6789%2F%26%25%22%21%3F%28%29epc=https://id.gs1.org/253/4012345000092PO-4711epc=https://id.gs1.org/253/"
      "98765999999929epc=https://id.gs1.org/401/0614141xyz47%2F11epc=https://id.gs1.org/402/40123452223334442epc="
      "https://id.gs1.org/414/4012345000054epc=https://id.gs1.org/414/4012345000054/254/122epc=https://id.gs1.org/417/"
      "4000001000005epc=https://id.gs1.org/417/9999999999994epc=https://id.gs1.org/8003/04012345000221334455epc=https:/"
      "/id.gs1.org/8004/4012345ABC345epc=https://id.gs1.org/8006/040123451111180102/21/987epc=https://id.gs1.org/8010/"
      "061414111111111111111-A%23%2F/8011/1234epc=https://id.gs1.org/8017/401234500000000074epc=https://id.gs1.org/"
      "8018/401234500000067657action=OBSERVEbizStep=https://ref.gs1.org/cbv/BizStep-inspectingreadPointid=https://"
      "id.gs1.org/414/4012345000054");
}

TEST(EpcisEventHash, sources_stand_before_destinations_unless_the_published_order_is_asked_for) {
  constexpr std::string_view kShipping =
      R"({"type":"ObjectEvent","eventTime":"2022-02-16T12:50:00.000+01:00","eventTimeZoneOffset":"+01:00","epcList":["urn:epc:id:sscc:4012345.1112223334"],"action":"OBSERVE","bizStep":"departing","readPoint":{"id":"urn:epc:id:sgln:4012345.00022.0"},"bizTransactionList":[{"bizTransaction":"urn:epcglobal:cbv:bt:4012345000009:ASN1099","type":"desadv"}],"destinationList":[{"type":"possessing_party","destination":"urn:epc:id:pgln:4023333.00000"}],"sourceList":[{"type":"possessing_party","source":"urn:epc:id:pgln:4012345.00000"}]})";
  const std::string head =
      "eventType=ObjectEventeventTime=2022-02-16T11:50:00.000ZeventTimeZoneOffset=+01:00epcListepc=https://id.gs1.org/"
      "00/140123451122233341action=OBSERVEbizStep=https://ref.gs1.org/cbv/BizStep-departingreadPointid=https://"
      "id.gs1.org/414/4012345000221bizTransactionListtype=https://ref.gs1.org/cbv/"
      "BTT-desadvbizTransaction=urn:epcglobal:cbv:bt:4012345000009:ASN1099";
  const std::string source =
      "sourceListtype=https://ref.gs1.org/cbv/SDT-possessing_partysource=https://id.gs1.org/417/4012345000009";
  const std::string destination =
      "destinationListtype=https://ref.gs1.org/cbv/SDT-possessing_partydestination=https://id.gs1.org/417/"
      "4023333000000";
  EXPECT_EQ(prehash(kShipping, EpcisHashOrder::destination_first), head + destination + source);
  EXPECT_EQ(prehash(kShipping), head + source + destination);
}

TEST(EpcisEventHash, extensions_stand_at_the_end_under_their_namespaces) {
  EXPECT_EQ(
      prehash(
          R"({"type":"ObjectEvent","eventTime":"2020-03-04T11:00:30+01:00","eventTimeZoneOffset":"+01:00","action":"ADD","epcList":[],"@context":{"own":"urn:own:"},"persistentDisposition":{"unset":["urn:epcglobal:cbv:disp:active"],"set":["stolen","recalled"]},"ex:b":{"ex:y":"0417","ex:x":["3","1"],"plain":true},"own:a":" seal ","ex:at":"2020-03-04T11:00:30.1239+01:00","rdfs:comment":"not hashed","readPoint":{"id":"urn:x:y","ex:bay":4},"ilmd":{"ex:n":1.50,"ex:xml":{"@xmlns:ex":"https://example.org/ns#","#text":"7"}},"quantityList":[{"uom":"KGM","quantity":2,"epcClass":"urn:x:q"}],"sensorElementList":[{"ex:e":1,"sensorMetadata":{"ex:m":"2"},"sensorReport":[{"type":"Temperature","ex:r":3}]}],"certificationInfo":["urn:x:c2","urn:x:c1"],"unknown:z":"1E3"})"),
      "eventType=ObjectEventeventTime=2020-03-04T10:00:30.000ZeventTimeZoneOffset=+01:00certificationInfo=urn:x:"
      "c1certificationInfo=urn:x:c2quantityListquantityElementepcClass=urn:x:qquantity=2uom=KGMaction="
      "ADDpersistentDispositionset=https://ref.gs1.org/cbv/Disp-recalledset=https://ref.gs1.org/cbv/"
      "Disp-stolenunset=https://ref.gs1.org/cbv/Disp-activereadPointid=urn:x:"
      "ysensorElementListsensorElementsensorMetadatasensorReporttype=https://gs1.org/voc/Temperature"
      "ilmd{https://example.org/ns#}n=1.5{https://example.org/ns#}xml=7"
      "readPoint{https://example.org/ns#}bay=4"
      "sensorElementListsensorElementsensorMetadata{https://example.org/ns#}m=2sensorReport{https://example.org/ns#}r=3"
      "{https://example.org/ns#}e=1"
      "unknown:z=1000"
      "{https://example.org/ns#}at=2020-03-04T10:00:30.123Z"
      "{https://example.org/ns#}bplain=true{https://example.org/ns#}x=1{https://example.org/ns#}x=3"
      "{https://example.org/ns#}y=417"
      "{urn:own:}a=seal");
}

TEST(EpcisEventHash, the_hash_is_no_evidence_since_two_events_can_share_it) {
  const auto one = with(kObjectEvent, R"("action")", R"("ex:seal":"1","ex:sealz":"2","action")");
  const auto other = with(kObjectEvent, R"("action")", R"("ex:seal":"1{https://example.org/ns#}sealz=2","action")");
  EXPECT_EQ(hash(one), hash(other));
  EXPECT_EQ(hash(with(kObjectEvent, R"("action")", R"("ex:n":"0417","action")")),
            hash(with(kObjectEvent, R"("action")", R"("ex:n":"417","action")")));
}

TEST(EpcisEventHash, two_spellings_of_one_event_have_one_hash) {
  const auto other =
      with(with(with(kObjectEvent, "https://id.gs1.org/01/04012345123456/21/1", "urn:epc:id:sgtin:4012345.012345.1"),
                "2026-01-11T08:00:00.000Z", "2026-01-11T09:00:00+01:00"),
           R"("action":"OBSERVE")", R"("eventID":"urn:uuid:9","action":"OBSERVE")");
  EXPECT_EQ(hash(other), hash(kObjectEvent));
  EXPECT_NE(hash(with(kObjectEvent, "/21/1", "/21/2")), hash(kObjectEvent));
}

TEST(EpcisEventHash, text_that_is_no_event_is_refused) {
  EpcisEvent event;
  event.json = "[]";
  EXPECT_EQ(refusal_of(epcis_event_hash(event, {})), epcis_member_type.number);
  event.json = "{";
  EXPECT_EQ(refusal_of(epcis_event_hash(event, {})), bad_epcis_json.number);
}

TEST(EpcisHashValue, numbers_lose_idle_zeros_and_other_texts_nothing) {
  const std::pair<std::string_view, std::string_view> texts[] = {
      {"0417", "417"},
      {"1.50", "1.5"},
      {"-0.0", "0"},
      {"+7", "7"},
      {".5", "0.5"},
      {"5.", "5"},
      {"1E3", "1000"},
      {"-2e-2", "-0.02"},
      {"1e", "1e"},
      {"e5", "e5"},
      {".", "."},
      {"-", "-"},
      {"00", "0"},
      {"1.2.3", "1.2.3"},
      {" a b ", "a b"},
      {"12a", "12a"},
      {"", ""},
      {"1e999", "1e999"},
      {"401234511122233341", "401234511122233341"},
      {"urn:epcglobal:cbv:btt:po", "https://ref.gs1.org/cbv/BTT-po"}};
  for (const auto& [written, expected] : texts) EXPECT_EQ(hash_text(written), expected) << written;
}

}  // namespace
}  // namespace lotline::exchange
