#include "exchange/label_print.h"

#include <algorithm>

#include "base/check.h"
#include "exchange/label_layout.h"
#include "exchange/refusals.h"

namespace lotline::exchange {

namespace {

constexpr double kA4Width = 210, kA4Height = 297, kA4Margin = 8;
constexpr std::size_t kLongestDomain = 100;
constexpr surface::Colour kInk{0, 0, 0};
constexpr LineStyle kCut{0.1, {150, 150, 150}};

/// All labels laid on one size of paper.
struct Laid {
  LabelFormat format;
  std::vector<LaidLabel> labels;
};

Result<std::vector<LaidLabel>> lay_all(std::span<const service::Label> labels, Symbology symbology,
                                       std::string_view domain, const LabelFormat& format, ModuleSize size,
                                       const Sheet& ruler) {
  std::vector<LaidLabel> laid;
  for (const auto& label : labels) laid.push_back(TRY(lay_label(label, symbology, domain, format, size, ruler)));
  return laid;
}

/// On the smallest paper that takes them, with modules as wide as may be.
Result<Laid> lay(std::span<const service::Label> labels, Symbology symbology, std::string_view domain) {
  const Sheet ruler(SheetOptions{SheetFormat::svg});
  std::optional<Refusal> why;
  for (const LabelFormat& format : label_formats(labels.front().level))
    for (const ModuleSize size : {ModuleSize::grown, ModuleSize::target, ModuleSize::least}) {
      auto laid = lay_all(labels, symbology, domain, format, size, ruler);
      if (laid) return Laid{format, std::move(*laid)};
      if (laid.error().number != label_too_small.number) return std::unexpected(laid.error());
      why = laid.error();
    }
  return std::unexpected(*why);
}

void draw(Sheet& sheet, const LaidLabel& label) {
  if (label.warning.height > 0) sheet.fill(label.warning, kInk);
  for (const auto& words : label.words) sheet.words(words.x, words.y, words.width, words.text, words.setting);
  for (const auto& [symbol, place] : label.symbols) {
    const double high = place.height / symbol.barcode.rows;
    std::vector<Box> bars;
    for (const Box& bar : symbol.barcode.bars)
      bars.push_back({place.x + bar.x * symbol.module_mm, place.y + bar.y * high, bar.width * symbol.module_mm,
                      bar.height * high});
    sheet.fill(bars, kInk);
  }
}

void mark_cuts(Sheet& sheet, double x, double y, const LabelFormat& format) {
  sheet.move_corner(0, 0);
  sheet.outline({x, y, format.width_mm, format.height_mm}, kCut);
}

/// Side by side on A4; the number of pages.
int draw_on_a4(Sheet& sheet, const Laid& laid) {
  const auto many = [](double room, double each) { return static_cast<std::size_t>(std::max(1.0, room / each)); };
  // A label that is A4 itself has no margin around it.
  const double margin = laid.format.width_mm + 2 * kA4Margin > kA4Width ? 0 : kA4Margin;
  const std::size_t columns = many(kA4Width - 2 * margin, laid.format.width_mm);
  const std::size_t rows = many(kA4Height - 2 * margin, laid.format.height_mm);
  int pages = 1;
  for (std::size_t i = 0; i < laid.labels.size(); ++i) {
    const std::size_t place = i % (columns * rows);
    if (place == 0 && i > 0) sheet.next_page(), ++pages;
    const double x = margin + static_cast<double>(place % columns) * laid.format.width_mm;
    const std::size_t row = place / columns;
    const double y = margin + static_cast<double>(row) * laid.format.height_mm;
    mark_cuts(sheet, x, y, laid.format);
    sheet.move_corner(x, y);
    draw(sheet, laid.labels[i]);
  }
  return pages;
}

int draw_each(Sheet& sheet, const Laid& laid) {
  for (std::size_t i = 0; i < laid.labels.size(); ++i) {
    if (i > 0) sheet.next_page();
    draw(sheet, laid.labels[i]);
  }
  return static_cast<int>(laid.labels.size());
}

Result<void> check_domain(std::string_view domain) {
  const auto kept = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == ':';
  };
  const bool is_one =
      !domain.empty() && domain.size() <= kLongestDomain && domain.front() != '.' && std::ranges::all_of(domain, kept);
  if (!is_one) return refuse(bad_link_domain, "\"{}\"", domain);
  return {};
}

std::vector<PrintedSymbol> printed(const LaidLabel& label) {
  std::vector<PrintedSymbol> symbols;
  for (const auto& [symbol, place] : label.symbols)
    symbols.push_back({symbol.barcode.symbology, symbol.module_mm, symbol.carries});
  return symbols;
}

}  // namespace

Result<LabelPrint> print_labels(std::span<const service::Label> labels, const LabelOrder& order) {
  CHECK(!labels.empty());
  const bool on_a4 = order.paper == LabelPaper::a4;
  const bool pages = labels.size() > 1 || on_a4;
  if (pages && order.format != SheetFormat::pdf) return refuse(one_page_only, "{} labels", labels.size());
  TRY(of_field("domain", check_domain(order.domain)));
  const bool box = labels.front().level == custody::PackageLevel::box;
  const Symbology symbology = order.symbology.value_or(box ? Symbology::gs1_datamatrix : Symbology::gs1_128);
  const Laid laid = TRY(lay(labels, symbology, order.domain));
  LabelPrint print{{}, order.format, laid.format.width_mm, laid.format.height_mm, 1, {}};
  Sheet sheet({order.format, on_a4 ? kA4Width : print.width_mm, on_a4 ? kA4Height : print.height_mm,
               labels.size() == 1 ? "Label " + marking::to_bracketed(labels.front().code) : "Labels", order.made});
  print.pages = on_a4 ? draw_on_a4(sheet, laid) : draw_each(sheet, laid);
  print.bytes = sheet.take();
  for (const auto& label : laid.labels) print.labels.push_back(printed(label));
  return print;
}

}  // namespace lotline::exchange
