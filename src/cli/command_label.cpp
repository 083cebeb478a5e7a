// label: barcodes and words of boxes, cases and pallets, to be printed.

#include <fmt/format.h>

#include "answers/label_json.h"
#include "base/whole_file.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "exchange/label_print.h"
#include "service/label.h"

namespace lotline::cli {

namespace {

struct LabelWords {
  std::string first, second, product, level, symbol, domain, serial, count, out;
  bool a4 = false;
};

/// By the ending of the file: what it is kept as.
Result<exchange::LabelOrder> order_of(const Session& session, const LabelWords& words) {
  exchange::LabelOrder order;
  const auto dot = words.out.rfind('.');
  const std::string ending = dot == std::string::npos ? "" : words.out.substr(dot + 1);
  order.format = TRY(of_field("out", parse_word<exchange::SheetFormat>(ending, "out")));
  if (!words.symbol.empty()) order.symbology = TRY(parse_word<exchange::Symbology>(words.symbol, "symbol"));
  if (!words.domain.empty()) order.domain = words.domain;
  if (words.a4) order.paper = exchange::LabelPaper::a4;
  order.made = session.today();
  return order;
}

Result<custody::PackageLevel> level_of(const LabelWords& words) {
  if (words.level.empty()) return custody::PackageLevel::box;
  return parse_word<custody::PackageLevel>(words.level, "level");
}

Result<std::vector<service::Label>> of_code(Session& session, const LabelWords& words) {
  if (!session.register_path.empty()) TRY(session.open(storage::OpenMode::read_only));
  return std::vector{
      TRY(service::label_of_code(session.reference(), words.first, TRY(level_of(words)), session.simulated()))};
}

Result<std::vector<service::Label>> of_package(Session& session, const LabelWords& words) {
  auto* store = TRY(session.open(storage::OpenMode::read_only));
  return std::vector{TRY(service::label_of_package(*store, session.reference(), words.first))};
}

Result<std::vector<service::Label>> of_lot(Session& session, const LabelWords& words) {
  auto* store = TRY(session.open(storage::OpenMode::read_only));
  service::LotLabelsAsked asked{words.first, words.second, words.product, TRY(level_of(words)), words.serial};
  if (!words.count.empty()) asked.count = TRY(of_field("count", parse_rounds(words.count))).count();
  return service::labels_of_lot(*store, session.reference(), asked);
}

void say(const exchange::LabelPrint& print, const LabelWords& words) {
  fmt::print("{}: {} label{} of {:g} x {:g} mm, {} page{}\n", words.out, print.labels.size(),
             print.labels.size() == 1 ? "" : "s", print.width_mm, print.height_mm, print.pages,
             print.pages == 1 ? "" : "s");
  for (const auto& symbols : print.labels)
    for (const auto& symbol : symbols)
      fmt::print("{}", hanging(fmt::format("  {}, modules of {:.3f} mm: ", word(symbol.symbology), symbol.module_mm),
                               symbol.carries, terminal_width(stdout)));
}

using Labels = Result<std::vector<service::Label>> (*)(Session&, const LabelWords&);

Result<int> print(Session& session, const LabelWords& words, Labels labels) {
  TRY(session.catalogue());
  const auto order = TRY(order_of(session, words));
  const auto printed = TRY(exchange::print_labels(TRY(labels(session, words)), order));
  TRY(write_whole_file(words.out, std::as_bytes(std::span(printed.bytes))));
  if (session.json)
    print_json(answers::label_print_as_json(printed, words.out, session.simulated()));
  else
    say(printed, words);
  return kDone;
}

Command label_kind(Session& session, Command command, const std::shared_ptr<LabelWords>& words, Labels labels) {
  command.options.push_back(
      {"--symbol", "gs1_datamatrix, gs1_128 or qr; a square one on a box when left out, else bars", &words->symbol});
  command.options.push_back({"--domain", "of the web address in a QR code; id.gs1.org when left out", &words->domain});
  command.options.push_back(
      {"--out", "file to write: .svg, .pdf, or .png for a screen", &words->out, nullptr, nullptr, true});
  command.run = [&session, words, labels] {
    const auto code = print(session, *words, labels);
    return code ? *code : say_refused(session, code.error());
  };
  return command;
}

}  // namespace

Command label_command(Session& session) {
  auto words = std::make_shared<LabelWords>();
  const Option level{"--level", "box, case or pallet; box when left out", &words->level};
  Command command{"label",
                  "draws labels of packages: barcodes that are read back, and words",
                  "lotline label package \"(00)095212340000000013\" --register state.lotline --out pallet.pdf",
                  {},
                  {},
                  {}};
  Option maybe_register = register_option(session);
  maybe_register.help = "file of the register the label is for: a simulated one's says so";
  maybe_register.required = false;
  command.commands = {
      label_kind(session,
                 {"code",
                  "of a code alone, refused where the GS1 rules refuse it",
                  "lotline label code \"(01)09521234543213(10)ABC17A001-001(21)000001\" --out box.svg",
                  {{"CODE", "in any spelling", &words->first, nullptr, nullptr, true}, level, maybe_register},
                  {},
                  {}},
                 words, of_code),
      label_kind(
          session,
          {"package",
           "of a package on record, with what lies in it",
           "lotline label package \"(00)095212340000000013\" --register state.lotline --out pallet.pdf",
           {{"CODE", "as printed, in any spelling", &words->first, nullptr, nullptr, true}, register_option(session)},
           {},
           {}},
          words, of_package),
      label_kind(session,
                 {"lot",
                  "of new packages of a lot, numbered on from a first serial",
                  "lotline label lot DCW DCW17A001-001 --register state.lotline --serial 000001 --count 24 --a4 "
                  "--out boxes.pdf",
                  {{"MAKER", "code of the maker", &words->first, nullptr, nullptr, true},
                   {"NUMBER", "the lot's number as marked", &words->second, nullptr, nullptr, true},
                   {"--product", "when the number is not enough", &words->product},
                   level,
                   {"--serial", "of the first label; each next one counts on", &words->serial},
                   {"--count", "how many labels; 1 when left out", &words->count},
                   {"--a4", "many on a page, with marks to cut along", nullptr, nullptr, &words->a4},
                   register_option(session)},
                  {},
                  {}},
                 words, of_lot)};
  return command;
}

}  // namespace lotline::cli
