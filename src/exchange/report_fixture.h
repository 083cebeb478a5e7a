#pragma once
// What tests of reports on paper ask of them.

#include <string>
#include <string_view>

namespace lotline::exchange {

inline int pages_of(const std::string& pdf) {
  int pages = 0;
  constexpr std::string_view mark = "/Type /Page";  // and not that of the tree of them, /Pages
  for (auto at = pdf.find(mark); at != std::string::npos; at = pdf.find(mark, at + 1))
    if (pdf[at + mark.size()] != 's') ++pages;
  return pages;
}

}  // namespace lotline::exchange
