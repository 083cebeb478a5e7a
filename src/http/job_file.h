#pragma once
// What is known of a job, as a file.

#include <filesystem>
#include <vector>

#include "http/jobs.h"

namespace lotline::http {

/// Mode 0600; what was there stays when it cannot be written, and that is logged.
void write_job(const std::filesystem::path& path, const Job& job);

/// Every job of the folder, in the order in which they came; a file that is no job's is left alone.
std::vector<Job> read_jobs(const std::filesystem::path& folder);

}  // namespace lotline::http
