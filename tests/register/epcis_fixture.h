#pragma once
// A small simulated State whose parties, places and products have GS1 numbers, and events that name them.

#include <fstream>

#include "exchange/csv_import.h"
#include "exchange/epcis_identifier.h"
#include "service/verify.h"
#include "tests/register/desk_fixture.h"

namespace lotline {

class EpcisTest : public DeskTest {
 protected:
  EpcisTest() {
    small_state();
    done("places", {{"gln", "9521234000112"}, {"holder", "MAKER"}, {"place", "STORE"}});
    done("places", {{"gln", "9521234000310"}, {"holder", "ARMY"}, {"place", "VAULT"}});
    done("places", {{"gln", "9521234000419"}, {"holder", "DEALER"}, {"place", "SHOP"}});
    done("products", {{"code", "POWDER"}, {"item", "propellant"}, {"unit", "grams"}, {"controlled", "no"}});
    done("products", {{"code", "OTHER"}, {"calibre", "7.62X51"}});
    const auto item = [&](std::string_view gtin, std::string_view product, std::string_view level,
                          std::string_view rounds) {
      done("trade_items", {{"gtin", gtin}, {"product", product}, {"level", level}, {"rounds", rounds}});
    };
    item("09521234543213", "BALL", "single", "1");
    item("19521234543210", "BALL", "box", "20");
    item("09521234700012", "POWDER", "single", "1");
    item("09521234700029", "OTHER", "single", "1");
    made_lot("A17-1");
  }

  /// The document of these events, each a JSON object.
  static std::string document(const std::vector<std::string>& events) {
    std::string text = R"({"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",)"
                       R"({"lotline":"https://lotline.example/epcis#","ammo":"https://example.org/ns/ammunition#"}],)"
                       R"("type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2026-01-01T00:00:00Z",)"
                       R"("epcisBody":{"eventList":[)";
    for (std::size_t i = 0; i < events.size(); ++i) text += (i == 0 ? "" : ",") + events[i];
    return text + "]}}";
  }
  /// An event; `rest` are its further members, with a comma before each.
  static std::string event(std::string_view type, std::string_view action, std::string_view step,
                           const std::string& rest, std::string_view on = "2018-05-02") {
    std::string text = fmt::format(
        R"({{"type":"{}","eventTime":"{}T08:00:00Z","eventTimeZoneOffset":"+00:00","bizStep":"{}")", type, on, step);
    if (!action.empty()) text += fmt::format(R"(,"action":"{}")", action);
    return text + rest + "}";
  }
  static std::string object(std::string_view action, std::string_view step, const std::string& rest) {
    return event("ObjectEvent", action, step, rest);
  }
  static std::string boxes(int count, std::string_view lot = "A17-1", std::string_view list = "quantityList") {
    return fmt::format(R"(,"{}":[{{"epcClass":"https://id.gs1.org/01/19521234543210/10/{}","quantity":{}}}])", list,
                       lot, count);
  }
  static std::string at(std::string_view gln, std::string_view member = "readPoint") {
    return fmt::format(R"(,"{}":{{"id":"https://id.gs1.org/414/{}"}})", member, gln);
  }
  static std::string party_uri(std::string_view code) {
    return "https://lotline.example/id/party/" + std::string{code};
  }
  static std::string from(std::string_view code) {
    return fmt::format(R"(,"sourceList":[{{"type":"possessing_party","source":"{}"}}])", party_uri(code));
  }
  static std::string to(std::string_view code) {
    return fmt::format(R"(,"destinationList":[{{"type":"possessing_party","destination":"{}"}}])", party_uri(code));
  }
  static std::string own(std::string_view name, std::string_view value) {
    return fmt::format(R"(,"lotline:{}":"{}")", name, value);
  }
  static std::string own_step(std::string_view word) { return "https://lotline.example/epcis#" + std::string{word}; }

  std::string file(const std::string& name, const std::string& text) {
    const std::string path = folder_.path + "/" + name;
    std::ofstream(path, std::ios::binary | std::ios::trunc) << text;
    return path;
  }
  Result<exchange::ImportReport> import(const std::string& text,
                                        exchange::OnError on_error = exchange::OnError::rollback) {
    return exchange::import_csv(*desk_, {file("events.json", text)}, {on_error, {}});
  }
  /// Imports events that must be taken, each recorded.
  void take(const std::vector<std::string>& events) {
    const auto report = import(document(events));
    ASSERT_TRUE(report.has_value()) << report.error().text;
    for (const auto& error : report->errors) ADD_FAILURE() << error.path << ": " << error.refusal.text;
    EXPECT_EQ(report->files.front().recorded, static_cast<std::int64_t>(events.size()));
  }
  /// The one refusal of a document that must leave the register as it was.
  exchange::RowError refused_document(const std::string& text) {
    const std::string before = root();
    const auto report = import(text);
    EXPECT_EQ(root(), before);
    if (!report) return {"", 0, report.error(), -1, "", ""};
    EXPECT_FALSE(report->kept);
    EXPECT_FALSE(report->errors.empty());
    return report->errors.empty() ? exchange::RowError{} : report->errors.front();
  }
  /// The name of the refusal of one event.
  std::string refusal(const std::string& one) { return refused_document(document({one})).refusal.name; }
  /// The path within the event where it was refused.
  std::string refused_at(const std::string& one) {
    constexpr std::string_view kEvent = "$.epcisBody.eventList[0]";
    const std::string path = refused_document(document({one})).path;
    EXPECT_TRUE(path.starts_with(kEvent)) << path;
    return path.substr(std::min(path.size(), kEvent.size()));
  }
  [[nodiscard]] std::int64_t stock(std::string_view party, std::string_view place) {
    return held(party, place, "A17-1").count();
  }
  void expect_verified() {
    const auto verified = service::verify(*store_);
    EXPECT_TRUE(verified.has_value()) << (verified ? "" : verified.error().text);
  }
  /// The record of the newest event.
  custody::EventRecorded newest_event() {
    service::RecordReader reader;
    const auto record = reader.decode(store_->read(store_->head().records)->body).value();
    return std::get<custody::EventRecorded>(record.what);
  }
};

}  // namespace lotline
