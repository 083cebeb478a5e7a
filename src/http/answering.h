#pragma once
// From a request to its answer, without a socket: the route, who asks, its rights and limits, the handler, and what
// every answer carries. The server puts bytes in and takes bytes out.

#include <atomic>
#include <memory>

#include "http/house.h"
#include "http/page_files.h"
#include "http/rate_limit.h"
#include "http/router.h"

namespace lotline::http {

/// A request on its way: what is known after its headers, and its answer once there is one.
struct Exchange {
  Request request;
  const Route* route = nullptr;  ///< none for a file of the page, and while nothing was found
  const PageFile* file = nullptr;
  access::Visitor visitor;
  std::int64_t body_limit = 0;
  Reply reply;
};

class Answering {
 public:
  Answering(House& house, const PageFiles& page);

  /// Looks at everything before the body: false when the answer is there already.
  bool admit(Exchange& exchange, std::string_view target);
  /// Answers with the body read. Never throws.
  void answer(Exchange& exchange);

  /// Answers with a refusal from outside of any handler.
  void refuse(Exchange& exchange, const Refusal& refusal) const;

  /// Whether it may wait for the disk, the write queue or a long computation.
  [[nodiscard]] static bool may_wait(const Exchange& exchange);
  /// The pattern of the address, for logs and figures.
  [[nodiscard]] static std::string_view pattern_of(const Exchange& exchange);

  /// From now on new requests are refused.
  void refuse_more() { refusing_.store(true); }

 private:
  Result<void> look_at(Exchange& exchange, std::string_view target);
  Result<void> check_host(const Request& request) const;
  Result<void> check_body(Exchange& exchange) const;
  Result<Reply> handled(Exchange& exchange);
  static Result<Reply> asked_rightly(Call& call, const Route& route);
  Result<void> note_look(Call& call, const Route& route, int refused);
  /// As a client may read it.
  [[nodiscard]] Refusal told(const Refusal& refusal, const Exchange& asked) const;
  void finish(Exchange& exchange) const;

  House& house_;
  const PageFiles& page_;
  Router router_;
  RateLimit limit_;
  std::atomic<bool> refusing_{false};
};

}  // namespace lotline::http
