#include "exchange/epcis_reader.h"

#include <gtest/gtest.h>

#include "exchange/epcis_fixture.h"

namespace lotline::exchange {
namespace {

using Found = std::vector<std::string>;

constexpr std::string_view kQuery =
    R"({"@context":"https://ref.gs1.org/standards/epcis/epcis-context.jsonld","type":"EPCISQueryDocument","epcisBody":)"
    R"({"queryResults":{"queryName":"q","resultsBody":{"eventList":[]}}}})";

std::size_t events_in(std::string_view document) {
  auto reader = EpcisReader::of_text(document, "test");
  EpcisEvent event;
  std::size_t count = 0;
  while (reader.next(event).value_or(false)) ++count;
  return count;
}

TEST(EpcisReader, a_document_says_who_sent_it_and_what_its_prefixes_stand_for) {
  auto reader = EpcisReader::of_text(
      with(
          document_of(kObjectEvent), R"("epcisBody")",
          R"("id":"_:doc1","sender":"a","receiver":"b","instanceIdentifier":"c","ex:more":1,"epcisHeader":{"ex:h":1,"epcisMasterData":{"vocabularyList":[{"type":"urn:x:y","vocabularyElementList":[{"id":"urn:x:z","attributes":[{"id":"ex:name","attribute":"Depot"}],"children":["urn:x:c"]}]}]}},"epcisBody")"),
      "test");
  EpcisEvent event;
  ASSERT_TRUE(reader.next(event).value_or(false));
  EXPECT_EQ(reader.document().namespaces.at("ex"), "https://example.org/ns#");
  ASSERT_FALSE(reader.next(event).value_or(true));
  const auto& document = reader.document();
  EXPECT_TRUE(document.findings.empty());
  EXPECT_EQ(document.form, EpcisDocument::Form::capture);
  EXPECT_EQ(document.id, "_:doc1");
  EXPECT_EQ(document.sender + document.receiver + document.instance_identifier, "abc");
  EXPECT_EQ(document.schema_version, "2.0");
  EXPECT_EQ(document.creation_date.value_or(EpcisTime{}).written, "2026-01-11T08:00:00Z");
  EXPECT_TRUE(document.master_data.contains("Depot"));
  EXPECT_EQ(document.extensions.at(0).name, "more");
  EXPECT_FALSE(reader.next(event).value_or(true));
  EXPECT_EQ(reader.bytes_read(), reader.bytes_total());
}

TEST(EpcisReader, events_are_read_from_documents_query_documents_lists_and_by_themselves) {
  EXPECT_EQ(events_in(document_of(fmt::format("{},{}", kObjectEvent, kObjectEvent))), 2U);
  const auto query = with(kQuery, "[]", fmt::format("[{}]", kObjectEvent));
  EXPECT_EQ(findings_in(query), Found{});
  EXPECT_EQ(first_event(query).path, "$.epcisBody.queryResults.resultsBody.eventList[0]");
  const auto list = fmt::format("[{}]", kObjectEvent);
  EXPECT_EQ(findings_in(list), Found{});
  EXPECT_EQ(first_event(list).path, "$[0]");
  const auto alone = with(kObjectEvent, R"({"type")", R"({"@context":{"ex":"urn:ex:"},"ex:a":1,"type")");
  EXPECT_EQ(findings_in(alone), Found{});
  EXPECT_EQ(first_event(alone).path, "$");
  EXPECT_NE(first_event(alone).extension("urn:ex:", "a"), nullptr);
}

TEST(EpcisReader, prefixes_declared_behind_the_events_hold_for_them) {
  auto event = with(kObjectEvent, R"("epcList")", R"("late:a":1,"epcList")");
  const auto document = fmt::format(
      R"({{"epcisBody":{{"eventList":[{},{}]}},"type":"EPCISDocument","schemaVersion":"2","creationDate":"2026-01-11T08:00:00Z","@context":{{"late":"urn:late:"}}}})",
      event, event);
  EXPECT_EQ(findings_in(document), Found{});
  EXPECT_EQ(events_in(document), 2U);
  EXPECT_NE(first_event(document).extension("urn:late:", "a"), nullptr);
}

TEST(EpcisReader, every_fault_of_a_document_is_found_at_its_place) {
  const std::string document = document_of(kObjectEvent);
  const std::pair<std::string, std::string> faults[] = {
      {with(document, R"("type":"EPCISDocument",)", ""), "refused 6025 $.type"},
      {with(document, "EPCISDocument", "EPCISReport"), "refused 6025 $.type"},
      {with(document, R"("schemaVersion":"2.0",)", ""), "refused 6020 $"},
      {with(document, R"("creationDate":"2026-01-11T08:00:00Z",)", ""), "refused 6020 $"},
      {with(document, R"("2.0")", R"("two")"), "refused 6033 $.schemaVersion"},
      {with(document, R"("2.0")", R"("2.")"), "refused 6033 $.schemaVersion"},
      {with(document, R"("2.0")", R"(".2")"), "refused 6033 $.schemaVersion"},
      {with(document, R"("2.0")", R"("2..0")"), "refused 6033 $.schemaVersion"},
      {with(document, R"("2.0")", R"("")"), "refused 6033 $.schemaVersion"},
      {with(document, R"("2.0")", "2"), "refused 6019 $.schemaVersion"},
      {with(document, "2026-01-11T08:00:00Z", "today"), "refused 6022 $.creationDate"},
      {with(document, R"("type")", R"("id":"no uri","type")"), "refused 6024 $.id"},
      {with(document, R"("type")", R"("id":7,"type")"), "refused 6019 $.id"},
      {with(document, R"("type")", R"("sender":7,"type")"), "refused 6019 $.sender"},
      {with(document, R"("type")", R"("note":7,"type")"), "refused 6021 $.note"},
      {with(document, R"("type")", R"("type":"EPCISDocument","type")"), "refused 6018 $"},
      {with(document, R"("eventList")", R"("eventList":[],"eventList")"), "refused 6018 $.epcisBody"},
      {with(document, R"("eventList")", R"("queryResults":{},"eventList")"), "refused 6021 $.epcisBody"},
      {with(document, fmt::format("[{}]", kObjectEvent), "{}"), "refused 6019 $.epcisBody.eventList"},
      {with(document, fmt::format(R"({{"eventList":[{}]}})", kObjectEvent), "{}"), "refused 6020 $.epcisBody"},
      {with(document, fmt::format(R"({{"eventList":[{}]}})", kObjectEvent), "[]"), "refused 6019 $.epcisBody"},
      {with(document, R"("ex":"https://example.org/ns#")", R"("ex":1},7,{"a":"b")"), "refused 6019 $['@context'][2]"},
      {with(document, R"("type")", R"("epcisHeader":1,"type")"), "refused 6019 $.epcisHeader"},
      {with(document, R"("type")", R"("epcisHeader":{"note":1},"type")"), "refused 6021 $.epcisHeader.note"},
      {with(document, R"("type")", R"("epcisHeader":{"epcisMasterData":1},"type")"),
       "refused 6019 $.epcisHeader.epcisMasterData"},
      {with(document, R"("type")", R"("epcisHeader":{"epcisMasterData":{"vocabularyList":[{}]}},"type")"),
       "refused 6020 $.epcisHeader.epcisMasterData.vocabularyList[0]"},
      {with(
           document, R"("type")",
           R"("epcisHeader":{"epcisMasterData":{"vocabularyList":[{"type":"urn:x:y","vocabularyElementList":[{"id":"x"}]}]}},"type")"),
       "refused 6024 $.epcisHeader.epcisMasterData.vocabularyList[0].vocabularyElementList[0].id"},
      {with(
           document, R"("type")",
           R"("epcisHeader":{"epcisMasterData":{"vocabularyList":[{"type":"urn:x:y","vocabularyElementList":[{"id":"urn:x:y","attributes":[{"id":"urn:x:y","attribute":true}]}]}]}},"type")"),
       "refused 6019 $.epcisHeader.epcisMasterData.vocabularyList[0].vocabularyElementList[0].attributes[0].attribute"},
      {with(kQuery, R"("queryName":"q",)", ""), "refused 6020 $.epcisBody.queryResults"},
      {with(kQuery, R"("queryName")", R"("note":1,"queryName")"), "refused 6021 $.epcisBody.queryResults.note"},
      {with(kQuery, R"("queryName")", R"("subscriptionID":1,"queryName")"),
       "refused 6019 $.epcisBody.queryResults.subscriptionID"},
      {with(kQuery, R"("eventList":[])", R"("vocabularyList":[])"),
       "refused 6020 $.epcisBody.queryResults.resultsBody"},
      {with(kQuery, R"("eventList")", R"("note":1,"eventList")"),
       "refused 6021 $.epcisBody.queryResults.resultsBody.note"},
      {with(kQuery, R"("queryResults")", R"("note":1,"queryResults")"), "refused 6021 $.epcisBody.note"},
      {with(kQuery, R"("type")", R"("sender":"a","type")"), "refused 6021 $.sender"},
      {with(document, R"("2.0")", "1e999"), "refused 6035 $"},
      {std::string{kObjectEvent}, "refused 6020 $"},
      {fmt::format("[{}]", with(kObjectEvent, R"("eventTimeZoneOffset":"+01:00",)", "")), "refused 6020 $[0]"},
      {document.substr(0, document.size() - 1), "fatal 6013"},
      {"7", "fatal 6011"},
  };
  for (const auto& [text, finding] : faults) {
    const auto found = findings_in(text);
    ASSERT_FALSE(found.empty()) << text;
    EXPECT_EQ(found.back(), finding) << text;
  }
}

TEST(EpcisReader, a_document_without_context_is_refused_and_its_events_are_read) {
  const std::string document =
      R"({"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2026-01-11T08:00:00Z","epcisBody":{"eventList":[)";
  auto text = document;
  text.append(kObjectEvent).append("]}}");
  EXPECT_EQ(findings_in(text), Found{"refused 6020 $"});
  EXPECT_EQ(events_in(text), 1U);
}

TEST(EpcisReader, in_a_bare_list_what_generators_leave_out_is_noted) {
  EXPECT_EQ(
      findings_in(
          R"([{"type":"AggregationEvent","eventTime":"2026-01-11T08:00:00Z","eventTimeZoneOffset":"+01:00","action":"ADD","parentID":"urn:x:y","persistentDisposition":{}}])"),
      (Found{"noted 6020 $[0].persistentDisposition", "noted 6030 $[0]"}));
}

TEST(EpcisReader, an_event_that_is_refused_does_not_stop_the_next) {
  auto reader = EpcisReader::of_text(document_of(fmt::format("{},7,{}", R"({"a":1})", kObjectEvent)), "test");
  EpcisEvent event;
  ASSERT_TRUE(reader.next(event).value_or(false));
  EXPECT_TRUE(event.refused());
  ASSERT_TRUE(reader.next(event).value_or(false));
  EXPECT_TRUE(event.refused());
  EXPECT_TRUE(event.json.empty());
  ASSERT_TRUE(reader.next(event).value_or(false));
  EXPECT_FALSE(event.refused());
  EXPECT_EQ(event.index, 2);
  EXPECT_EQ(event.json, kObjectEvent);
}

TEST(EpcisReader, an_event_has_one_canonical_text) {
  const auto event = first_event(document_of(with(kObjectEvent, R"("action")", R"("ex:n":1.50,   "action")")));
  EXPECT_EQ(
      canonical_event(event).value_or(""),
      R"({"action":"OBSERVE","epcList":["https://id.gs1.org/01/04012345123456/21/1"],"eventTime":"2026-01-11T08:00:00.000Z","eventTimeZoneOffset":"+01:00","ex:n":1.5,"type":"ObjectEvent"})");
}

}  // namespace
}  // namespace lotline::exchange
