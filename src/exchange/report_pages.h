#pragma once
// Text that flows over numbered A4 pages of PDF: headings, paragraphs, items, tables that go on over the page with
// their header repeated. Every page says at its foot what the report rests on, and above all that it is simulated where
// it is.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/sheet.h"

namespace lotline::exchange {

/// Colours of a report, calm enough to be printed in grey.
namespace ink {
inline constexpr surface::Colour text{24, 28, 36}, quiet{98, 106, 118}, rule{206, 211, 218}, band{238, 241, 245};
inline constexpr surface::Colour accent{38, 72, 120}, flow{172, 191, 217}, broken{186, 32, 38},
    pale_broken{250, 234, 234};
}  // namespace ink

struct ReportColumn {
  std::string name;
  double share;  ///< of the width; all together 1
  bool number = false;
};
struct ReportRow {
  std::vector<std::string> cells;
  bool broken = false;  ///< stands out in red
};

struct ReportFrame {
  std::string title;  ///< in the document's properties, and at the head of the pages after the first
  std::string foot;   ///< what it rests on, at the foot of each page
  Day made;
  bool simulated = false;
};

class ReportPages {
 public:
  static constexpr double kLeft = 20, kWidth = 170;

  /// `pages`: how many there will be; 0 while they are counted.
  ReportPages(const ReportFrame& frame, int pages);

  void title(std::string_view words);
  void lead(std::string_view words);
  void heading(std::string_view words);
  /// A smaller one.
  void caption(std::string_view words);
  void paragraph(std::string_view words, surface::Colour colour = ink::text);
  /// With a mark before it, and quieter lines below.
  void item(std::string_view mark, std::string_view words, const std::vector<std::string>& below = {},
            surface::Colour colour = ink::text);
  /// An item that begins with a bar as long as its share.
  void weighed(double share, std::string_view mark, std::string_view words, const std::vector<std::string>& below = {});
  /// Names and values in two columns, on a pale ground.
  void facts(const std::vector<std::pair<std::string, std::string>>& facts);
  void table(const std::vector<ReportColumn>& columns, const std::vector<ReportRow>& rows);
  /// A drawing of this height, kept on one page; it is told where its upper left corner is.
  void drawing(double height, const std::function<void(Sheet&, double x, double y)>& draw);
  void space(double mm) { y_ += mm; }

  [[nodiscard]] int pages() const { return page_; }
  [[nodiscard]] Sheet& sheet() { return sheet_; }
  std::string take() { return sheet_.take(); }

 private:
  void begin_page();
  /// Goes on to the next page where there is not this much room.
  void need(double mm);
  void row(const std::vector<ReportColumn>& columns, const ReportRow& row, bool header);
  [[nodiscard]] double height_of_row(const std::vector<ReportColumn>& columns, const ReportRow& row, bool header) const;

  ReportFrame frame_;
  int expected_;
  int page_ = 0;
  double y_ = 0;
  Sheet sheet_;
};

}  // namespace lotline::exchange
