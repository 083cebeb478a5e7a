// Labels of boxes, cases and pallets, drawn to be printed.

#include "exchange/label_print.h"
#include "http/house.h"
#include "http/route.h"
#include "service/label.h"

namespace lotline::http {

namespace {

constexpr Parameter kSymbol{
    "symbol", "gs1_datamatrix, gs1_128 or qr (a Digital Link); a square one on a box when left out, else bars",
    "gs1_datamatrix"};
constexpr Parameter kFormat{"format", "svg, pdf or png (of 300 dots to the inch); svg when left out", "svg"};
constexpr Parameter kDomain{"domain", "of the web address in a QR code; id.gs1.org when left out", "id.gs1.org"};
constexpr Parameter kLevel{"level", "box, case or pallet; box when left out", "box"};

Result<exchange::LabelOrder> order_of(const Call& call) {
  exchange::LabelOrder order;
  const auto symbol = TRY(call.request.text("symbol"));
  if (!symbol.empty()) order.symbology = TRY(parse_word<exchange::Symbology>(symbol, "symbol"));
  const auto format = TRY(call.request.text("format"));
  if (!format.empty()) order.format = TRY(parse_word<exchange::SheetFormat>(format, "format"));
  const auto domain = TRY(call.request.text("domain"));
  if (!domain.empty()) order.domain = domain;
  const auto paper = TRY(call.request.text("paper"));
  if (!paper.empty()) order.paper = TRY(parse_word<exchange::LabelPaper>(paper, "paper"));
  order.made = call.reference.today;
  return order;
}

Result<custody::PackageLevel> level_of(const Call& call) {
  const auto level = TRY(call.request.text("level"));
  if (level.empty()) return custody::PackageLevel::box;
  return parse_word<custody::PackageLevel>(level, "level");
}

Result<Reply> printed(std::span<const service::Label> labels, const exchange::LabelOrder& order) {
  auto print = TRY(exchange::print_labels(labels, order));
  Reply reply = text_of_type(exchange::media_type(order.format), std::move(print.bytes));
  reply.with("Content-Disposition", fmt::format("inline; filename=\"label.{}\"", word(order.format)));
  // Cairo writes colours as styles; opened by itself, the picture has them and nothing else.
  reply.with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
  return reply;
}

Result<Reply> of_code(Call& call) {
  const auto order = TRY(order_of(call));
  const auto label = TRY(service::label_of_code(call.reference, TRY(call.request.text("code")), TRY(level_of(call)),
                                                call.house.simulated()));
  return printed({&label, 1}, order);
}

Result<Reply> of_package(Call& call) {
  const auto order = TRY(order_of(call));
  const auto label = TRY(service::label_of_package(call.store, call.reference, call.request.word("code")));
  return printed({&label, 1}, order);
}

Result<Reply> of_lot(Call& call) {
  const auto order = TRY(order_of(call));
  service::LotLabelsAsked asked{call.request.word("maker"), call.request.word("number"),
                                TRY(call.request.text("product")), TRY(level_of(call)),
                                TRY(call.request.text("serial"))};
  const auto count = TRY(call.request.text("count"));
  if (!count.empty()) asked.count = TRY(of_field("count", parse_rounds(count))).count();
  return printed(TRY(service::labels_of_lot(call.store, call.reference, asked)), order);
}

}  // namespace

std::vector<Route> label_routes() {
  using access::Right;
  constexpr access::Rights kReading{Right::read_own, Right::read_all, Right::trace};
  constexpr std::string_view kMedia = "image/svg+xml;application/pdf;image/png";
  return {
      {.method = "GET",
       .path = "/api/v1/labels",
       .summary = "The label of a code, drawn; refused where the GS1 rules refuse the code.",
       .handle = of_code,
       .right = Right::read_marks,
       .waits = true,
       .parameters = {{"code", "in any spelling", "(01)09521234543213(10)ABC17A001-001(21)000001", true},
                      kLevel,
                      kSymbol,
                      kFormat,
                      kDomain},
       .gives = kMedia},
      {.method = "GET",
       .path = "/api/v1/packages/{code}/label",
       .summary = "The label of a package on record, with what lies in it, drawn.",
       .handle = of_package,
       .one_of = kReading,
       .waits = true,
       .parameters = {kSymbol, kFormat, kDomain},
       .gives = kMedia},
      {.method = "GET",
       .path = "/api/v1/lots/{maker}/{number}/labels",
       .summary = "Labels of new packages of a lot, numbered on from a first serial; several as PDF alone.",
       .handle = of_lot,
       .one_of = kReading,
       .waits = true,
       .parameters = {{"product", "code, where the number is not enough", "DC-762-BALL"},
                      kLevel,
                      {"serial", "of the first label; each next one counts on", "000001"},
                      {"count", "how many, 1 to 1,000; 1 when left out", "24"},
                      {"paper",
                       "own: a page of its size for each label, or a4: many on a page, with marks to cut along", "a4"},
                      kSymbol,
                      kFormat,
                      kDomain},
       .gives = kMedia}};
}

}  // namespace lotline::http
