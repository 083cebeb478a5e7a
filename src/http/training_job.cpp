#include "http/training_job.h"

#include "answers/comparison_json.h"
#include "base/json_writer.h"
#include "base/refusals.h"
#include "base/share_out.h"
#include "base/text.h"
#include "base/told_number.h"
#include "exchange/called.h"
#include "exchange/scan_pairs_file.h"
#include "http/house.h"
#include "http/job_outcome.h"
#include "service/pairs_on_record.h"
#include "surface/x3p_reader.h"

namespace lotline::http {

namespace {

std::string training_as_json(const Job& job, bool simulated) {
  JsonWriter json;
  json.begin_object().member("simulated", simulated).member("id", job.id).member("state", job.state);
  json.member("file", job.files.front().name).member("by", job.visitor.name).member("at", to_text(job.at));
  json.member("pairs_done", job.rows).member("pairs_total", job.rows_total);
  write_outcome(json, job);
  json.end_object();
  return json.take();
}

/// The first bad row refuses the file: a row of which the source is not known belongs to no class.
Result<std::vector<service::NumberedPair>> pairs_of(const Job& job, const std::filesystem::path& file) {
  auto reader = TRY(CsvReader::open(file.string()));
  const auto read = exchange::read_scan_pairs(reader, "");
  if (!read) return std::unexpected(exchange::calling(read.error(), file.string(), job.files.front().name));
  if (!read->labelled) return refuse(bad_columns, "{}: no columns source_a and source_b", job.files.front().name);
  std::vector<service::NumberedPair> pairs;
  for (const auto& row : read->rows) {
    if (row.refused) return std::unexpected(exchange::calling(*row.refused, file.string(), job.files.front().name));
    pairs.push_back({row.a, row.b, row.source_a, row.source_b});
  }
  return pairs;
}

/// Half of the machine: whoever looks at the page meanwhile is not to wait for it.
unsigned threads_beside_the_service() { return std::max(1U, threads_or_all(0) / 2); }

Result<void> train(House& house, Job& job, const std::vector<std::filesystem::path>& files,
                   const std::function<bool()>& tell) {
  const auto told = TRY(training_told(job.asked));
  const auto pairs = TRY(service::pairs_on_record(house.store(), house.reference(job.visitor), house.scans(), told.mark,
                                                  TRY(pairs_of(job, files.front()))));
  service::PairsRequest request;
  request.read = [](const std::string& path) { return surface::read_x3p(path); };
  request.prepare = surface::defaults_for(told.mark);
  request.threads = threads_beside_the_service();
  job.rows_total = static_cast<std::int64_t>(pairs.size());
  bool stopped = false;
  request.told = [&](std::size_t done) {
    job.rows = static_cast<std::int64_t>(done);
    stopped = stopped || !tell();
    return !stopped;
  };
  const auto scores = service::scores_of_pairs(pairs, request);
  if (stopped) throw JobStopped{};
  const auto trained = TRY(exchange::trained_calibrator(scores, told));
  const auto* kept = TRY(house.calibrators().keep(trained.text));
  job.report = answers::calibrated_as_json(fmt::format("/api/v1/calibrators/{}", kept->sha256), trained.left_out,
                                           trained.cost, trained.calibrator);
  return {};
}

std::vector<std::string> listed(std::string_view text) {
  std::vector<std::string> words;
  for (const auto word : split(text, ';'))
    if (!trim(word).empty()) words.emplace_back(trim(word));
  return words;
}

}  // namespace

JobKind training_jobs() { return {"training", training_as_json, train}; }

std::vector<Parameter> training_parameters() {
  return {{"file", "what the sender calls it", "known_pairs.csv"},
          {"name", "what the calibrator is called in answers", "Laboratory 1", true},
          {"population", "which firearms, ammunition and instrument these are", "40 cases of ten pistols", true},
          {"mark", "breech_face (when left out), firing_pin or ejector_mark", "breech_face"},
          {"class", "classes of firearm it is for, with ; between them; all when left out"},
          {"instrument",
           "texts in the names of instruments it is for, with ; between them; those of the scans when left out"},
          {"any_instrument", "yes: for scans of any instrument"},
          {"pitch_min", "micrometres between points it is for; as in the scans when left out", "1.5"},
          {"pitch_max", "likewise, at most", "3.2"},
          {"count_as", "firearms the set is counted as at most; all it has when left out", "10"},
          {"simulated", "yes: the scans are made up"}};
}

Result<exchange::CalibratorTold> training_told(const std::map<std::string, std::string, std::less<>>& asked) {
  const auto text = [&](std::string_view name) {
    const auto found = asked.find(name);
    return found == asked.end() ? std::string{} : found->second;
  };
  const auto pitch = [&](std::string_view name) -> Result<std::optional<double>> {
    if (text(name).empty()) return std::nullopt;
    return TRY(number(text(name), name, 0.01, 1000));
  };
  exchange::CalibratorTold told;
  told.name = text("name");
  told.population = text("population");
  if (told.name.empty()) return of_field<exchange::CalibratorTold>("name", refuse(missing_value, "name"));
  if (told.population.empty())
    return of_field<exchange::CalibratorTold>("population", refuse(missing_value, "population"));
  if (!text("mark").empty()) told.mark = TRY(of_field("mark", parse_word<surface::Mark>(text("mark"), "mark")));
  told.classes = listed(text("class"));
  told.instruments = listed(text("instrument"));
  told.any_instrument = text("any_instrument") == "yes";
  told.pitch_um_min = TRY(pitch("pitch_min"));
  told.pitch_um_max = TRY(pitch("pitch_max"));
  if (!text("count_as").empty()) told.count_as = static_cast<int>(TRY(whole_number(text("count_as"), "count_as")));
  told.simulated = text("simulated") == "yes";
  return told;
}

}  // namespace lotline::http
