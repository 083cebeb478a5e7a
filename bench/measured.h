#pragma once
// How things are measured: each in a process of its own where its memory is told, times by their spread.

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace lotline::bench {

/// Runs in a child process; its seconds come back through a pipe, its peak memory from the kernel.
struct InChild {
  double seconds = 0;
  double peak_mib = 0;
};

template <class Act>
InChild in_child(const Act& act) {
  int ends[2];
  if (pipe(ends) != 0) throw std::runtime_error("no pipe");
  const pid_t child = fork();
  if (child == 0) {
    const double took = act();
    const bool told = write(ends[1], &took, sizeof took) == sizeof took;
    _exit(told ? 0 : 1);
  }
  close(ends[1]);
  InChild result;
  const bool told = read(ends[0], &result.seconds, sizeof result.seconds) == sizeof result.seconds;
  close(ends[0]);
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  if (!told || status != 0) throw std::runtime_error("the measured process failed");
  result.peak_mib = static_cast<double>(usage.ru_maxrss) / 1024;
  return result;
}

/// Milliseconds that half and that 99 of a hundred stayed below.
struct Spread {
  double p50 = 0;
  double p99 = 0;
};

inline Spread spread_of(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  return {times[times.size() / 2] * 1e3, times[times.size() * 99 / 100] * 1e3};
}

}  // namespace lotline::bench
