#include "exchange/calibrator_file.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <set>

#include "base/check.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "comparison/refusals.h"
#include "proof/canonical_json.h"
#include "proof/json_reader.h"
#include "proof/sha256.h"

namespace lotline::exchange {

namespace {

using comparison::Calibrator;
using proof::JsonValue;

constexpr std::string_view kFormat = "lotline-calibrator";
constexpr int kVersion = 1;
constexpr std::size_t kLargestFile = std::size_t{4} << 20;  // 200 draws take 10 kB
constexpr std::size_t kMostDraws = 10'000;
constexpr double kLargestNumber = 1e9;  // of any number of the file, in size
constexpr double kWidestCap = 9;        // powers of ten

std::string text_of(double number) {
  char buffer[32];
  return {buffer, std::to_chars(buffer, buffer + sizeof buffer, number).ptr};
}

template <class Text>
void write_list(JsonWriter& json, std::string_view name, const Text& texts) {
  json.key(name).begin_array();
  for (const auto& text : texts) json.value(text);
  json.end_array();
}

Result<double> number_of(std::string_view text, std::string_view name) {
  double number = 0;  // stays so where the text begins with none
  std::from_chars(text.data(), text.data() + text.size(), number);
  // One number has one text, so that one calibrator has one hash; what is no number, or goes on behind it, has none.
  // NaN fails every comparison.
  if (text_of(number) != text || !(std::abs(number) <= kLargestNumber))
    return refuse(comparison::bad_calibrator_number, "{}: {}", name, text.substr(0, 40));
  return number;
}

Result<double> number_at(const JsonValue& object, std::string_view name) {
  return number_of(TRY(object.text_at(name)), name);
}

Result<int> count_at(const JsonValue& object, std::string_view name) {
  const std::int64_t count = TRY(object.integer_at(name));
  if (count < 0 || count > std::int64_t{1} << 30)
    return refuse(comparison::bad_calibrator_number, "{}: {}", name, count);
  return static_cast<int>(count);
}

Result<std::vector<std::string>> texts_at(const JsonValue& object, std::string_view name) {
  std::vector<std::string> texts;
  for (const JsonValue& item : TRY(object.items_at(name))) {
    const std::string_view text = TRY(item.text());
    if (text.empty()) return refuse(comparison::calibrator_contradiction, "{} names nothing", name);
    texts.emplace_back(text);
  }
  return texts;
}

/// Refuses members that are not in the list, so that a file of a later version is never half understood.
Result<void> only_these(const JsonValue& object, std::initializer_list<std::string_view> names) {
  for (const auto& member : TRY(object.members()))
    if (std::find(names.begin(), names.end(), member.name) == names.end())
      return refuse(comparison::not_a_calibrator, "unknown member {}", std::string{member.name}.substr(0, 40));
  return {};
}

Result<comparison::Scope> scope_of(const JsonValue& json) {
  TRY(only_these(json, {"score_version", "mark", "classes", "instruments", "pitch_um_min", "pitch_um_max"}));
  comparison::Scope scope;
  scope.score_version = TRY(json.text_at("score_version"));
  scope.mark = TRY(parse_word<surface::Mark>(TRY(json.text_at("mark")), "mark"));
  scope.classes = TRY(texts_at(json, "classes"));
  scope.instruments = TRY(texts_at(json, "instruments"));
  scope.pitch_um_min = TRY(number_at(json, "pitch_um_min"));
  scope.pitch_um_max = TRY(number_at(json, "pitch_um_max"));
  if (scope.score_version.empty()) return refuse(comparison::calibrator_contradiction, "score_version is empty");
  if (!(0 < scope.pitch_um_min && scope.pitch_um_min <= scope.pitch_um_max))
    return refuse(comparison::calibrator_contradiction, "pitch_um_min and pitch_um_max");
  return scope;
}

Result<comparison::SetSize> size_of(const JsonValue& json) {
  TRY(only_these(json, {"pairs_same", "pairs_different", "firearms_same", "firearms_different", "firearms"}));
  comparison::SetSize size;
  size.pairs_same = TRY(count_at(json, "pairs_same"));
  size.pairs_different = TRY(count_at(json, "pairs_different"));
  size.firearms_same = TRY(count_at(json, "firearms_same"));
  size.firearms_different = TRY(count_at(json, "firearms_different"));
  size.firearms = TRY(count_at(json, "firearms"));
  if (size.firearms_same == 0 || size.firearms_different == 0 || size.firearms_same > size.pairs_same ||
      size.firearms_different > 2 * std::int64_t{size.pairs_different} ||
      size.firearms < std::max(size.firearms_same, size.firearms_different))
    return refuse(comparison::calibrator_contradiction, "trained_on");
  return size;
}

Result<comparison::Line> line_of(std::string_view intercept, std::string_view slope) {
  const comparison::Line line{TRY(number_of(intercept, "intercept")), TRY(number_of(slope, "slope"))};
  if (line.slope < 0) return refuse(comparison::calibrator_contradiction, "a ratio that falls with the score");
  return line;
}

Result<std::vector<comparison::Line>> draws_of(const JsonValue& json) {
  std::vector<comparison::Line> draws;
  const auto items = TRY(json.items_at("draws"));
  if (items.size() > kMostDraws) return refuse(comparison::bad_calibrator_number, "draws: {}", items.size());
  for (const JsonValue& item : items) {
    const auto pair = TRY(item.items());
    if (pair.size() != 2) return refuse(comparison::not_a_calibrator, "a draw is an intercept and a slope");
    draws.push_back(TRY(line_of(TRY(pair[0].text()), TRY(pair[1].text()))));
  }
  return draws;
}

Result<comparison::Bounds> cap_of(const JsonValue& json) {
  const comparison::Bounds cap{TRY(number_at(json, "cap_lower")), TRY(number_at(json, "cap_upper"))};
  if (!(-kWidestCap <= cap.lower && cap.lower <= 0 && 0 <= cap.upper && cap.upper <= kWidestCap))
    return refuse(comparison::bad_calibrator_number, "cap_lower, cap_upper");
  return cap;
}

}  // namespace

std::string calibrator_text(const Calibrator& calibrator) {
  JsonWriter json;
  json.begin_object().member("format", kFormat).member("version", kVersion).member("name", calibrator.name);
  json.key("scope")
      .begin_object()
      .member("score_version", calibrator.scope.score_version)
      .member("mark", word(calibrator.scope.mark));
  write_list(json, "classes", calibrator.scope.classes);
  write_list(json, "instruments", calibrator.scope.instruments);
  json.member("pitch_um_min", text_of(calibrator.scope.pitch_um_min))
      .member("pitch_um_max", text_of(calibrator.scope.pitch_um_max))
      .end_object();
  json.member("population", calibrator.population).member("simulated", calibrator.simulated);
  const auto& size = calibrator.trained_on;
  json.key("trained_on")
      .begin_object()
      .member("pairs_same", size.pairs_same)
      .member("pairs_different", size.pairs_different)
      .member("firearms_same", size.firearms_same)
      .member("firearms_different", size.firearms_different)
      .member("firearms", size.firearms)
      .end_object();
  json.member("data_sha256", calibrator.data_sha256);
  json.key("options")
      .begin_object()
      .member("method", "firth_logistic")
      .member("cap", "elub_firearms")
      .member("count_as", calibrator.options.count_as)
      .member("draws", calibrator.options.draws)
      .member("seed", static_cast<std::int64_t>(calibrator.options.seed))
      .end_object();
  json.member("intercept", text_of(calibrator.line.intercept)).member("slope", text_of(calibrator.line.slope));
  json.member("cap_lower", text_of(calibrator.cap.lower)).member("cap_upper", text_of(calibrator.cap.upper));
  json.key("draws").begin_array();
  for (const auto& line : calibrator.draws)
    json.begin_array().value(text_of(line.intercept)).value(text_of(line.slope)).end_array();
  json.end_array().end_object();
  return laid_out(json.text(), 1) + "\n";
}

std::string calibrator_sha256(const Calibrator& calibrator) {
  const auto canonical = proof::canonicalise(calibrator_text(calibrator));
  CHECK(canonical.has_value());
  return proof::to_hex(proof::sha256(*canonical));
}

Result<Calibrator> read_calibrator_text(std::string_view text) {
  proof::JsonParser parser;
  // A name written twice is refused here, since a reader could take either.
  const std::string canonical = TRY(proof::canonicalise(parser, text));
  const JsonValue json = TRY(parser.parse(canonical));
  if (TRY(json.type()) != JsonValue::Type::object) return refuse(comparison::not_a_calibrator, "not an object");
  if (TRY(json.text_at("format")) != kFormat) return refuse(comparison::not_a_calibrator, "format");
  if (TRY(json.integer_at("version")) != kVersion) return refuse(comparison::not_a_calibrator, "version");
  TRY(only_these(json, {"format", "version", "name", "scope", "population", "simulated", "trained_on", "data_sha256",
                        "options", "intercept", "slope", "cap_lower", "cap_upper", "draws"}));
  Calibrator calibrator;
  calibrator.name = TRY(clean_text(TRY(json.text_at("name")), "name"));
  calibrator.scope = TRY(scope_of(TRY(json.member("scope"))));
  calibrator.population = TRY(clean_text(TRY(json.text_at("population")), "population"));
  calibrator.simulated = TRY(json.truth_at("simulated"));
  calibrator.trained_on = TRY(size_of(TRY(json.member("trained_on"))));
  calibrator.data_sha256 = TRY(json.text_at("data_sha256"));
  TRY(proof::digest_of_hex(calibrator.data_sha256));
  const JsonValue options = TRY(json.member("options"));
  TRY(only_these(options, {"method", "cap", "count_as", "draws", "seed"}));
  if (TRY(options.text_at("method")) != "firth_logistic" || TRY(options.text_at("cap")) != "elub_firearms")
    return refuse(comparison::not_a_calibrator, "made by another method");
  calibrator.options.count_as = TRY(count_at(options, "count_as"));
  calibrator.options.draws = TRY(count_at(options, "draws"));
  calibrator.options.seed = static_cast<std::uint64_t>(TRY(count_at(options, "seed")));
  calibrator.line = TRY(line_of(TRY(json.text_at("intercept")), TRY(json.text_at("slope"))));
  calibrator.cap = TRY(cap_of(json));
  calibrator.draws = TRY(draws_of(json));
  if (calibrator.draws.size() != static_cast<std::size_t>(calibrator.options.draws))
    return refuse(comparison::calibrator_contradiction, "{} draws, {} told", calibrator.draws.size(),
                  calibrator.options.draws);
  // Of what was taken in, not of the spaces that a text had round it: one calibrator has one hash.
  calibrator.sha256 = calibrator_sha256(calibrator);
  return calibrator;
}

Result<Calibrator> read_calibrator(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return refuse(unreadable_file, "{}", path);
  std::string text(kLargestFile + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (file.bad()) return refuse(unreadable_file, "{}", path);
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (text.size() > kLargestFile) return refuse(comparison::not_a_calibrator, "{} is larger than 4 MiB", path);
  return read_calibrator_text(text);
}

std::string labelled_scores_sha256(std::span<const comparison::LabelledScore> scores) {
  proof::Sha256 hash;
  for (const auto& pair : scores)
    hash.update(fmt::format("{},{},{}\n", text_of(pair.score), pair.source_a, pair.source_b));
  return proof::to_hex(hash.finish());
}

}  // namespace lotline::exchange
