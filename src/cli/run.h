#pragma once

namespace lotline::cli {

/// Runs the program on its words; catches what libraries and the disk throw. Returns the exit code.
int run(int argc, char** argv);

}  // namespace lotline::cli
