// scan search: one scan against the register's gallery, or every new scan against all.

#include <fmt/format.h>

#include "answers/comparison_json.h"
#include "answers/search_json.h"
#include "cli/calibrator_option.h"
#include "cli/commands.h"
#include "cli/commands_scan.h"
#include "cli/progress.h"
#include "cli/search_words.h"
#include "cli/terminal.h"
#include "seizure/refusals.h"
#include "service/lead_card.h"
#include "service/lookup.h"
#include "service/search_scans.h"
#include "storage/scan_folder.h"

namespace lotline::cli {

namespace {

struct SearchWords {
  std::string scan;
  bool all = false;
  std::string mark = "breech_face";
  std::string most = "20";
  std::string short_list = "200";
  CalibratorWords calibrator;
  std::string firearm_class;
  std::string threads;
  bool headstamp = false;
  bool instrument = false;
  bool any_class = false;
  bool without_lr = false;
};

Result<int> whole(std::string_view field, const std::string& text) {
  return static_cast<int>(TRY(of_field(field, parse_rounds(text))).count());
}

Result<service::ScanSearchOptions> options_of(const SearchWords& words, const comparison::Calibrator* calibrator) {
  service::ScanSearchOptions options;
  options.calibrator = calibrator;
  options.firearm_class = words.firearm_class;
  auto& ranking = options.ranking;
  ranking.lines = static_cast<std::size_t>(TRY(whole("most", words.most)));
  ranking.short_list = static_cast<std::size_t>(TRY(whole("short_list", words.short_list)));
  if (!words.threads.empty()) ranking.threads = static_cast<unsigned>(TRY(whole("threads", words.threads)));
  using search::ClassField;
  if (words.any_class) ranking.filter.uses.fill(false);
  ranking.filter.uses[static_cast<std::size_t>(ClassField::headstamp)] = words.headstamp;
  ranking.filter.uses[static_cast<std::size_t>(ClassField::instrument)] = words.instrument;
  return options;
}

/// Of a scan on record its own; of all, the one asked for.
Result<surface::Mark> mark_of(const SearchWords& words, const service::State& state) {
  if (words.all) return parse_word<surface::Mark>(words.mark, "mark");
  const ScanId id{TRY(of_field("scan", service::Lookup::number(words.scan)))};
  const auto scan = state.scans.scans.find(make_key(id));
  if (!scan) return refuse(seizure::unknown_scan, "{}", id.number);
  return parse_word<surface::Mark>(scan->mark, "mark");
}

Result<int> search_one(Session& session, const SearchWords& words, service::Desk& desk, storage::ScanFolder& folder,
                       surface::Mark mark, service::ScanSearchOptions options) {
  const ScanId id{TRY(of_field("scan", service::Lookup::number(words.scan)))};
  const auto gallery = TRY(service::scan_gallery(desk.store, folder, mark));
  ProgressBar bar("search");
  options.ranking.progress = [&](const search::RankingProgress& p) {
    bar.show({p.done, p.of, static_cast<std::int64_t>(p.done), std::string{p.stage}});
  };
  const auto found = TRY(service::search_scans(desk, folder, gallery, id, options));
  bar.clear();
  const bool withheld = words.without_lr || found.sealed;
  if (session.json) {
    print_json(answers::search_as_json(desk.store.state(), found, withheld, options.calibrator, session.simulated()));
  } else {
    print_gallery(gallery);
    print_search(desk.store.state(), found, withheld);
    print_calibrator(options.calibrator);
  }
  return kDone;
}

/// Each is on record when the next begins, so that a run that was cut off goes on where it was.
Result<int> search_all(Session& session, const SearchWords& words, service::Desk& desk, storage::ScanFolder& folder,
                       surface::Mark mark, const service::ScanSearchOptions& options) {
  const auto gallery = TRY(service::scan_gallery(desk.store, folder, mark));
  const auto scans = service::never_searched(desk.store, mark, options);
  ProgressBar bar("search");
  JsonWriter json = session.json_answer();
  json.key("searches").begin_array();
  std::int64_t done = 0, refused = 0, tried = 0;
  for (const ScanId id : scans) {
    const auto found = service::search_scans(desk, folder, gallery, id, options);
    bar.show({static_cast<std::uint64_t>(++tried), scans.size(), tried, "searches"});
    if (!found) {
      ++refused;
      bar.clear();
      fmt::print(stderr, "scan {}: {} {}: {}\n", id.number, found.error().number, found.error().name,
                 found.error().text);
      continue;
    }
    ++done;
    const bool withheld = words.without_lr || found->sealed;
    if (session.json) {
      json.begin_object();
      answers::write_search(json, desk.store.state(), *found, withheld);
      json.end_object();
      continue;
    }
    if (found->sources.empty()) continue;
    bar.clear();
    const auto& best = found->sources.front();
    fmt::print("search {}: scan {}, {}: first of {} is {}, score {:.4f}, log10 LR {}\n", found->search, id.number,
               service::source_in_words(desk.store.state(), found->questioned), found->sources.size(),
               service::source_in_words(desk.store.state(), best.best), best.line.score,
               weight_in_words(best.line, withheld));
  }
  bar.clear();
  json.end_array().member("searched", done).member("refused", refused);
  if (session.json) {
    answers::write_calibrator(json.key("calibrator"), options.calibrator);
    print_json(json.end_object().text());
  } else {
    print_gallery(gallery);
    print_calibrator(options.calibrator);
    fmt::print("{} searches recorded, {} scans could not be searched with\n", grouped(done), grouped(refused));
  }
  return kDone;
}

Result<int> search(Session& session, const SearchWords& words) {
  if (words.all == !words.scan.empty()) {
    fmt::print(stderr, "either SCAN, the number of a scan on record, or --all\n");
    return kWrongWords;
  }
  auto* desk = TRY(session.desk());
  const auto mark = TRY(mark_of(words, desk->store.state()));
  const auto calibrator = TRY(calibrator_of(session, words.calibrator, mark));
  const auto options = TRY(options_of(words, calibrator.get()));
  const auto folder = TRY(storage::ScanFolder::open(storage::scan_folder_of(session.register_path), false));
  return words.all ? search_all(session, words, *desk, *folder, mark, options)
                   : search_one(session, words, *desk, *folder, mark, options);
}

}  // namespace

Command scan_search_command(Session& session) {
  auto words = std::make_shared<SearchWords>();
  Command command{"search",
                  "a scan on record against all others, or every new one; each search goes on record",
                  "lotline scan search 38 --register state.lotline",
                  {},
                  {},
                  {}};
  command.options = {
      {"SCAN", "number of the scan's record", &words->scan, nullptr, nullptr},
      register_option(session),
      {"--all", "every scan of the mark that was never searched with by these versions", nullptr, nullptr, &words->all},
      {"--mark", "of --all: breech_face (the default), firing_pin or ejector_mark", &words->mark, nullptr, nullptr},
      {"--most", "sources listed at most; 20 when left out", &words->most, nullptr, nullptr},
      {"--short-list", "scans compared in full at most; 200 when left out", &words->short_list, nullptr, nullptr},
      {"--calibrator", "a calibrator file; the shipped one of the mark when left out", &words->calibrator.file, nullptr,
       nullptr},
      {"--no-calibrator", "scores alone", nullptr, nullptr, &words->calibrator.none},
      {"--class", "class of firearm, as the calibrator names it, where an examiner can tell", &words->firearm_class,
       nullptr, nullptr},
      {"--headstamp", "only cases of the same headstamp", nullptr, nullptr, &words->headstamp},
      {"--instrument", "only scans of the same instrument", nullptr, nullptr, &words->instrument},
      {"--any-class", "no filter by calibre, firing pin, breech face and clock positions", nullptr, nullptr,
       &words->any_class},
      {"--without-lr", "shows no likelihood ratio, so that an examiner may look first", nullptr, nullptr,
       &words->without_lr},
      {"--threads", "how many; as many as the machine has when left out", &words->threads, nullptr, nullptr}};
  command.run = [&session, words] {
    const auto code = search(session, *words);
    return code ? *code : say_refused(session, code.error());
  };
  return command;
}

}  // namespace lotline::cli
