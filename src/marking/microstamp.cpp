#include "marking/microstamp.h"

#include <algorithm>

#include "base/text.h"

namespace lotline::marking {

std::string microstamp_key(std::string_view text) {
  std::string key;
  for (const char c : to_upper_ascii(text))
    if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '?') key.push_back(c);
  return key;
}

bool may_be(const Microstamp& read, std::string_view recorded) {
  const std::string seen = microstamp_key(read.code);
  const std::string known = microstamp_key(recorded);
  if (seen.empty() || seen.size() != known.size()) return false;
  for (std::size_t i = 0; i < seen.size(); ++i)
    if (seen[i] != '?' && seen[i] != known[i]) return false;
  return true;
}

MicrostampMatch compare(const Microstamp& read, std::string_view recorded) {
  MicrostampMatch match;
  match.caution = microstamp_caution();
  match.possible = may_be(read, recorded);
  const auto key = microstamp_key(read.code);
  const auto unread = std::ranges::count(key, '?');
  match.whole = match.possible && unread == 0;
  if (!match.possible)
    match.reasons.emplace_back("what was read differs from the recorded code");
  else if (unread > 0)
    match.reasons.push_back(fmt::format("{} of {} characters were not read: others may fit too", unread, key.size()));
  else
    match.reasons.emplace_back("every character is that of the recorded code");
  match.reasons.push_back(read.reliability.empty() ? "reliability of the reading not stated"
                                                   : "reliability: " + read.reliability);
  match.reasons.push_back(read.tampering.empty() ? "no sign of tampering was noted"
                                                 : "signs of tampering: " + read.tampering);
  return match;
}

std::string_view microstamp_caution() {
  return "A microstamp is a lead to a firearm. Reliability, durability and resistance to tampering are not "
         "sufficiently researched (para 49); it never closes a trace by itself.";
}

}  // namespace lotline::marking
