#include "http/compressed.h"

#include <zlib.h>

#include "base/check.h"
#include "base/text.h"

namespace lotline::http {

std::string compressed(std::string_view text) {
  z_stream stream{};
  constexpr int kGzip = 15 + 16;
  CHECK(deflateInit2(&stream, 4, Z_DEFLATED, kGzip, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));  // zlib 1.2 has no const here
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int done = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  CHECK(done == Z_STREAM_END);
  return out;
}

bool takes_gzip(std::string_view accept_encoding) {
  for (const std::string_view part : split(accept_encoding, ',')) {
    const std::string_view coding = trim(part.substr(0, part.find(';')));
    const bool refused = part.find("q=0") != std::string_view::npos && part.find("q=0.") == std::string_view::npos;
    if (coding == "gzip" && !refused) return true;
  }
  return false;
}

}  // namespace lotline::http
