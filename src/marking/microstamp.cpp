#include "marking/microstamp.h"

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

std::string_view microstamp_caution() {
  return "A microstamp is a lead to a firearm. Reliability, durability and resistance to tampering are not "
         "sufficiently "
         "researched (para 49); it never closes a trace by itself.";
}

}  // namespace lotline::marking
