// The program: the clock, the salts and the words, handed to the command line.

#include "cli/run.h"

int main(int argc, char** argv) { return lotline::cli::run(argc, argv); }
