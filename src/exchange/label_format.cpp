#include "exchange/label_format.h"

#include <array>

#include "base/check.h"

namespace lotline::exchange {

namespace {

constexpr ModuleWidth kBoxBars{0.495, 0.250, 0.495}, kBoxSquare{0.495, 0.380, 0.495};
constexpr ModuleWidth kFarBars{0.495, 0.495, 0.940}, kFarSquare{0.743, 0.743, 1.5};
constexpr double kBoxHeight = 12.7, kFarHeight = 31.75;

constexpr std::array<LabelFormat, 2> kBox{{{74, 52, kBoxBars, kBoxSquare, kBoxHeight, 3, 3.6, 2.4, 1.9, 2.2},
                                           {105, 74, kBoxBars, kBoxSquare, kBoxHeight, 4, 4.4, 2.8, 2.2, 2.5}}};
constexpr std::array<LabelFormat, 3> kCase{{{148, 105, kFarBars, kFarSquare, kFarHeight, 5, 6, 3.6, 2.6, 3.2},
                                            {210, 148, kFarBars, kFarSquare, kFarHeight, 6, 8, 4.6, 3.2, 3.6},
                                            {210, 297, kFarBars, kFarSquare, kFarHeight, 8, 12, 7, 4.4, 5}}};
constexpr std::array<LabelFormat, 2> kPallet{{{148, 210, kFarBars, kFarSquare, kFarHeight, 6, 9, 5.2, 3.4, 4},
                                              {210, 297, kFarBars, kFarSquare, kFarHeight, 8, 12, 7, 4.4, 5}}};

}  // namespace

std::span<const LabelFormat> label_formats(custody::PackageLevel level) {
  switch (level) {
    case custody::PackageLevel::box:
      return kBox;
    case custody::PackageLevel::case_:
      return kCase;
    case custody::PackageLevel::pallet:
      return kPallet;
  }
  CHECK(false);
  return {};
}

}  // namespace lotline::exchange
