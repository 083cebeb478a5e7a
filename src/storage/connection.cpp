#include "storage/connection.h"

namespace lotline::storage {

StorageFault::StorageFault(const RefusalKind& kind, std::string_view detail)
    : StorageFault(refuse_with(kind, detail).error()) {}

StorageFault::StorageFault(Refusal refusal) : std::runtime_error(refusal.text), refusal_(std::move(refusal)) {}

}  // namespace lotline::storage
