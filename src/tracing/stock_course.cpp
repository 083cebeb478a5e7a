#include "tracing/stock_course.h"

#include <algorithm>

namespace lotline::tracing {

namespace {

double rounds(Rounds r) { return static_cast<double>(r.count()); }

void drop_empty(std::vector<double>& values) {
  if (std::ranges::all_of(values, [](double v) { return v <= 0; })) values.clear();
}

}  // namespace

StockCourse course_of(const std::vector<custody::StockYear>& years, int first_year, int last_year,
                      const SeizureOptions& options) {
  StockCourse course;
  const int count = last_year - first_year + 1;
  const auto length = static_cast<std::size_t>(count);
  for (auto& way : course.by_way) way.assign(length, 0);
  double stock = 0;
  double abroad = 0;
  double open = 0;
  std::size_t next = 0;
  for (std::size_t y = 0; y < length; ++y) {
    double came = 0;
    double went = 0;
    if (next < years.size() && years[next].year == first_year + static_cast<int>(y)) {
      const auto& year = years[next++];
      came = rounds(year.arrived);
      went = rounds(year.left);
      abroad += rounds(year.exported);
      open += rounds(year.in_transit);
      course.of(WayOut::stolen)[y] = rounds(year.stolen);
      course.of(WayOut::lost)[y] = rounds(year.lost);
      course.of(WayOut::sold)[y] = rounds(year.sold);
      course.of(WayOut::expended)[y] = rounds(year.expended);
    }
    course.of(WayOut::unrecorded)[y] = std::max(0.0, stock + (came - went) / 2 + options.dwell * (came + went) / 2);
    course.of(WayOut::exported)[y] = std::max(0.0, abroad);
    stock += came - went;
  }
  course.of(WayOut::in_transit).back() = std::max(0.0, open);
  course.held_at_end = std::max(0.0, stock);
  for (auto& way : course.by_way) drop_empty(way);
  return course;
}

}  // namespace lotline::tracing
