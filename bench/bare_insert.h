#pragma once
// The peer of an import: a bare loop of prepared statements that inserts the same rows (those of the log too) into the
// same tables with the same indexes, in one transaction of the same synchronisation, with nothing checked.

#include <string>

namespace lotline::bench {

/// Copies every row above the setup (records after `first`) from the register into a copy of the setup's file; returns
/// the seconds spent inserting and committing, without those spent reading. Leaves indexes in the grown register that
/// it reads by.
double bare_insert(const std::string& grown_register, const std::string& setup_register, std::int64_t first);

}  // namespace lotline::bench
