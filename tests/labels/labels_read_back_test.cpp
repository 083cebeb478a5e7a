// What is drawn on labels is read back by another library and says the same (R69).

#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>
#include <cairo/cairo.h>
#include <gtest/gtest.h>

#include "base/generator.h"
#include "exchange/label_print.h"
#include "exchange/refusals.h"
#include "marking/gs1_digital_link.h"
#include "marking/gs1_element_string.h"
#include "marking/refusals.h"

namespace lotline::exchange {
namespace {

using custody::PackageLevel;

const Day kToday = day_of(2026, 6, 1);

service::Label label_of(const std::string& code, PackageLevel level) {
  return {marking::read_package_code(code, kToday).value(),
          level,
          "7.62 mm ball",
          {{"Maker", "Simulated works, FR"}, {"Lot", "ABC17A001-001"}, {"Quantity", "1,000 rounds"}},
          true};
}

struct Bytes {
  std::string_view left;
};
cairo_status_t take(void* from, unsigned char* to, unsigned int size) {
  auto& bytes = *static_cast<Bytes*>(from);
  if (bytes.left.size() < size) return CAIRO_STATUS_READ_ERROR;
  bytes.left.copy(reinterpret_cast<char*>(to), size);
  bytes.left.remove_prefix(size);
  return CAIRO_STATUS_SUCCESS;
}

void paint_over(cairo_surface_t* surface, const ZXing::Position& corners) {
  int left = 1 << 20, right = 0, top = 1 << 20, bottom = 0;
  for (const auto& corner : corners) {
    left = std::min(left, corner.x);
    right = std::max(right, corner.x);
    top = std::min(top, corner.y);
    bottom = std::max(bottom, corner.y);
  }
  // A line across bars was read, and they are as high as the least a label has.
  constexpr int kRound = 240;
  const bool bars = bottom - top < 4;
  cairo_t* const cairo = cairo_create(surface);
  cairo_set_source_rgb(cairo, 1, 1, 1);
  cairo_rectangle(cairo, left - 8, bars ? top - kRound / 2 : top - 4, right - left + 16,
                  bars ? kRound : bottom - top + 8);
  cairo_fill(cairo);
  cairo_destroy(cairo);
  cairo_surface_flush(surface);
}

ZXing::ImageView right_half(const ZXing::ImageView& view) {
  return view.cropped(view.width() / 2, view.height() / 5, view.width() / 2, view.height() / 2);
}

ZXing::Results read_png(const std::string& png, ZXing::BarcodeFormat format, std::size_t symbols) {
  Bytes bytes{png};
  cairo_surface_t* const surface = cairo_image_surface_create_from_png_stream(take, &bytes);
  EXPECT_EQ(cairo_surface_status(surface), CAIRO_STATUS_SUCCESS);
  ZXing::DecodeHints hints;
  hints.setFormats(format);
  const ZXing::ImageView view(cairo_image_surface_get_data(surface), cairo_image_surface_get_width(surface),
                              cairo_image_surface_get_height(surface), ZXing::ImageFormat::BGRX,
                              cairo_image_surface_get_stride(surface));
  ZXing::Results results;
  // One at a time: what was read is painted over, so that the next one is found.
  for (int i = 0; i < 20 && results.size() < symbols; ++i) {
    auto result = ZXing::ReadBarcode(view, hints);
    // A small square on a large label is found by looking at it from nearer.
    if (!result.isValid()) result = ZXing::ReadBarcode(right_half(view), hints);
    if (!result.isValid()) break;
    paint_over(surface, result.position());
    const bool again = std::ranges::any_of(results, [&](const auto& r) { return r.text() == result.text(); });
    if (!again) results.push_back(result);
  }
  cairo_surface_destroy(surface);
  return results;
}

/// The elements of all symbols together, as a scanner sends them.
std::string key_read(const ZXing::Results& results) {
  marking::Gs1Elements elements;
  for (const auto& result : results) {
    const auto& sent = result.bytes();
    const std::string text = result.symbologyIdentifier() == "]Q1"
                                 ? std::string(sent.begin(), sent.end())
                                 : result.symbologyIdentifier() + std::string(sent.begin(), sent.end());
    // One symbol of several may hold identifiers that need one of the others.
    const auto split = text.starts_with("http") ? marking::split_digital_link(text) : [&] {
      std::string_view raw = text;
      marking::take_scanner_prefix(raw);
      return marking::split_raw(raw);
    }();
    EXPECT_TRUE(split.has_value()) << text;
    if (split) elements.insert(elements.end(), split->begin(), split->end());
  }
  marking::PackageCode code;
  code.elements = marking::checked_elements(elements).value();
  return marking::package_code_key(code);
}

struct Case {
  std::string code;
  PackageLevel level;
  Symbology symbology;
  std::string_view identifier;  ///< of the symbology, as scanners send it
};

ZXing::BarcodeFormat format_of(Symbology symbology) {
  if (symbology == Symbology::gs1_128) return ZXing::BarcodeFormat::Code128;
  return symbology == Symbology::qr ? ZXing::BarcodeFormat::QRCode : ZXing::BarcodeFormat::DataMatrix;
}

std::string drawn_and_read(const Case& wanted) {
  const auto label = label_of(wanted.code, wanted.level);
  LabelOrder order;
  order.symbology = wanted.symbology;
  order.format = SheetFormat::png;
  const auto print = print_labels({&label, 1}, order);
  if (!print) return fmt::format("{} {}", print.error().name, print.error().text);
  const auto results = read_png(print->bytes, format_of(wanted.symbology), print->labels.front().size());
  EXPECT_EQ(results.size(), print->labels.front().size());
  for (const auto& result : results) EXPECT_EQ(result.symbologyIdentifier(), wanted.identifier);
  return key_read(results);
}

// R69
TEST(LabelsReadBack, what_each_symbol_carries_on_each_level) {
  for (const PackageLevel level : {PackageLevel::box, PackageLevel::case_, PackageLevel::pallet})
    for (const std::string code :
         {"(01)09521234543213(10)ABC17A001-001(21)000001", "(01)09521234543213(10)L/7.5(17)271231(30)400",
          "(00)095212340000000013", "(00)095212340000000013(02)19521234543210(37)50(10)DCW17A001-001",
          "(01)09521234543213"})
      for (const auto& [symbology, identifier] :
           {std::pair{Symbology::gs1_datamatrix, "]d2"}, {Symbology::gs1_128, "]C1"}, {Symbology::qr, "]Q1"}}) {
        const auto key = marking::package_code_key(marking::read_package_code(code, kToday).value());
        EXPECT_EQ(drawn_and_read({code, level, symbology, identifier}), key)
            << code << " as " << word(symbology) << " on a " << word(level);
      }
}

// R69
TEST(LabelsReadBack, lots_and_serials_of_any_characters_that_gs1_allows) {
  constexpr std::string_view kSet = "0123456789ABCXYZabcxyz!\"%&'()*+,-./:;<=>?_";
  Generator random(69, "labels");
  for (int i = 0; i < 10; ++i) {
    marking::Gs1Elements elements{{"01", "09521234543213"}, {"10", ""}, {"21", ""}};
    for (std::size_t e = 1; e < 3; ++e)
      for (auto length = 1 + random.below(20); length > 0; --length)
        elements[e].value += kSet[random.index(kSet.size())];
    const std::string code = marking::to_bracketed(elements);
    const auto key = marking::package_code_key(marking::read_package_code(code, kToday).value());
    EXPECT_EQ(drawn_and_read({code, PackageLevel::box, Symbology::gs1_datamatrix, "]d2"}), key) << code;
    EXPECT_EQ(drawn_and_read({code, PackageLevel::pallet, Symbology::gs1_128, "]C1"}), key) << code;
    EXPECT_EQ(drawn_and_read({code, PackageLevel::case_, Symbology::qr, "]Q1"}), key) << code;
  }
}

}  // namespace
}  // namespace lotline::exchange
