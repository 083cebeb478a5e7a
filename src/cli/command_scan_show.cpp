// scan show: what one X3P file holds, who measured it with what, and what is odd about it.

#include <fmt/format.h>

#include "answers/scan_json.h"
#include "cli/commands_scan.h"
#include "cli/scan_words.h"
#include "cli/terminal.h"
#include "exchange/picture_parts.h"
#include "exchange/scan_picture.h"
#include "surface/x3p_reader.h"

namespace lotline::cli {

namespace {

struct ShowWords {
  std::string file, png, light;
};

std::vector<std::string> under_picture(const surface::X3p& scan) {
  const auto& m = scan.metadata;
  std::vector<std::string> lines{
      fmt::format("{} x {} points of {}; taken {} with {}", scan.map.columns, scan.map.rows,
                  exchange::length_in_words(scan.map.pitch_x_m * 1e6), m.date, instrument_in_words(m)),
      "For the picture the plane that fits all of the surface was taken out. Row 0 of the file lies at the bottom, "
      "seen "
      "from above the surface."};
  if (!m.comment.empty()) lines.push_back("Comment in the file: " + m.comment);
  for (const auto& finding : scan.findings)
    if (finding.kind == surface::FindingKind::lateral_units || finding.kind == surface::FindingKind::height_units)
      lines.push_back(fmt::format("Doubtful: {} ({})", surface::meaning_of(finding.kind), finding.detail));
  return lines;
}

Result<int> show(Session& session, const ShowWords& words) {
  const auto light = TRY(light_of(words.light));
  const auto scan = TRY(surface::read_x3p(words.file));
  if (!words.png.empty())
    TRY(exchange::write_scan_picture(words.png, {scan, file_name(words.file), light, under_picture(scan)}));
  if (session.json)
    print_json(answers::scan_as_json(words.file, scan));
  else
    print_scan(scan, words.file);
  return kDone;
}

}  // namespace

Command scan_show_command(Session& session) {
  auto words = std::make_shared<ShowWords>();
  Command command{"show",
                  "what an X3P file holds, who measured it with what, and what is odd about it",
                  "lotline scan show case.x3p --png case.png --light 300,30",
                  {{"FILE", "an X3P file", &words->file, nullptr, nullptr, true},
                   {"--png", "a picture of the surface under a lamp, written to this file", &words->png},
                   light_option(words->light)},
                  {},
                  {}};
  command.run = [&session, words] {
    const auto code = show(session, *words);
    return code ? *code : say_refused(session, code.error());
  };
  return command;
}

}  // namespace lotline::cli
