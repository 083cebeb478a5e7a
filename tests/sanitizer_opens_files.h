#pragma once
// The undefined-behaviour sanitizer opens a pipe to look whether memory is there: a test that leaves a process no file to
// open is not for it.

namespace lotline {

#if defined(__clang__) && __has_feature(undefined_behavior_sanitizer)
inline constexpr bool kSanitizerOpensFiles = true;
#else
inline constexpr bool kSanitizerOpensFiles = false;
#endif

}  // namespace lotline
