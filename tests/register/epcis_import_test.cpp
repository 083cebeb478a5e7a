// EPCIS documents into a real register: bad ones leave it as it was, good events are taken without the bad, and an
// event is recorded once.

#include <iterator>

#include "tests/register/epcis_fixture.h"

namespace lotline {

using exchange::OnError;

class EpcisImport : public EpcisTest {
 protected:
  static std::string text_of(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }
  static std::string with_id(std::string_view id, std::string event) {
    event.insert(1, fmt::format(R"("eventID":"urn:uuid:{}",)", id));
    return event;
  }
  static std::string issued(int count, const std::string& more = {}) {
    return object("OBSERVE", "dispensing", boxes(count) + at("9521234000112") + to("ARMY") + more);
  }
  static std::string declared(std::string event, std::string_view more = {}) {
    event.pop_back();
    return event + R"(,"errorDeclaration":{"declarationTime":"2018-06-01T08:00:00Z","reason":"incorrect_data")" +
           std::string{more} + "}}";
  }
};

TEST_F(EpcisImport, a_document_and_csv_files_are_one_import) {
  const auto party = file("party.csv", "issuer,ref,code,kind,name,country\nREG,1,SHOP,dealer,Shop,BR\n");
  const auto events =
      file("events.json", document({object("OBSERVE", "dispensing", boxes(2) + at("9521234000112") + to("SHOP"))}));
  const auto report = exchange::import_csv(*desk_, {party, events}, {}).value();
  EXPECT_TRUE(report.kept);
  EXPECT_EQ(report.files[1].kind, "events");
  EXPECT_EQ(report.files[1].recorded, 1);
  EXPECT_EQ(stock("SHOP", ""), 40);
  const std::string before = root();
  const auto reversed = exchange::import_csv(
      *desk_, {file("e2.json", document({issued(3)})), file("bad.csv", "issuer,ref,colour\nREG,2,X\n")}, {});
  EXPECT_FALSE(reversed.has_value());
  EXPECT_EQ(root(), before);
}

TEST_F(EpcisImport, one_bad_event_leaves_the_register_as_it_was_and_is_named_with_its_path) {
  const std::string before = root();
  const auto report = import(document({issued(1), with_id("b", issued(2, own("witness", "W"))), issued(600)})).value();
  EXPECT_FALSE(report.kept);
  ASSERT_EQ(report.errors.size(), 2u);
  EXPECT_EQ(report.errors[0].event, 1);
  EXPECT_EQ(report.errors[0].event_id, "urn:uuid:b");
  EXPECT_EQ(report.errors[0].path, "$.epcisBody.eventList[1]");
  EXPECT_EQ(report.errors[0].refusal.name, "unknown_field");
  EXPECT_EQ(report.errors[1].path, "$.epcisBody.eventList[2].quantityList[0]");
  EXPECT_EQ(report.errors[1].refusal.name, "not_enough_rounds");
  EXPECT_EQ(root(), before);
  EXPECT_FALSE(std::filesystem::exists(folder_.path + "/events.json.refused.json"));
}

TEST_F(EpcisImport, an_event_that_moves_nothing_is_kept_for_those_alone_who_keep_stock) {
  const std::string seen = object("OBSERVE", "inspecting", boxes(1));
  const auto refusal = [&](const std::string& one) {
    const auto report = import(document({one})).value();
    return report.errors.empty() ? "" : report.errors.front().refusal.name;
  };
  desk_->visitor = {"reader", {}, access::rights_of(access::Role::auditor), {}, false};
  EXPECT_EQ(refusal(seen), "right_missing");
  EXPECT_EQ(refusal(declared(with_id("c", seen))), "right_missing");
  desk_->visitor = access::keeper_of_the_file();
  EXPECT_EQ(refusal(seen), "");
  EXPECT_EQ(refusal(declared(with_id("c", seen))), "");
}

TEST_F(EpcisImport, good_events_are_taken_and_bad_ones_written_to_be_mended) {
  const auto report =
      import(document({issued(1), with_id("b", issued(2, own("witness", "W"))), issued(3)}), OnError::proceed).value();
  EXPECT_TRUE(report.kept);
  EXPECT_EQ(report.files.front().recorded, 2);
  EXPECT_EQ(stock("ARMY", ""), 80);
  const std::string path = report.files.front().refused_path;
  EXPECT_EQ(path, folder_.path + "/events.json.refused.json");
  std::string mended = text_of(path);
  EXPECT_NE(mended.find("8004 unknown_field"), std::string::npos) << mended;
  // Refused a second time it gives one reason, not two.
  const auto again = exchange::import_csv(*desk_, {path}, {OnError::proceed, {}}).value();
  EXPECT_EQ(again.files.front().refused, 1);
  const std::string twice = text_of(path + ".refused.json");
  EXPECT_EQ(twice.find("epcis#refused"), twice.rfind("epcis#refused"));
  mended.replace(mended.find("lotline:witness"), 15, "lotline:note");
  EXPECT_EQ(exchange::import_csv(*desk_, {file("mended.json", mended)}, {}).value().files.front().recorded, 1);
  EXPECT_EQ(stock("ARMY", ""), 120);
  // The reason is no part of what the event says.
  EXPECT_EQ(import(document({with_id("b", issued(2, own("note", "W")))})).value().files.front().skipped, 1);
  expect_verified();
}

TEST_F(EpcisImport, events_in_a_bare_list_are_written_as_one_when_refused) {
  const std::string full = "https://lotline.example/epcis#witness";
  const auto report = import("[" +
                                 object("OBSERVE", "dispensing",
                                        boxes(1) + at("9521234000112") + to("ARMY") + ",\"" + full + "\":\"W\"") +
                                 "," + object("OBSERVE", "storing", boxes(1)) + "," +
                                 object("OBSERVE", "dispensing", boxes(900) + at("9521234000112") + to("ARMY")) + "]",
                             OnError::proceed)
                          .value();
  EXPECT_EQ(report.files.front().refused, 2);
  const std::string written = text_of(report.files.front().refused_path);
  EXPECT_TRUE(written.starts_with("[\n{")) << written;
  EXPECT_TRUE(written.ends_with("}\n]\n")) << written;
}

TEST_F(EpcisImport, refused_events_that_cannot_be_written_down_refuse_the_import) {
  const std::string before = root();
  std::filesystem::create_directory(folder_.path + "/events.json.refused.json");
  const auto report = import(document({issued(1), issued(2, own("witness", "W"))}), OnError::proceed);
  ASSERT_FALSE(report.has_value());
  EXPECT_EQ(report.error().name, "unwritable_file");
  EXPECT_EQ(root(), before);
}

TEST_F(EpcisImport, a_disk_that_is_full_at_the_last_byte_of_the_refused_events_refuses_the_import) {
  const std::string before = root();
  std::filesystem::create_symlink("/dev/full", folder_.path + "/events.json.refused.json");
  const auto report = import(document({issued(1), issued(2, own("witness", "W"))}), OnError::proceed);
  ASSERT_FALSE(report.has_value());
  EXPECT_EQ(report.error().name, "unwritable_file");
  EXPECT_EQ(root(), before);
}

// R78
TEST_F(EpcisImport, a_document_that_is_cut_off_or_nests_too_deep_is_refused_and_its_good_events_can_be_taken) {
  const std::string whole = document({issued(1), issued(2), issued(3)});
  const std::string cut = whole.substr(0, whole.size() - 60);
  EXPECT_EQ(refused_document(cut).refusal.name, "epcis_cut_off");
  const auto report = import(cut, OnError::proceed).value();
  EXPECT_EQ(report.files.front().recorded, 2);
  EXPECT_EQ(stock("ARMY", ""), 60);
  const std::string deep = issued(4, R"(,"ammo:deep":)" + std::string(100'000, '[') + std::string(100'000, ']'));
  const auto error = refused_document(document({deep}));
  EXPECT_EQ(error.refusal.name, "epcis_too_deep");
  EXPECT_EQ(error.event, 0);
  EXPECT_EQ(refused_document(std::string(100'000, '{')).refusal.number / 1000, 6);
  expect_verified();
}

TEST_F(EpcisImport, what_is_not_epcis_is_refused_for_its_reason) {
  EXPECT_EQ(refusal(object("OBSERVE", "despatching", boxes(1))), "epcis_unknown_word");
  EXPECT_EQ(refused_at(object("OBSERVE", "despatching", boxes(1))), ".bizStep");
  EXPECT_EQ(refusal(object("REMOVE", "destroying", boxes(1))), "epcis_unknown_word");
  EXPECT_EQ(refusal(R"({"type":"ObjectEvent","action":"ADD","epcList":[],"eventTimeZoneOffset":"+00:00"})"),
            "epcis_member_missing");
  EXPECT_EQ(refusal(object("OBSERVE", "storing", R"(,"epcList":["https://id.gs1.org/00/095212340000000014"])")),
            "bad_check_digit");
  EXPECT_EQ(refusal(object("OBSERVE", "storing",
                           R"(,"quantityList":[{"epcClass":"https://id.gs1.org/01/19521234543210/10/A17-1",)"
                           R"("quantity":-5}])")),
            "epcis_bad_quantity");
  const auto no_version = refused_document(R"({"@context":[],"type":"EPCISDocument",)"
                                           R"("creationDate":"2026-01-01T00:00:00Z","epcisBody":{"eventList":[]}})");
  EXPECT_EQ(no_version.refusal.name, "epcis_member_missing");
  EXPECT_EQ(no_version.event, -1);
}

TEST_F(EpcisImport, events_out_of_order_are_refused_for_what_is_missing) {
  const std::string ship =
      event("ObjectEvent", "OBSERVE", "shipping", boxes(5) + at("9521234000112") + to("ARMY"), "2018-05-02");
  const std::string receive =
      event("ObjectEvent", "OBSERVE", "receiving", boxes(5) + at("9521234000310", "bizLocation"), "2018-05-04");
  EXPECT_EQ(refused_document(document({receive, ship})).refusal.name, "receipt_without_dispatch");
  EXPECT_EQ(
      refusal(event("ObjectEvent", "OBSERVE", "dispensing", boxes(1) + at("9521234000112") + to("ARMY"), "2199-01-01")),
      "future_date");
  // With proceed the receipt waits in the file of refused events until its dispatch is there.
  const auto report = import(document({receive, ship}), OnError::proceed).value();
  EXPECT_EQ(report.files.front().recorded, 1);
  EXPECT_EQ(exchange::import_csv(*desk_, {report.files.front().refused_path}, {}).value().files.front().recorded, 1);
  EXPECT_EQ(stock("ARMY", "VAULT"), 100);
}

TEST_F(EpcisImport, the_same_event_is_recorded_once_however_it_is_spelt_and_with_other_content_refused) {
  take({with_id("a", issued(2)), issued(3)});
  const std::string before = root();
  const std::string urn = R"(,"quantityList":[{"epcClass":"urn:epc:class:lgtin:9521234.154321.A17-1","quantity":2.0}])";
  const auto again =
      import(document({with_id("a", event("ObjectEvent", "OBSERVE", "urn:epcglobal:cbv:bizstep:dispensing",
                                          urn + to("ARMY") + at("9521234000112"))),
                       issued(3)}));
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(again->files.front().skipped, 2);
  EXPECT_EQ(root(), before);
  EXPECT_EQ(refusal(with_id("a", issued(4))), "ref_reused");
  EXPECT_EQ(refusal(with_id("a", issued(2, own("note", "more")))), "ref_reused");
  // Another eventID is another event.
  take({with_id("c", issued(2))});
  EXPECT_EQ(stock("ARMY", ""), 140);
}

TEST_F(EpcisImport, an_event_declared_wrong_is_taken_back) {
  const std::string wrong = with_id("a", issued(2));
  const std::string right = with_id("b", issued(3));
  take({wrong, right, declared(wrong, R"(,"correctiveEventIDs":["urn:uuid:b"])")});
  EXPECT_EQ(stock("ARMY", ""), 60);
  const auto lot = desk_->lookup.lot("MAKER", "A17-1", "").value();
  const auto entry = store_->state().book.entries.all(make_key(lot)).back();
  EXPECT_EQ(entry.act, custody::Act::correct);
  EXPECT_EQ(to_text(entry.happened()), "2018-06-01");
  EXPECT_NE(store_->read(entry.number)->body.find("declared wrong: incorrect_data; see urn:uuid:b"), std::string::npos);
  const std::string before = root();
  EXPECT_EQ(
      import(document({declared(wrong, R"(,"correctiveEventIDs":["urn:uuid:b"])"), wrong})).value().files[0].skipped,
      2);
  EXPECT_EQ(root(), before);
  EXPECT_EQ(refusal(declared(with_id("b", issued(4)))), "ref_reused");
  expect_verified();
}

TEST_F(EpcisImport, a_declaration_undoes_packing_holds_and_counts) {
  const std::string packed = with_id("p", event("AggregationEvent", "ADD", "packing",
                                                R"(,"parentID":"https://id.gs1.org/00/095212340000000013")" +
                                                    at("9521234000112") + boxes(5, "A17-1", "childQuantityList")));
  const std::string held_back =
      with_id("h", object("OBSERVE", "holding", R"(,"disposition":"recalled")" + boxes(5) + at("9521234000112")));
  const std::string counted = with_id("s", object("OBSERVE", "stock_taking", boxes(1) + at("9521234000112")));
  take({packed, declared(packed), held_back, declared(held_back), counted, declared(counted)});
  const auto account = custody::account_at(store_->state().book, desk_->lookup.lot("MAKER", "A17-1", "").value(),
                                           {desk_->lookup.party("MAKER").value(), custody::Standing::held, "STORE"});
  EXPECT_EQ(account.packaged, Rounds(0));
  EXPECT_EQ(account.reserved, Rounds(0));
  EXPECT_EQ(store_->state().stocktakes.investigations.all().front().outcome, "miscount");
  expect_verified();
}

TEST_F(EpcisImport, an_event_that_was_declared_wrong_before_it_came_moves_nothing) {
  const std::string wrong = with_id("a", issued(2));
  take({declared(wrong), wrong});
  EXPECT_EQ(stock("ARMY", ""), 0);
  expect_verified();
}

TEST_F(EpcisImport, what_was_corrected_by_hand_is_not_taken_back_again) {
  const std::string wrong = with_id("a", issued(2));
  take({wrong});
  done("correct", {{"movement", std::to_string(store_->head().records - 1)}, {"note", "misread"}});
  EXPECT_EQ(refusal(declared(wrong)), "already_reversed");
  EXPECT_EQ(refused_at(declared(wrong)), ".errorDeclaration");
}

// R3
TEST_F(EpcisImport, master_data_registers_what_is_not_known_and_must_agree_with_what_is) {
  const auto with = [&](const std::string& elements, const std::vector<std::string>& events) {
    std::string text = document(events);
    text.insert(text.find(R"("epcisBody")"),
                R"("epcisHeader":{"epcisMasterData":{"vocabularyList":[{"type":"urn:epcglobal:epcis:vtype:Party",)"
                R"("vocabularyElementList":[)" +
                    elements + "]}]}},");
    return text;
  };
  const auto element = [](std::string_view id, const std::vector<std::pair<std::string, std::string>>& fields) {
    std::string text = fmt::format(R"({{"id":"{}","attributes":[)", id);
    for (std::size_t i = 0; i < fields.size(); ++i)
      text += fmt::format(R"({}{{"id":"https://lotline.example/epcis#{}","attribute":"{}"}})", i == 0 ? "" : ",",
                          fields[i].first, fields[i].second);
    return text + "]}";
  };
  const std::string uri = "https://id.gs1.org/417/9521234000037";
  const std::string shop = element(uri, {{"form", "parties"},
                                         {"code", "SHOP"},
                                         {"kind", "dealer"},
                                         {"name", "Shop"},
                                         {"country", "BR"},
                                         {"pgln", "9521234000037"}});
  const std::string others = R"({"id":"https://example.org/x","attributes":[{"id":"cbvmda:name","attribute":"X"}]})";
  const std::string sold =
      object("OBSERVE", "dispensing",
             boxes(1) + at("9521234000112") + R"(,"destinationList":[{"type":"possessing_party","destination":")" +
                 uri + "\"}]");
  const auto report = import(with(shop + "," + others, {sold})).value();
  for (const auto& error : report.errors) ADD_FAILURE() << error.path << error.refusal.text;
  EXPECT_EQ(report.files.front().registered, 1);
  EXPECT_EQ(report.files.front().passed_over, 1);
  EXPECT_EQ(stock("SHOP", ""), 20);
  EXPECT_EQ(import(with(shop, {sold})).value().files.front().registered, 0);

  const auto said_of_shop = [&](std::string_view field, std::string_view value) {
    std::vector<std::pair<std::string, std::string>> fields{
        {"form", "parties"}, {"code", "SHOP"}, {"kind", "dealer"}, {"name", "Shop"}, {"country", "BR"}};
    for (auto& [name, text] : fields)
      if (name == field) text = value;
    return refused_document(with(element(uri, fields), {})).refusal.name;
  };
  EXPECT_EQ(said_of_shop("name", "Another"), "epcis_contradiction");
  EXPECT_EQ(said_of_shop("country", "AR"), "epcis_contradiction");
  EXPECT_EQ(refused_document(with(element(uri, {{"form", "parties"}, {"colour", "red"}}), {})).refusal.name,
            "unknown_field");
  // Under one GS1 number another register may use another code.
  EXPECT_TRUE(import(with(element(uri, {{"form", "parties"},
                                        {"code", "S-2"},
                                        {"kind", "dealer"},
                                        {"name", "The shop"},
                                        {"country", "BR"},
                                        {"pgln", "9521234000037"}}),
                          {}))
                  .value()
                  .kept);
  EXPECT_EQ(
      refused_document(with(element(uri, {{"form", "parties"}, {"code", "NEW"}, {"kind", "dealr"}}), {})).event_id,
      uri);
  expect_verified();
}

}  // namespace lotline
