#include "simulation/truth.h"

#include <fmt/format.h>

#include <filesystem>

#include "base/csv.h"
#include "base/json_writer.h"
#include "base/refusals.h"

namespace lotline::simulation {

namespace {

void write_others(JsonWriter& json, const std::vector<std::string>& others) {
  json.key("others").begin_array();
  for (const std::string& code : others) json.value(code);
  json.end_array();
}

void write_marks(JsonWriter& json, const marking::MarksRead& marks) {
  json.member("headstamp", marks.headstamp).member("calibre", marks.calibre).member("colours", marks.colours);
  json.member("lot_mark", marks.lot_mark).member("year", marks.year).member("package", marks.package);
}

}  // namespace

Result<TruthFiles> TruthFiles::open(const std::string& path, const std::string& folder) {
  TruthFiles truth;
  truth.path_ = path;
  truth.folder_ = folder;
  std::error_code error;
  if (!folder.empty()) std::filesystem::create_directory(folder, error);
  if (!folder.empty() && !std::filesystem::is_directory(folder, error))
    return refuse(unwritable_file, "{} is not a folder", folder);
  if (!path.empty()) truth.file_.open(path, std::ios::binary | std::ios::trunc);
  if (!truth.file_) return refuse(unwritable_file, "{}", path);
  return truth;
}

void TruthFiles::write(const std::string& line) {
  if (!path_.empty()) file_ << line << '\n';
}

void TruthFiles::begin(const Options& options) {
  JsonWriter json;
  json.begin_object().member("what", "simulation").member("simulated", true).member("format", 1);
  json.member("movements", options.movements).member("seed", std::to_string(options.seed));
  json.member("variant", options.variant).member("state", options.state).end_object();
  write(json.text());
}

void TruthFiles::take(const TrueDiversion& diversion) {
  JsonWriter json;
  json.begin_object().member("what", "diversion").member("simulated", true).member("id", diversion.id);
  json.member("kind", name_of(diversion.kind)).member("holder", diversion.holder);
  json.member("first", to_text(diversion.first)).member("last", to_text(diversion.last));
  json.member("rounds", diversion.rounds).member("recorded", diversion.recorded);
  write_others(json, diversion.others);
  json.end_object();
  write(json.text());
}

void TruthFiles::take(const TrueFind& find) {
  JsonWriter json;
  json.begin_object().member("what", "find").member("simulated", true).member("id", find.id);
  json.member("kind", name_of(find.kind)).member("holder", find.holder);
  write_others(json, find.others);
  json.member("found_on", to_text(find.on));
  json.member("found_in", find.country).member("place", find.place).member("fired", find.fired);
  json.member("recorded", find.recorded).member("count", find.count).key("lines").begin_array();
  for (const TrueLine& line : find.lines) {
    json.begin_object();
    write_marks(json, line.marks);
    json.member("count", line.count).member("stamp", line.stamp).member("maker", line.maker).member("lot", line.lot);
    json.member("made", line.made)
        .member("kind", name_of(line.kind))
        .member("holder", line.holder)
        .member("diversion", line.diversion);
    json.member("ref", line.ref).member("exhibit", line.exhibit).end_object();
  }
  json.end_array().end_object();
  write(json.text());
  if (folder_.empty() || find.count < 2) return;
  const std::string path = fmt::format("{}/{}.csv", folder_, find.id);
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << seizure_file(find);
  file.flush();
  if (!file && unwritten_.empty()) unwritten_ = path;
}

Result<void> TruthFiles::finish() {
  if (!path_.empty()) file_.flush();
  if (!file_) unwritten_ = path_;
  if (!unwritten_.empty()) return refuse(unwritable_file, "{}", unwritten_);
  return {};
}

std::string seizure_file(const TrueFind& find) {
  std::string text = csv_row({"headstamp", "calibre", "colours", "lot_mark", "year", "package", "count", "fired",
                              "found_on", "found_in", "basis"});
  for (const TrueLine& line : find.lines)
    text += csv_row({line.marks.headstamp, line.marks.calibre, line.marks.colours, line.marks.lot_mark, line.marks.year,
                     line.marks.package, std::to_string(line.count), find.fired ? "yes" : "no", to_text(find.on),
                     find.country, "simulated"});
  return text;
}

}  // namespace lotline::simulation
