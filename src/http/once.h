#pragma once
// A write that came with an Idempotency-Key is done once: the same request again gets the answer of before, another
// with the same key is refused, and so is one that is being answered. Known for 24 hours, of the same account (of
// somebody who is not signed in: of the same address) at the same address of the service.

#include "http/house.h"
#include "http/route.h"
#include "service/record.h"

namespace lotline::http {

/// The handler's answer, or that of before. REQUIRES a key. Refuses (key_reused, in_flight, answer_lost).
Result<Reply> done_once(Call& call, const Route& route, const std::string& key);

/// What a record of the register keeps of the request's key, in its own transaction; nothing without one.
Result<service::ImportSource> source_of(const Call& call);

}  // namespace lotline::http
