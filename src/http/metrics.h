#pragma once
// The service's figures in the text format of Prometheus, at /metrics. Routes as declared, never as asked for.

#include <prometheus/registry.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace prometheus {
class Counter;
class Histogram;
class Gauge;
}  // namespace prometheus

namespace lotline::http {

class Metrics {
 public:
  Metrics();

  /// One answered request. REQUIRES that the route's text outlives the metrics.
  void answered(std::string_view method, std::string_view route, int status, double seconds);
  void set_open(std::size_t connections, std::size_t streams, std::int64_t records);
  [[nodiscard]] std::string text();

 private:
  struct Series {
    prometheus::Counter* by_class[6] = {};  ///< of status: 1xx to 5xx, from 1
    prometheus::Histogram* seconds = nullptr;
  };
  /// REQUIRES that both texts outlive the metrics.
  Series& series_of(std::string_view method, std::string_view route);

  prometheus::Registry registry_;
  prometheus::Family<prometheus::Counter>& requests_;
  prometheus::Family<prometheus::Histogram>& seconds_;
  prometheus::Gauge& connections_;
  prometheus::Gauge& streams_;
  prometheus::Gauge& records_;
  std::mutex mutex_;
  std::map<std::pair<std::string_view, std::string_view>, Series> series_;
};

}  // namespace lotline::http
