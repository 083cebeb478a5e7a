#pragma once
// Refusals of requests and of the settings of the service: 8100-8199. They are told here, below http/, because the one
// table of all refusals and their statuses stands in this module.

#include "base/refusal.h"

namespace lotline::answers {

inline constexpr RefusalKind bad_target{8101, "bad_target", "the address of the request is not well-formed"};
inline constexpr RefusalKind no_such_route{8102, "no_such_route", "there is nothing at this address"};
inline constexpr RefusalKind method_not_allowed{8103, "method_not_allowed", "this address does not take this method"};
inline constexpr RefusalKind parameter_twice{8104, "parameter_twice", "a parameter is given more than once"};
inline constexpr RefusalKind unknown_parameter{8105, "unknown_parameter", "this address takes no such parameter"};
inline constexpr RefusalKind body_too_large{8106, "body_too_large", "the body is larger than this address takes"};
inline constexpr RefusalKind wrong_media_type{8107, "wrong_media_type",
                                              "the body is not of the type this address takes"};
inline constexpr RefusalKind too_many_requests{8110, "too_many_requests", "too many requests: wait a while"};
inline constexpr RefusalKind shutting_down{8111, "shutting_down", "the service is being stopped"};
inline constexpr RefusalKind in_flight{8112, "in_flight", "a request with this Idempotency-Key is being answered"};
inline constexpr RefusalKind bad_key{8113, "bad_key", "an Idempotency-Key has 1 to 100 letters, digits, - or _"};
inline constexpr RefusalKind bad_member{8114, "bad_member", "a member of the body is not what this address takes"};
inline constexpr RefusalKind no_such_job{8115, "no_such_job", "no such job is kept"};
inline constexpr RefusalKind upload_failed{8116, "upload_failed", "what was sent could not be kept"};
inline constexpr RefusalKind wrong_host{8117, "wrong_host", "the service is not known by this name"};
inline constexpr RefusalKind key_reused{8118, "key_reused",
                                        "this Idempotency-Key came with another body before; nothing is done twice"};
inline constexpr RefusalKind key_not_taken{8119, "key_not_taken",
                                           "this address changes nothing and takes no Idempotency-Key"};
inline constexpr RefusalKind bad_setting{8120, "bad_setting", "the setting cannot be used"};
inline constexpr RefusalKind cannot_listen{8121, "cannot_listen", "the service cannot listen at this address"};
inline constexpr RefusalKind needs_tls{8122, "needs_tls",
                                       "without TLS the service listens on loopback or a Unix socket only"};

inline constexpr RefusalKind not_gathering{8123, "not_gathering",
                                           "this import was begun or is over, and takes no further file"};
inline constexpr RefusalKind import_full{
    8124, "import_full", "the files of one import are at most 1,000, and together no larger than one may be"};
inline constexpr RefusalKind no_such_calibrator{8125, "no_such_calibrator", "no calibrator of this hash is kept"};

inline constexpr RefusalKind answer_lost{
    8130, "answer_lost", "this request was done before, and its answer cannot be given again; nothing is done twice"};

}  // namespace lotline::answers
