#include "exchange/epcis_refused.h"

#include "base/json_writer.h"
#include "base/refusals.h"
#include "exchange/epcis_own.h"
#include "exchange/json_dom.h"

namespace lotline::exchange {

namespace {

/// The event's members as they were, with the reason first in place of one from before.
Result<std::string> with_reason(const std::string& json, const Refusal& refusal) {
  const std::string name = std::string{kOwnSpace} + std::string{kRefusedExtension};
  dom::parser parser;
  const simdjson::padded_string padded(json);
  std::string text = "{";
  append_json_string(text, name);
  text += ":";
  append_json_string(text, fmt::format("{} {}: {}", refusal.number, refusal.name, refusal.text));
  for (const auto [member, value] : TRY(object_of(TRY(parse_json(parser, padded))))) {
    if (member == name) continue;
    text += ",";
    append_json_string(text, member);
    text += ":";
    TRY(append_canonical(text, value));
  }
  return text + "}";
}

}  // namespace

void RefusedEvents::begin(EpcisDocument::Form form, std::string context) {
  bare_ = form == EpcisDocument::Form::list || form == EpcisDocument::Form::event;
  context_ = std::move(context);
}

Result<void> RefusedEvents::write(const EpcisEvent& event, const Refusal& refusal) {
  const auto text = with_reason(event.json, refusal);
  if (!text) return {};
  const bool first = !file_.is_open();
  if (first) {
    file_.open(path_, std::ios::binary | std::ios::trunc);
    if (bare_)
      file_ << "[";
    else
      file_ << R"({"@context":)" << context_ << R"(,"type":"EPCISDocument","schemaVersion":"2.0","creationDate":")"
            << created_ << R"(","epcisBody":{"eventList":[)";
  }
  file_ << (first ? "\n" : ",\n") << *text;
  if (!file_) return refuse(unwritable_file, "{}", path_);
  return {};
}

Result<void> RefusedEvents::finish() {
  if (!file_.is_open()) return {};
  file_ << (bare_ ? "\n]\n" : "\n]}}\n");
  file_.flush();
  if (!file_) return refuse(unwritable_file, "{}", path_);
  return {};
}

}  // namespace lotline::exchange
