#pragma once
// Imports as jobs: files of templates and documents of EPCIS, taken in together under the name of whoever sent them.
// Begun again, the rows that were recorded are known by their refs and are not recorded twice.

#include "http/jobs.h"

namespace lotline::http {

JobKind import_jobs();

/// Where the rows or events that were refused of one file lie, from 0.
std::filesystem::path refused_rows_of(const Jobs& jobs, const Job& job, std::size_t file);

}  // namespace lotline::http
