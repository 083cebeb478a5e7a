#include "answers/report_json.h"

#include "answers/answer.h"
#include "answers/form_json.h"

namespace lotline::answers {

namespace {

using service::ReportValue;

void write_value(JsonWriter& json, const ReportValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    json.value(*text);
  } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
    json.value(*number);
  } else if (const auto* share = std::get_if<double>(&value)) {
    json.value(*share);
  } else if (const auto* records = std::get_if<std::vector<RecordNumber>>(&value)) {
    json.begin_array();
    for (const RecordNumber record : *records) json.value(record);
    json.end_array();
  } else {
    json.null();
  }
}

void write_table(JsonWriter& json, const service::ReportTable& table) {
  json.key(table.name).begin_array();
  for (const auto& row : table.rows) {
    json.begin_object();
    for (std::size_t i = 0; i < row.size(); ++i) write_value(json.key(table.columns[i].name), row[i]);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

std::string report_as_json(const service::Report& report) {
  JsonWriter json = begin_answer(report.head.simulated);
  json.member("report", report.name).member("method", report.method).member("words", report.words);
  for (const auto& table : report.tables) write_table(json, table);
  json.key("constants").begin_array();
  for (const auto& constant : report.constants)
    json.begin_object()
        .member("name", constant.name)
        .member("value", constant.value)
        .member("reason", constant.reason)
        .end_object();
  json.end_array().key("limits").begin_array();
  for (const auto& limit : report.limits) json.value(limit);
  json.end_array().key("register").begin_object().member("log_id", report.head.log_id);
  json.member("records", report.head.records).member("root_hash", proof::to_hex(report.head.root));
  json.end_object().end_object();
  return json.take();
}

std::string reports_as_json() {
  JsonWriter json;
  json.begin_object().key("reports").begin_array();
  for (const auto& kind : service::reports()) {
    json.begin_object();
    write_form(json, kind.form);
    json.member("method", kind.method).end_object();
  }
  json.end_array().end_object();
  return json.take();
}

}  // namespace lotline::answers
