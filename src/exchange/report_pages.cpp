#include "exchange/report_pages.h"

#include <algorithm>

namespace lotline::exchange {

namespace {

constexpr double kPageWidth = 210, kPageHeight = 297;
constexpr double kTop = 20, kFoot = 281;  ///< what flows stands between them
constexpr double kWarning = 8;
constexpr double kCell = 1.2;  ///< free on each side of a cell's words

constexpr Setting kTitle{8.2, true, Align::left, ink::accent};
constexpr Setting kLead{4.1, false, Align::left, ink::text, 1.35};
constexpr Setting kHeading{4.6, true, Align::left, ink::accent};
constexpr Setting kCaption{3.3, true, Align::left, ink::text};
constexpr Setting kText{3.15, false, Align::left, ink::text, 1.35};
constexpr Setting kBelow{2.75, false, Align::left, ink::quiet, 1.35};
constexpr Setting kHead{2.5, true, Align::left, ink::quiet, 1.25};
constexpr Setting kBody{2.7, false, Align::left, ink::text, 1.3};
constexpr Setting kSmall{2.3, false, Align::left, ink::quiet};
constexpr LineStyle kRule{0.2, ink::rule};

Setting coloured(Setting setting, surface::Colour colour) {
  setting.colour = colour;
  return setting;
}

}  // namespace

ReportPages::ReportPages(const ReportFrame& frame, int pages)
    : frame_(frame), expected_(pages), sheet_({SheetFormat::pdf, kPageWidth, kPageHeight, frame.title, frame.made}) {
  begin_page();
}

void ReportPages::begin_page() {
  if (page_++ > 0) sheet_.next_page();
  y_ = kTop;
  if (frame_.simulated) {
    sheet_.fill(Box{0, 0, kPageWidth, kWarning}, ink::broken);
    sheet_.words(0, 2.2, kPageWidth, "SIMULATED: nothing in this register is true of anybody.",
                 {3, true, Align::centre, {255, 255, 255}});
  }
  if (page_ > 1) {
    sheet_.words(kLeft, 11.5, kWidth, frame_.title, kSmall);
    sheet_.line(kLeft, 16, kLeft + kWidth, 16, kRule);
  }
  sheet_.line(kLeft, kFoot + 3, kLeft + kWidth, kFoot + 3, kRule);
  sheet_.words(kLeft, kFoot + 4.2, kWidth - 28, frame_.foot, kSmall);
  Setting right = kSmall;
  right.align = Align::right;
  sheet_.words(kLeft + kWidth - 26, kFoot + 4.2, 26, fmt::format("page {} of {}", page_, expected_), right);
}

void ReportPages::need(double mm) {
  if (y_ + mm > kFoot) begin_page();
}

void ReportPages::title(std::string_view words) { y_ += sheet_.words(kLeft, y_, kWidth, words, kTitle) + 3; }

void ReportPages::lead(std::string_view words) { y_ += sheet_.words(kLeft, y_, kWidth, words, kLead) + 4; }

void ReportPages::heading(std::string_view words) {
  need(24);  // never alone at a page's end
  y_ += 4.5;
  y_ += sheet_.words(kLeft, y_, kWidth, words, kHeading) + 1;
  sheet_.line(kLeft, y_, kLeft + kWidth, y_, {0.35, ink::accent});
  y_ += 2.6;
}

void ReportPages::caption(std::string_view words) {
  need(16);
  y_ += 1.2;
  y_ += sheet_.words(kLeft, y_, kWidth, words, kCaption) + 1.4;
}

void ReportPages::paragraph(std::string_view words, surface::Colour colour) {
  const Setting setting = coloured(kText, colour);
  need(sheet_.height_of(words, kWidth, setting));
  y_ += sheet_.words(kLeft, y_, kWidth, words, setting) + 1.6;
}

void ReportPages::item(std::string_view mark, std::string_view words, const std::vector<std::string>& below,
                       surface::Colour colour) {
  constexpr double kIndent = 6;
  const Setting setting = coloured(kText, colour);
  double high = sheet_.height_of(words, kWidth - kIndent, setting);
  if (!below.empty()) high += sheet_.height_of(below.front(), kWidth - kIndent, kBelow);
  need(high);
  sheet_.words(kLeft, y_, kIndent, mark, coloured(setting, ink::quiet));
  y_ += sheet_.words(kLeft + kIndent, y_, kWidth - kIndent, words, setting) + 0.4;
  for (const auto& line : below) {
    need(sheet_.height_of(line, kWidth - kIndent, kBelow));
    y_ += sheet_.words(kLeft + kIndent, y_, kWidth - kIndent, line, kBelow) + 0.3;
  }
  y_ += 1.3;
}

void ReportPages::weighed(double share, std::string_view mark, std::string_view words,
                          const std::vector<std::string>& below) {
  constexpr double kIndent = 6, kBar = 26;
  const double width = kWidth - kIndent - kBar - 3;
  double high = sheet_.height_of(words, width, kText);
  if (!below.empty()) high += sheet_.height_of(below.front(), width, kBelow);
  need(high);
  sheet_.words(kLeft, y_, kIndent, mark, coloured(kText, ink::quiet));
  const double x = kLeft + kWidth - kBar;
  sheet_.fill(Box{x, y_ + 1, kBar, 2.2}, ink::band);
  sheet_.fill(Box{x, y_ + 1, std::max(0.3, kBar * std::clamp(share, 0.0, 1.0)), 2.2}, ink::accent);
  y_ += sheet_.words(kLeft + kIndent, y_, width, words, kText) + 0.4;
  for (const auto& line : below) {
    need(sheet_.height_of(line, width, kBelow));
    y_ += sheet_.words(kLeft + kIndent, y_, width, line, kBelow) + 0.3;
  }
  y_ += 1.5;
}

void ReportPages::facts(const std::vector<std::pair<std::string, std::string>>& facts) {
  constexpr double kName = 36, kInner = 3;
  double high = 2 * kInner - 1;
  for (const auto& [name, value] : facts) high += sheet_.height_of(value, kWidth - kName - 2 * kInner, kText) + 1;
  need(high);
  sheet_.fill(Box{kLeft, y_, kWidth, high}, ink::band);
  y_ += kInner;
  for (const auto& [name, value] : facts) {
    sheet_.words(kLeft + kInner, y_, kName - 1, name, coloured(kText, ink::quiet));
    y_ += sheet_.words(kLeft + kInner + kName, y_, kWidth - kName - 2 * kInner, value, kText) + 1;
  }
  y_ += kInner;
}

double ReportPages::height_of_row(const std::vector<ReportColumn>& columns, const ReportRow& row, bool header) const {
  double high = 0;
  for (std::size_t i = 0; i < columns.size(); ++i)
    high = std::max(high, sheet_.height_of(header ? columns[i].name : row.cells[i],
                                           columns[i].share * kWidth - 2 * kCell, header ? kHead : kBody));
  return high + 1.5;
}

void ReportPages::row(const std::vector<ReportColumn>& columns, const ReportRow& row, bool header) {
  const double high = height_of_row(columns, row, header);
  if (header || row.broken) sheet_.fill(Box{kLeft, y_, kWidth, high}, header ? ink::band : ink::pale_broken);
  double x = kLeft;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    Setting setting = header ? kHead : kBody;
    if (columns[i].number) setting.align = Align::right;
    if (row.broken && !header) setting.colour = ink::broken;
    const double wide = columns[i].share * kWidth;
    sheet_.words(x + kCell, y_ + 0.7, wide - 2 * kCell, header ? columns[i].name : row.cells[i], setting);
    x += wide;
  }
  y_ += high;
  if (!header) sheet_.line(kLeft, y_, kLeft + kWidth, y_, {0.12, ink::rule});
}

void ReportPages::table(const std::vector<ReportColumn>& columns, const std::vector<ReportRow>& rows) {
  if (rows.empty()) return;
  need(height_of_row(columns, {}, true) + height_of_row(columns, rows.front(), false));
  row(columns, {}, true);
  for (const auto& each : rows) {
    if (y_ + height_of_row(columns, each, false) > kFoot) {
      begin_page();
      row(columns, {}, true);
    }
    row(columns, each, false);
  }
  y_ += 2.4;
}

void ReportPages::drawing(double height, const std::function<void(Sheet&, double, double)>& draw) {
  need(height);
  draw(sheet_, kLeft, y_);
  y_ += height + 3;
}

}  // namespace lotline::exchange
