// scan generate: scans of cases that nobody fired, with the truth about them.

#include <fmt/format.h>

#include <charconv>

#include "answers/scan_json.h"
#include "cli/commands_scan.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "surface/generated_set.h"
#include "surface/refusals.h"

namespace lotline::cli {

namespace {

struct GenerateWords {
  std::string into;
  std::string guns = "10", firings = "3", makes = "10", seed = "1";
  std::string mark = "breech_face", difficulty, pitch;
};

template <class Number>
Result<void> read_number(const std::string& text, std::string_view field, Number& target) {
  const char* end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, target);
  if (error != std::errc{} || stopped != end)
    return of_field<void>(field, refuse(surface::bad_generated_set, "{} \"{}\"", field, text));
  return {};
}

Result<surface::GeneratedSet> set_of(const GenerateWords& words) {
  surface::GeneratedSet set;
  TRY(read_number(words.guns, "guns", set.guns));
  TRY(read_number(words.firings, "firings", set.firings));
  TRY(read_number(words.makes, "makes", set.options.makes));
  TRY(read_number(words.seed, "seed", set.options.seed));
  set.options.mark = TRY(parse_word<surface::Mark>(words.mark, "mark"));
  if (words.difficulty == "hard")
    set.options.difficulty = surface::GeneratedOptions::hard;
  else if (!words.difficulty.empty())
    TRY(read_number(words.difficulty, "difficulty", set.options.difficulty));
  if (!words.pitch.empty()) TRY(read_number(words.pitch, "pitch", set.options.pitch_um));
  return set;
}

Result<int> generate(Session& session, const GenerateWords& words) {
  const auto set = TRY(set_of(words));
  const std::size_t scans = set.guns * set.firings;
  ProgressBar bar("generate");
  TRY(surface::write_generated_set(
      set, words.into, [&](std::size_t done) { bar.show({done, scans, static_cast<std::int64_t>(done), "scans"}); }));
  bar.clear();
  if (session.json) {
    print_json(answers::generated_as_json(words.into, scans, set.guns, surface::generated_truth_file));
  } else {
    fmt::print("{}: {} simulated scans of {} guns that do not exist; {} says which is which\n", words.into,
               grouped(static_cast<std::int64_t>(scans)), grouped(static_cast<std::int64_t>(set.guns)),
               surface::generated_truth_file);
  }
  return kDone;
}

}  // namespace

Command scan_generate_command(Session& session) {
  auto words = std::make_shared<GenerateWords>();
  Command command{"generate",
                  "makes up scans of fired cases, with the truth about them",
                  "lotline scan generate --into made-up --guns 10 --firings 3 --seed 7",
                  {},
                  {},
                  {}};
  const auto text = [&](std::string name, std::string help, std::string& target, bool required = false) {
    command.options.push_back({std::move(name), std::move(help), &target, nullptr, nullptr, required});
  };
  text("--into", "folder for X3P files and truth.csv", words->into, true);
  text("--guns", "how many guns (10)", words->guns);
  text("--firings", "how many scans of each gun (3)", words->firings);
  text("--makes", "how many makes the guns are of; guns of one make share subclass marks (10)", words->makes);
  text("--seed", "a whole number; the same seed gives the same scans on every machine (1)", words->seed);
  text("--mark", "breech_face, firing_pin or ejector_mark (breech_face)", words->mark);
  text("--difficulty", "0 to 1, or hard: how unlike the firings of one gun are (0.1)", words->difficulty);
  text("--pitch", "micrometres between the points of a scan, 1 to 50 (6.25)", words->pitch);
  command.run = [&session, words] {
    const auto code = generate(session, *words);
    return code ? *code : say_refused(session, code.error());
  };
  return command;
}

}  // namespace lotline::cli
