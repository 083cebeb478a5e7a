// Calibrators of a laboratory: kept, trained on scans on record, and named by their hash where two scans are compared.

#include "answers/comparison_json.h"
#include "answers/refusals.h"
#include "base/json_writer.h"
#include "base/whole_file.h"
#include "exchange/calibrator_file.h"
#include "http/house.h"
#include "http/once.h"
#include "http/training_job.h"
#include "storage/refusals.h"

namespace lotline::http {

namespace {

using access::Right;

constexpr std::size_t kLargestCalibrator = std::size_t{4} << 20;

std::string card_of(const Call& call, const comparison::Calibrator& calibrator) {
  JsonWriter json;
  json.begin_object().member("simulated", call.house.simulated());
  json.member("shipped", call.house.calibrators().is_shipped(calibrator));
  answers::write_calibrator(json.key("calibrator"), &calibrator);
  return json.end_object().take();
}

Result<Reply> list(Call& call) {
  TRY(access::require(call.visitor, Right::read_fired_cases));
  JsonWriter json;
  json.begin_object().member("simulated", call.house.simulated()).key("items").begin_array();
  for (const auto* calibrator : call.house.calibrators().all()) json.raw(card_of(call, *calibrator));
  json.end_array().end_object();
  return http::json(json.take());
}

Result<Reply> file(Call& call) {
  TRY(access::require(call.visitor, Right::read_fired_cases));
  const auto* calibrator = TRY(call.house.calibrators().find(call.request.word("sha256")));
  Reply reply = text_of_type("application/json", exchange::calibrator_text(*calibrator));
  reply.with("Content-Disposition", "attachment; filename=\"calibrator.json\"");
  return reply;
}

/// Nothing is kept beside a register that nobody may write to.
Result<void> may_keep(const Call& call) {
  TRY(access::require(call.visitor, Right::examine));
  if (call.house.read_only()) return refuse(storage::read_only_register);
  return {};
}

Result<Reply> keep(Call& call) {
  TRY(may_keep(call));
  const auto bytes = TRY(read_whole_file(call.request.upload.string(), kLargestCalibrator));
  const auto* kept = TRY(call.house.calibrators().keep({reinterpret_cast<const char*>(bytes.data()), bytes.size()}));
  return created(card_of(call, *kept), fmt::format("/api/v1/calibrators/{}", kept->sha256));
}

Result<Reply> train(Call& call) {
  TRY(may_keep(call));
  Job told;
  for (const auto& parameter : training_parameters())
    if (auto text = TRY(call.request.text(parameter.name)); !text.empty() && parameter.name != "file")
      told.asked.emplace(parameter.name, std::move(text));
  TRY(training_told(told.asked));
  SentFile file{TRY(call.request.text("file")), call.request.upload, TRY(idempotency_key(call.request)),
                TRY(source_of(call)).content};
  if (file.name.empty()) file.name = "pairs.csv";
  const auto job = TRY(call.house.trainings().add(call.visitor, file, told));
  Reply reply = created(call.house.trainings().as_json(job), fmt::format("/api/v1/trainings/{}", job.id));
  reply.status = 202;
  return reply;
}

Result<Reply> trainings(Call& call) {
  JsonWriter json;
  json.begin_object().member("simulated", call.house.simulated()).key("items").begin_array();
  for (const auto& job : call.house.trainings().of(call.visitor)) json.raw(call.house.trainings().as_json(job));
  json.end_array().end_object();
  return http::json(json.take());
}

Result<Reply> training(Call& call) {
  const auto& jobs = call.house.trainings();
  return json(jobs.as_json(TRY(jobs.find(call.visitor, call.request.word("id")))));
}

constexpr std::string_view kCard =
    R"({"simulated":false,"shipped":false,"calibrator":{"name":"Laboratory 1","sha256":"5f0a...","population":)"
    R"("40 cases of ten pistols","simulated":false,"score_version":"lotline-1","mark":"breech_face","firearms":10,)"
    R"("counted_as":10,"pairs_same":60,"pairs_different":720,"cap_lower":-1.1,"cap_upper":1.6}})";
constexpr std::string_view kTraining =
    R"({"simulated":false,"id":"9c1b...","state":"running","file":"known_pairs.csv","by":"examiner",)"
    R"("at":"2026-06-01T09:30:00Z","pairs_done":120,"pairs_total":780,"report":null,"refused":null})";

}  // namespace

std::vector<Route> calibrator_routes() {
  return {{.method = "GET",
           .path = "/api/v1/calibrators",
           .summary = "The calibrators there are: those that are shipped, and those of laboratories.",
           .handle = list,
           .right = Right::read_fired_cases,
           .answer = "calibrators"},
          {.method = "GET",
           .path = "/api/v1/calibrators/{sha256}",
           .summary = "A calibrator as its file.",
           .handle = file,
           .right = Right::read_fired_cases,
           .gives = "application/json"},
          {.method = "POST",
           .path = "/api/v1/calibrators",
           .summary = "Keeps a calibrator's file, so that comparisons and searches can name it.",
           .handle = keep,
           .right = Right::examine,
           .upload = "application/json",
           .answer = "calibrators",
           .example = kCard},
          {.method = "POST",
           .path = "/api/v1/trainings",
           .summary = "Trains a calibrator, as a job, on pairs of scans on record of which the firearms are known: CSV "
                      "with the columns a and b (numbers of scans), source_a and source_b.",
           .handle = train,
           .right = Right::examine,
           .keyed = true,
           .parameters = training_parameters(),
           .upload = "text/csv",
           .answer = "calibrators",
           .example = kTraining},
          {.method = "GET",
           .path = "/api/v1/trainings",
           .summary = "The account's trainings, newest first.",
           .handle = trainings,
           .right = Right::examine,
           .answer = "calibrators"},
          {.method = "GET",
           .path = "/api/v1/trainings/{id}",
           .summary = "One training: how far it is, and what came of it.",
           .handle = training,
           .right = Right::examine,
           .answer = "calibrators",
           .example = kTraining}};
}

}  // namespace lotline::http
