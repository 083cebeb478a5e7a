#pragma once
// The least a service can do with the same HTTP library: the same kilobyte to every request, without a register, a
// session or a log. The peer of bench/service.

namespace lotline::bench {

/// Serves on a free port of this machine, prints it, and ends when its input does.
void serve_hello();

}  // namespace lotline::bench
