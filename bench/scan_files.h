#pragma once
// How fast an X3P file is read, beside libzip unpacking the heights of the same file and doing nothing else.

namespace lotline::bench {

/// 1,000 by 800 doubles, as an instrument's noise packs them and as a smooth surface does; the table, in processor time
/// of one core, goes to stdout.
void measure_scan_files();

}  // namespace lotline::bench
