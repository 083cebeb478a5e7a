#pragma once
// P(marks | lot): how well the marks that were read fit what is recorded of a lot.

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "tracing/lot_state.h"
#include "tracing/mark_fit.h"
#include "tracing/marks_understood.h"
#include "tracing/names.h"
#include "tracing/trace_options.h"

namespace lotline::tracing {

struct LotFit {
  double fit = 1;                    ///< product over the marks, 1 when all fit perfectly; 0 when the lot is impossible
  std::string worst;                 ///< the mark that fits worst, in words; why it is impossible when `fit` is 0
  std::vector<std::string> reasons;  ///< one for each mark that was compared
};

class LotWeigher {
 public:
  LotWeigher(const MarksUnderstood& marks, const DayOfFind& find, const Sources& sources, const TraceOptions& options,
             Names& names);

  LotFit weigh(const custody::LotRow& lot);
  const custody::ProductRow& product_of(ProductId product);

 private:
  struct Factor {
    double value = 1;
    std::string reason;  ///< empty when the mark was not read
  };

  std::string impossible(const custody::LotRow& lot, const custody::ProductRow& product) const;
  Factor headstamp(const custody::LotRow& lot, const custody::ProductRow& product);
  Factor lot_mark(const custody::LotRow& lot);
  Factor calibre(const custody::ProductRow& product) const;
  Factor year(const custody::LotRow& lot) const;
  Factor colours(const custody::ProductRow& product) const;
  Factor package(const custody::LotRow& lot, const custody::ProductRow& product) const;
  Factor retailer(const custody::LotRow& lot) const;

  const std::vector<std::string>& codes_of(PartyId maker);
  double unrecorded_headstamp(const custody::LotRow& lot, const custody::ProductRow& product);

  const MarksUnderstood& marks_;
  const DayOfFind& find_;
  const Sources& sources_;
  const TraceOptions& options_;
  Names& names_;
  double lot_perfect_ = 1;
  std::unordered_map<ProductId, custody::ProductRow> products_;
  std::unordered_map<PartyId, std::vector<std::string>> codes_;
  StampedHeads stamped_;
  std::optional<HeadstampFit> headstamp_;  ///< none when no headstamp was read
};

}  // namespace lotline::tracing
