#include "service/trace_seizure.h"

namespace lotline::service {

SeizureTraced trace_seizure(Register& store, const catalogue::Catalogue& catalogue, const tracing::Readers& readers,
                            Day today, const tracing::SeizureQuestion& question,
                            const tracing::SeizureOptions& options) {
  return read_one_state(store, [&] {
    return SeizureTraced{tracing::trace_seizure(question, trace_sources(store, catalogue, readers, today), options),
                         question, store.head()};
  });
}

}  // namespace lotline::service
