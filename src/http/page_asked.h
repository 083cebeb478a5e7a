#pragma once
// Which page of a list a request asks for.

#include "http/route.h"
#include "service/list_page.h"

namespace lotline::http {

inline constexpr Parameter kCursor{"cursor", "next of the page before; the first page when left out"};
inline constexpr Parameter kLimit{"limit", "items of a page, 1 to 500; 50 when left out", "50"};

/// Refuses a limit that is no number.
Result<service::PageAsked> page_asked(const Request& request);

}  // namespace lotline::http
