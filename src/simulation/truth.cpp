#include "simulation/truth.h"

#include "base/csv.h"
#include "base/json_writer.h"
#include "base/refusals.h"

namespace lotline::simulation {

namespace {

void write_marks(JsonWriter& json, const marking::MarksRead& marks) {
  json.member("headstamp", marks.headstamp).member("calibre", marks.calibre).member("colours", marks.colours);
  json.member("lot_mark", marks.lot_mark).member("year", marks.year).member("package", marks.package);
}

}  // namespace

std::string_view name_of(DiversionKind kind) {
  switch (kind) {
    case DiversionKind::insider:
      return "insider";
    case DiversionKind::transit:
      return "transit";
    case DiversionKind::retransfer:
      return "retransfer";
    case DiversionKind::small_purchases:
      return "small_purchases";
    case DiversionKind::legacy:
      return "legacy";
    case DiversionKind::converted_blanks:
      break;
  }
  return "converted_blanks";
}

Result<TruthFile> TruthFile::open(const std::string& path) {
  TruthFile file(path);
  if (!file.file_) return refuse(unwritable_file, "{}", path);
  return file;
}

void TruthFile::begin(const Options& options) {
  JsonWriter json;
  json.begin_object().member("what", "simulation").member("simulated", true).member("format", 1);
  json.member("movements", options.movements).member("seed", std::to_string(options.seed));
  json.member("variant", options.variant).member("state", options.state).end_object();
  file_ << json.text() << '\n';
}

void TruthFile::take(const TrueDiversion& diversion) {
  JsonWriter json;
  json.begin_object().member("what", "diversion").member("simulated", true).member("id", diversion.id);
  json.member("kind", name_of(diversion.kind)).member("holder", diversion.holder);
  json.member("first", to_text(diversion.first)).member("last", to_text(diversion.last));
  json.member("rounds", diversion.rounds).member("recorded", diversion.recorded).end_object();
  file_ << json.text() << '\n';
}

void TruthFile::take(const TrueFind& find) {
  JsonWriter json;
  json.begin_object().member("what", "find").member("simulated", true).member("id", find.id);
  json.member("kind", name_of(find.kind)).member("holder", find.holder).member("found_on", to_text(find.on));
  json.member("found_in", find.country).member("place", find.place).member("fired", find.fired);
  json.member("recorded", find.recorded).member("count", find.count).key("lines").begin_array();
  for (const TrueLine& line : find.lines) {
    json.begin_object();
    write_marks(json, line.marks);
    json.member("count", line.count).member("stamp", line.stamp).member("maker", line.maker).member("lot", line.lot);
    json.member("made", line.made).member("holder", line.holder).member("diversion", line.diversion);
    json.member("ref", line.ref).member("exhibit", line.exhibit).end_object();
  }
  json.end_array().end_object();
  file_ << json.text() << '\n';
}

Result<void> TruthFile::finish() {
  file_.flush();
  if (!file_) return refuse(unwritable_file, "{}", path_);
  return {};
}

std::string seizure_file(const TrueFind& find) {
  std::string text = csv_row(
      {"headstamp", "calibre", "colours", "lot_mark", "year", "package", "count", "fired", "found_on", "found_in"});
  for (const TrueLine& line : find.lines)
    text += csv_row({line.marks.headstamp, line.marks.calibre, line.marks.colours, line.marks.lot_mark, line.marks.year,
                     line.marks.package, std::to_string(line.count), find.fired ? "yes" : "no", to_text(find.on),
                     find.country});
  return text;
}

}  // namespace lotline::simulation
