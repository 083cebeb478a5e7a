#include "service/trace_seizure.h"

namespace lotline::service {

Result<SeizureTraced> trace_seizure(Register& store, const Reference& reference,
                                    const tracing::SeizureQuestion& question, const tracing::SeizureOptions& options) {
  TRY(access::require_case(reference.visitor));
  return read_one_state(store, [&] {
    return SeizureTraced{tracing::trace_seizure(question, trace_sources(store, reference), options), question,
                         store.head()};
  });
}

}  // namespace lotline::service
