#include "http/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/text_serializer.h>

namespace lotline::http {

namespace {

prometheus::Gauge& gauge(prometheus::Registry& registry, const std::string& name, const std::string& help) {
  return prometheus::BuildGauge().Name(name).Help(help).Register(registry).Add({});
}

const prometheus::Histogram::BucketBoundaries kSeconds{0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05,
                                                       0.1,    0.25,  0.5,   1,     2.5,  10};

/// A text that stays, and of methods nobody serves one for all: a client makes no series of its own.
std::string_view lasting(std::string_view method) {
  for (const std::string_view known : {"GET", "HEAD", "POST", "PUT", "DELETE"})
    if (method == known) return known;
  return "OTHER";
}

}  // namespace

Metrics::Metrics()
    : requests_(prometheus::BuildCounter()
                    .Name("lotline_requests_total")
                    .Help("Requests answered, by route and class of status")
                    .Register(registry_)),
      seconds_(prometheus::BuildHistogram()
                   .Name("lotline_request_seconds")
                   .Help("From the end of a request to its answer")
                   .Register(registry_)),
      connections_(gauge(registry_, "lotline_connections", "Connections open now")),
      streams_(gauge(registry_, "lotline_event_streams", "Event streams open now")),
      records_(gauge(registry_, "lotline_records", "Records in the register's log")) {}

Metrics::Series& Metrics::series_of(std::string_view method, std::string_view route) {
  const std::lock_guard lock(mutex_);
  Series& series = series_[{method, route}];
  if (series.seconds != nullptr) return series;
  const std::string by_method(method);
  const std::string by_route(route);
  series.seconds = &seconds_.Add({{"method", by_method}, {"route", by_route}}, kSeconds);
  for (int first = 1; first <= 5; ++first)
    series.by_class[first] =
        &requests_.Add({{"method", by_method}, {"route", by_route}, {"status", std::to_string(first) + "xx"}});
  return series;
}

void Metrics::answered(std::string_view method, std::string_view route, int status, double seconds) {
  Series& series = series_of(lasting(method), route);
  series.by_class[std::clamp(status / 100, 1, 5)]->Increment();
  series.seconds->Observe(seconds);
}

void Metrics::set_open(std::size_t connections, std::size_t streams, std::int64_t records) {
  connections_.Set(static_cast<double>(connections));
  streams_.Set(static_cast<double>(streams));
  records_.Set(static_cast<double>(records));
}

std::string Metrics::text() { return prometheus::TextSerializer().Serialize(registry_.Collect()); }

}  // namespace lotline::http
