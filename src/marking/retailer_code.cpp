#include "marking/retailer_code.h"

#include "base/text.h"
#include "marking/refusals.h"

namespace lotline::marking {

Result<RetailerCode> read_retailer_code(std::string_view text) {
  RetailerCode read;
  for (const char c : to_upper_ascii(trim(text))) {
    const bool letter = c >= 'A' && c <= 'Z';
    const bool digit = c >= '0' && c <= '9';
    const bool blank = c == ' ' || c == '.' || c == '-';
    if ((!letter && !digit && !blank) || (letter && !read.digits.empty()))
      return refuse(bad_retailer_code, "\"{}\"", text);
    if (letter) read.letters.push_back(c);
    if (digit) read.digits.push_back(c);
  }
  if (read.letters.size() < 2 || read.letters.size() > 8 || read.digits.size() > 6)
    return refuse(bad_retailer_code, "\"{}\"", text);
  read.code = read.letters + read.digits;
  return read;
}

}  // namespace lotline::marking
