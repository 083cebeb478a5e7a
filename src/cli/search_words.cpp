#include "cli/search_words.h"

#include <fmt/format.h>

#include "answers/search_json.h"
#include "cli/comparison_words.h"
#include "cli/page.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "service/lead_card.h"

namespace lotline::cli {

std::string weight_in_words(const search::Line& line, bool withheld) {
  if (withheld) return "withheld";
  if (line.llr) return fmt::format("{:+.2f}", *line.llr);
  return "none: " + line.llr_reason;
}

void print_search(const service::State& state, const service::ScanSearched& found, bool withheld) {
  fmt::print("{}\n", bold(fmt::format("Search {} with scan {}, {}", found.search, found.questioned.id.number,
                                      service::source_in_words(state, found.questioned))));
  const auto& r = found.ranking;
  fmt::print("  {} scans in the gallery, {} searched, {} compared in full\n",
             grouped(static_cast<std::int64_t>(r.items)), grouped(static_cast<std::int64_t>(r.searched)),
             grouped(static_cast<std::int64_t>(r.compared)));
  if (found.sources.empty()) fmt::print("  No source is listed; the search is on record all the same.\n");
  TextTable table({">rank", "source", ">scan", ">score", ">cells", "log10 LR"});
  int rank = 0;
  for (const service::ListedSource& source : found.sources) {
    const auto& best = source.line.compared.front();
    table.add({std::to_string(++rank), service::source_in_words(state, source.best), std::to_string(source.scan),
               fmt::format("{:.4f}", source.line.score), std::to_string(best.comparison.cells_congruent),
               weight_in_words(source.line, withheld)});
  }
  if (!table.empty()) fmt::print("{}", table.text(terminal_width(stdout), 2));
  if (withheld && found.sealed) fmt::print("{}", hanging("  ", answers::kWithheld, terminal_width(stdout)));
  for (const auto& warning : r.warnings)
    fmt::print("{}", hanging("  ",
                             fmt::format("WARNING: {} sources of {} agree alike ({}): perhaps marks of the tool "
                                         "that made them, and not of one gun",
                                         warning.sources.size(), warning.kind.empty() ? "one kind" : warning.kind,
                                         word(warning.sign)),
                             terminal_width(stdout)));
  for (const auto& failed : r.failed)
    fmt::print(stderr, "scan {} could not be compared: {} {}: {}\n", failed.item, failed.refusal.number,
               failed.refusal.name, failed.refusal.text);
  fmt::print("{}", hanging("  ",
                           "This lists what to look at. A lead is chosen by lotline record lead; what it is an "
                           "examiner concludes.",
                           terminal_width(stdout)));
}

void print_gallery(const service::ScanGallery& gallery) {
  if (gallery.missing > 0)
    fmt::print(stderr,
               "{} scans on record have no surface of these versions and are not searched: lotline scan enrol "
               "--remake makes them\n",
               grouped(gallery.missing));
  if (gallery.unsuitable > 0)
    fmt::print(stderr, "{} scans on record are unsuitable and are not searched\n", grouped(gallery.unsuitable));
}

void print_calibrator(const comparison::Calibrator* calibrator) {
  if (calibrator == nullptr) return;
  Page page(terminal_width(stdout));
  tell_calibrator(page, *calibrator);
  fmt::print("{}", page.take());
}

}  // namespace lotline::cli
