#include "exchange/byte_stream.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "base/refusals.h"
#include "exchange/refusals.h"

namespace lotline::exchange {

namespace {

constexpr std::size_t kChunk = std::size_t{1} << 20;

}  // namespace

Result<ByteStream> ByteStream::open(const std::string& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) return refuse(unreadable_file, "{} is a directory", path);
  ByteStream stream;
  stream.name_ = path;
  stream.file_.reset(std::fopen(path.c_str(), "rb"));
  if (stream.file_ == nullptr) return refuse(unreadable_file, "{}: {}", path, std::strerror(errno));
  std::setvbuf(stream.file_.get(), nullptr, _IONBF, 0);
  if (std::filesystem::is_regular_file(path, error)) stream.total_ = std::filesystem::file_size(path, error);
  TRY(stream.pass_mark());
  return stream;
}

ByteStream ByteStream::of_text(std::string_view text, std::string name) {
  ByteStream stream;
  stream.name_ = std::move(name);
  stream.buffer_ = std::make_unique<char[]>(text.size() + kPadding);
  std::ranges::copy(text, stream.buffer_.get());
  stream.capacity_ = stream.size_ = stream.total_ = text.size();
  if (text.starts_with("\xEF\xBB\xBF")) stream.at_ = 3;
  return stream;
}

Result<void> ByteStream::pass_mark() {
  ensure(4);
  const std::string_view start{data(), std::min<std::size_t>(4, available())};
  const bool utf16 = start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF");
  if (utf16 || start.contains('\0')) return refuse(bad_encoding, "{}: JSON is UTF-8", name_);
  if (start.starts_with("\xEF\xBB\xBF")) advance(3);
  return {};
}

Result<void> ByteStream::rewind() {
  if (file_ == nullptr) {
    at_ = 0;
  } else {
    if (std::fseek(file_.get(), 0, SEEK_SET) != 0) return refuse(epcis_read_once, "{}", name_);
    at_ = size_ = 0;
    before_ = 0;
  }
  return pass_mark();
}

bool ByteStream::fill(std::size_t count) {
  if (file_ == nullptr) return false;
  const std::size_t kept = available();
  if (count + kChunk > capacity_) {
    const std::size_t capacity = std::max(count + kChunk, capacity_ * 2);
    auto larger = std::make_unique<char[]>(capacity + kPadding);
    if (kept > 0) std::memcpy(larger.get(), data(), kept);
    buffer_ = std::move(larger);
    capacity_ = capacity;
  } else if (kept > 0) {
    std::memmove(buffer_.get(), data(), kept);
  }
  before_ += at_;
  at_ = 0;
  size_ = kept;
  while (size_ < count) {
    const std::size_t got = std::fread(buffer_.get() + size_, 1, capacity_ - size_, file_.get());
    if (got == 0) break;
    size_ += got;
  }
  return size_ >= count;
}

}  // namespace lotline::exchange
