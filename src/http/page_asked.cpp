#include "http/page_asked.h"

#include <charconv>

#include "base/refusals.h"

namespace lotline::http {

Result<service::PageAsked> page_asked(const Request& request) {
  service::PageAsked page;
  page.cursor = TRY(request.text("cursor"));
  const auto limit = TRY(request.text("limit"));
  if (limit.empty()) return page;
  const auto [end, error] = std::from_chars(limit.data(), limit.data() + limit.size(), page.limit);
  const bool bad = error != std::errc{} || end != limit.data() + limit.size();
  if (bad) return of_field<service::PageAsked>("limit", refuse(bad_number, "\"{}\"", limit));
  return page;
}

}  // namespace lotline::http
