#include "answers/label_json.h"

#include "answers/answer.h"

namespace lotline::answers {

std::string label_print_as_json(const exchange::LabelPrint& print, const std::string& out, bool simulated) {
  JsonWriter json = begin_answer(simulated);
  json.member("out", out).member("format", word(print.format)).member("pages", print.pages);
  json.member("width_mm", print.width_mm).member("height_mm", print.height_mm).key("labels").begin_array();
  for (const auto& symbols : print.labels) {
    json.begin_object().key("symbols").begin_array();
    for (const auto& symbol : symbols) {
      json.begin_object().member("symbol", word(symbol.symbology)).member("module_mm", symbol.module_mm);
      json.member("carries", symbol.carries).end_object();
    }
    json.end_array().end_object();
  }
  json.end_array().end_object();
  return json.take();
}

}  // namespace lotline::answers
