#pragma once
// Which of the marks of a fired case a surface shows (paper, para 76; AFTE glossary).

#include "base/words.h"

namespace lotline {

namespace surface {

/// breech_face: the area round the firing pin pressed against the breech; firing_pin: the pit the pin left;
/// ejector_mark: where the ejector struck the rim.
enum class Mark : unsigned char { breech_face, firing_pin, ejector_mark };

}  // namespace surface

template <>
struct Words<surface::Mark> {
  static constexpr std::array<Word<surface::Mark>, 3> all{{{surface::Mark::breech_face, "breech_face"},
                                                           {surface::Mark::firing_pin, "firing_pin"},
                                                           {surface::Mark::ejector_mark, "ejector_mark"}}};
};

}  // namespace lotline
