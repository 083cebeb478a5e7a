#pragma once
// Microstamps: codes that a firing pin leaves on the primer (paras 48, 49). They point at a firearm, not at a lot.

#include <string>
#include <string_view>
#include <vector>

namespace lotline::marking {

/// A microstamp as an examiner read it.
struct Microstamp {
  std::string code;         ///< as read; `?` is one unread character
  std::string reliability;  ///< how clear the impression is, in the examiner's words; empty when not stated
  std::string tampering;    ///< signs of filing, exchange of the pin, ...; empty when none were seen
};

/// What a microstamp read says about a recorded code. Always a lead to a firearm, never to a lot of ammunition.
struct MicrostampMatch {
  bool possible = false;  ///< no character that was read differs
  bool whole = false;     ///< and none was left unread
  std::vector<std::string> reasons;
  std::string_view caution;  ///< microstamp_caution()
};

/// Letters and digits in upper case; `?` is kept.
std::string microstamp_key(std::string_view text);

/// Whether what was read can be the recorded code: same length, every character that was read the same.
bool may_be(const Microstamp& read, std::string_view recorded);

/// The same with its reasons: characters unread, the examiner's words on reliability and tampering.
MicrostampMatch compare(const Microstamp& read, std::string_view recorded);

/// What is said with every microstamp: research on reliability, durability and tampering is insufficient (para 49).
std::string_view microstamp_caution();

}  // namespace lotline::marking
