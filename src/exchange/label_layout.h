#pragma once
// Where everything on a label stands. The words are set at the left or above, a square symbol at the right with its
// identifiers below it, bars at the foot.

#include <vector>

#include "exchange/label_symbols.h"
#include "exchange/sheet.h"
#include "service/label.h"

namespace lotline::exchange {

/// Words in a column, from their upper left corner.
struct LaidWords {
  double x, y, width;
  std::string text;
  Setting setting;
};
struct LaidSymbol {
  LabelSymbol symbol;
  Box place;  ///< of the bars, without the quiet zones, which are free
};
struct LaidLabel {
  Box warning{};  ///< a dark band for what says that all is simulated; of no height where it is not
  std::vector<LaidWords> words{};
  std::vector<LaidSymbol> symbols{};
};

/// How wide modules are drawn: a square symbol as large as is seemly on the paper, then what is aimed at, then the
/// least.
enum class ModuleSize : unsigned char { grown, target, least };

/// Refuses (label_too_small) a label whose words and symbols do not fit the format at this width of modules, and what
/// label_symbols refuses. The ruler measures words; nothing is drawn on it.
Result<LaidLabel> lay_label(const service::Label& label, Symbology symbology, std::string_view domain,
                            const LabelFormat& format, ModuleSize size, const Sheet& ruler);

}  // namespace lotline::exchange
