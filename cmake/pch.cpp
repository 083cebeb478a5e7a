// Compiled once for its precompiled headers alone.
