#include "tracing/stock_course.h"

#include <algorithm>

namespace lotline::tracing {

namespace {

double rounds(Rounds r) { return static_cast<double>(r.count()); }

void drop_empty(std::vector<double>& values) {
  if (std::ranges::all_of(values, [](double v) { return v <= 0; })) values.clear();
}

void sum_around(std::vector<double>& values, int half_width) {
  const std::vector<double> single = values;
  const int last = static_cast<int>(values.size()) - 1;
  for (int year = 0; year <= last; ++year) {
    double sum = 0;
    for (int near = std::max(0, year - half_width); near <= std::min(last, year + half_width); ++near)
      sum += single[static_cast<std::size_t>(near)];
    values[static_cast<std::size_t>(year)] = sum;
  }
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
  for (std::size_t way = 0; way < kWaysOut; ++way) {
    drop_empty(course.by_way[way]);
    if (!is_event(static_cast<WayOut>(way)) && !course.by_way[way].empty())
      sum_around(course.by_way[way], options.leak_half_width);
  }
  return course;
}

}  // namespace lotline::tracing
