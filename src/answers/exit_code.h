#pragma once
// Exit codes of the program.

namespace lotline::answers {

inline constexpr int kDone = 0;
inline constexpr int kRefused = 1;
inline constexpr int kWrongWords = 2;
inline constexpr int kFault = 3;

}  // namespace lotline::answers
