#pragma once
// With which status of HTTP (RFC 9110) a refusal is answered. The number in the problem document says what was refused;
// the status tells programs that know no numbers whether to mend the request, to ask for rights or to come again.

#include "base/refusal.h"

namespace lotline::answers {

/// 404 of a thing nobody has registered, 409 where the request is right and what is on record stands against it, 403
/// without the right, 401 without a sign-in, 429 after too many, 412 of a version that is old, 405 of
/// a method and 421 of a host that are not served, 400, 413 and 415 of what
/// cannot be read at all, 503 where it may be right later, 500 of damage here, and 422 of all else: understood, and
/// against a rule.
[[nodiscard]] int http_status_of(int number);

/// The same of one refusal. An unknown thing that a field of the request names is a wrong field (422): what the address
/// names was found. Likewise a password or code that a field of a signed-in request holds is a wrong field, and no
/// missing sign-in.
[[nodiscard]] int http_status_of(const Refusal& refusal);

}  // namespace lotline::answers
