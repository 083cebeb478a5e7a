#include "answers/scan_card_json.h"

#include "answers/answer.h"
#include "base/text.h"

namespace lotline::answers {

namespace {

void write_members(JsonWriter& json, const service::ListedScan& item) {
  const seizure::ScanRow& scan = item.scan;
  json.member("scan", scan.id.number).member("source", item.source).member("source_number", scan.source);
  json.member("mark", scan.mark).member("file", scan.file).member("sha256", scan.sha256);
  json.member("batch", scan.batch).member("instrument", scan.instrument).member("withdrawn", scan.withdrawn);
}

}  // namespace

std::string scans_as_json(const service::Page<service::ListedScan>& page, bool simulated) {
  JsonWriter json = begin_answer(simulated);
  json.key("items").begin_array();
  for (const auto& item : page.items) {
    json.begin_object();
    write_members(json, item);
    json.end_object();
  }
  json.end_array().member("next", page.next).end_object();
  return json.take();
}

std::string scan_card_as_json(const service::ListedScan& card, bool simulated) {
  const seizure::ScanRow& scan = card.scan;
  JsonWriter json = begin_answer(simulated);
  write_members(json, card);
  json.member("exhibit", scan.exhibit.number).member("test_fire", scan.test_fire.number);
  json.member("replica", scan.replica.number).member("cast", word(scan.cast));
  json.member("calibre", scan.calibre).member("headstamp", scan.headstamp);
  json.member("firing_pin", scan.firing_pin).member("breech_face", scan.breech_face);
  json.member("extractor", seizure::clock_text(scan.extractor)).member("ejector", seizure::clock_text(scan.ejector));
  json.member("instrument_serial", scan.instrument_serial).member("calibration", scan.calibration);
  json.member("pitch_um", static_cast<double>(scan.pitch_nm) / 1000);
  json.member("scanned_on", to_text(When{scan.scanned_first, scan.scanned_last}));
  json.key("findings").begin_array();
  for (const auto finding : split(scan.findings, ';')) json.value(finding);
  json.end_array().end_object();
  return json.take();
}

}  // namespace lotline::answers
