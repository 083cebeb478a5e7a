// What no barcode carries and no label has room for.

#include <gtest/gtest.h>

#include "exchange/label_print.h"
#include "exchange/label_symbols.h"
#include "exchange/refusals.h"

namespace lotline::exchange {
namespace {

marking::PackageCode code() {
  return marking::read_package_code("(01)09521234543213(10)L-1(21)000001", day_of(2026, 6, 1)).value();
}

/// The refusal's number; 0 for what was made.
template <class T>
int number_of(const Result<T>& made) {
  return made ? 0 : made.error().number;
}

// R69
TEST(LabelRefused, bars_of_more_characters_than_gs1_allows_though_they_could_be_drawn) {
  const auto bars = [](std::size_t digits) {
    return number_of(gs1_barcode(Symbology::gs1_128, {{"91", std::string(digits, '1')}}));
  };
  EXPECT_EQ(bars(kLongestGs1128 - 2), 0);
  EXPECT_EQ(bars(kLongestGs1128 - 1), not_printable.number);
}

// R69
TEST(LabelRefused, more_than_the_largest_square_carries) {
  const marking::Gs1Elements many(30, {"91", std::string(90, 'a')});
  EXPECT_EQ(number_of(gs1_barcode(Symbology::gs1_datamatrix, many)), not_printable.number);
  EXPECT_EQ(number_of(qr_barcode("https://id.gs1.org/" + std::string(3'000, 'a'))), not_printable.number);
}

// R69
TEST(LabelRefused, symbols_that_are_wider_than_the_room) {
  for (const Symbology symbology : {Symbology::gs1_datamatrix, Symbology::gs1_128, Symbology::qr}) {
    const auto in_room = [&](double room_mm) {
      return number_of(label_symbols(code(), symbology, "id.gs1.org", room_mm, 0.5));
    };
    EXPECT_EQ(in_room(200), 0) << word(symbology);
    EXPECT_EQ(in_room(5), label_too_small.number) << word(symbology);
  }
}

// R69
TEST(LabelRefused, words_that_run_off_the_largest_paper) {
  for (const Symbology symbology : {Symbology::gs1_datamatrix, Symbology::gs1_128}) {
    service::Label label{code(), custody::PackageLevel::box, "7.62 mm ball", {{"Lot 1", "L-1"}}, false};
    LabelOrder order;
    order.symbology = symbology;
    EXPECT_EQ(number_of(print_labels({&label, 1}, order)), 0) << word(symbology);
    label.lines.resize(100, label.lines.front());
    EXPECT_EQ(number_of(print_labels({&label, 1}, order)), label_too_small.number) << word(symbology);
  }
}

}  // namespace
}  // namespace lotline::exchange
