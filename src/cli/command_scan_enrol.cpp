// scan enrol: X3P files taken onto the register, with what they are scans of.

#include <fmt/format.h>

#include <map>

#include "answers/enrol_json.h"
#include "cli/commands.h"
#include "cli/commands_scan.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "exchange/scan_files.h"
#include "service/acts.h"
#include "service/mirror_check.h"
#include "storage/scan_folder.h"

namespace lotline::cli {

namespace {

using service::EnrolledScan;
using service::EnrolOutcome;

struct EnrolWords {
  std::vector<std::string> paths;
  std::map<std::string, std::string, std::less<>> said;  ///< fields of the form that hold for every file
  bool reference_only = false;
  bool remake = false;
  std::string threads;
};

/// What the file tells itself, or a row of its own must.
bool told_by_file(std::string_view field) {
  return field == "file" || field == "sha256" || field == "pitch_nm" || field == "findings";
}

/// One line for what has to be looked at; what went well is counted alone.
void print_one(const EnrolledScan& scan) {
  if (scan.outcome == EnrolOutcome::refused)
    fmt::print(stderr, "{}: {} {}: {}\n", scan.path, scan.refusal.number, scan.refusal.name, scan.refusal.text);
  else if (!scan.unsuitable.empty() && scan.outcome != EnrolOutcome::known)
    fmt::print("{}: scan {} cannot be compared: {}\n", scan.path, scan.scan, scan.unsuitable);
}

void print_text(const std::vector<EnrolledScan>& scans, const std::vector<std::string>& suspicions, double seconds) {
  std::map<EnrolOutcome, std::int64_t> counts;
  for (const auto& scan : scans) ++counts[scan.outcome];
  std::map<std::string, std::int64_t> findings;
  for (const auto& scan : scans)
    if (scan.outcome == EnrolOutcome::enrolled || scan.outcome == EnrolOutcome::unsuitable)
      for (const auto& finding : scan.findings) ++findings[finding];
  for (const auto& [finding, count] : findings) fmt::print("found in {} files: {}\n", grouped(count), finding);
  for (const auto& words : suspicions) fmt::print("{}", hanging("SUSPECTED: ", words, terminal_width(stdout)));
  fmt::print("{} scans enrolled, {} on record before, {} surfaces made again, {} unsuitable, {} refused\n",
             grouped(counts[EnrolOutcome::enrolled]), grouped(counts[EnrolOutcome::known]),
             grouped(counts[EnrolOutcome::remade]), grouped(counts[EnrolOutcome::unsuitable]),
             grouped(counts[EnrolOutcome::refused]));
  if (seconds > 1)
    fmt::print("{} files in {:.1f} s, {:.1f} a second\n", grouped(static_cast<std::int64_t>(scans.size())), seconds,
               static_cast<double>(scans.size()) / seconds);
}

Result<int> enrol(Session& session, const EnrolWords& words) {
  if (words.paths.empty() && !words.remake) {
    fmt::print(stderr, "PATH is missing: X3P files or folders of them, or --remake\n");
    return kWrongWords;
  }
  exchange::ScanFields said;
  for (const auto& [name, value] : words.said)
    if (!value.empty()) said.emplace_back(name, value);
  const auto files = TRY(exchange::scan_files(words.paths, said));
  auto* desk = TRY(session.desk());
  const auto folder = TRY(storage::ScanFolder::open(storage::scan_folder_of(session.register_path), true));
  ProgressBar bar("enrol");
  service::EnrolOptions options;
  options.copy_originals = !words.reference_only;
  if (!words.threads.empty())
    options.threads = static_cast<unsigned>(TRY(of_field("threads", parse_rounds(words.threads))).count());
  options.progress = [&](std::size_t done, std::size_t of) {
    bar.show({done, of, static_cast<std::int64_t>(done), "scans"});
  };
  if (!session.json)
    options.taken = [&](const EnrolledScan& scan) {
      bar.clear();
      print_one(scan);
    };
  std::vector<EnrolledScan> scans;
  if (words.remake) scans = service::remake_surfaces(desk->store, *folder, options);
  const auto enrolled = service::enrol_scans(*desk, *folder, files, options);
  scans.insert(scans.end(), enrolled.begin(), enrolled.end());
  bar.clear();
  std::vector<RecordNumber> fresh;
  for (const auto& scan : enrolled)
    if (scan.outcome == EnrolOutcome::enrolled) fresh.push_back(scan.scan);
  std::vector<std::string> suspicions;
  for (const auto& batch : service::check_batches(desk->store, *folder, fresh, options.threads))
    if (batch.suspicion.suspected) suspicions.push_back(batch.words());
  if (session.json)
    print_json(answers::enrolled_as_json(scans, suspicions, session.simulated()));
  else
    print_text(scans, suspicions, bar.seconds());
  const bool refused = std::ranges::any_of(scans, [](const auto& s) { return s.outcome == EnrolOutcome::refused; });
  return refused ? kRefused : kDone;
}

}  // namespace

Command scan_enrol_command(Session& session) {
  auto words = std::make_shared<EnrolWords>();
  Command command{"enrol",
                  "takes scans onto the register: of an exhibit, a test fire or a replica, told by options or by the "
                  "folder's scans.csv",
                  "lotline scan enrol scans/ --register state.lotline --exhibit 12 --mark breech_face",
                  {},
                  {},
                  {}};
  command.options = {{"PATH", "X3P files, and folders of them with their scans.csv", nullptr, &words->paths, nullptr},
                     register_option(session)};
  const service::ActKind act = service::record_scan();
  for (const auto& field : act.form.fields)
    if (!told_by_file(field.name))
      command.options.push_back(
          {option_name(field.name), std::string{field.help}, &words->said[std::string{field.name}], nullptr, nullptr});
  command.options.push_back({"--reference-only", "originals stay where they lie and are known by their hash", nullptr,
                             nullptr, &words->reference_only});
  command.options.push_back(
      {"--remake", "makes surfaces again that are missing or of other versions", nullptr, nullptr, &words->remake});
  command.options.push_back(
      {"--threads", "how many; as many as the machine has when left out", &words->threads, nullptr, nullptr});
  command.run = [&session, words] {
    const auto code = enrol(session, *words);
    return code ? *code : say_refused(session, code.error());
  };
  return command;
}

}  // namespace lotline::cli
