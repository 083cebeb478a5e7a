#pragma once
// The bytes of a file, or of a text in memory, from where we stand to as far ahead as is asked for.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "base/refusal.h"

namespace lotline::exchange {

class ByteStream {
 public:
  /// Bytes past those available that may be read without fault; their content means nothing.
  static constexpr std::size_t kPadding = 64;

  /// Refuses a directory, what cannot be opened, UTF-16 and UTF-32; passes over a UTF-8 byte-order mark.
  static Result<ByteStream> open(const std::string& path);
  static ByteStream of_text(std::string_view text, std::string name);

  [[nodiscard]] int peek() { return ensure(1) ? static_cast<unsigned char>(buffer_[at_]) : -1; }  ///< -1 at the end
  [[nodiscard]] const char* data() const { return buffer_.get() + at_; }
  [[nodiscard]] std::size_t available() const { return size_ - at_; }
  /// Has at least that many bytes available, unless the end comes before. What data() gave is then no longer valid.
  bool ensure(std::size_t count) { return available() >= count || fill(count); }
  /// REQUIRES no more than are available.
  void advance(std::size_t count) { at_ += count; }
  /// Goes back to the beginning. Refuses what can be read only once, such as a pipe.
  Result<void> rewind();
  /// Whether reading ended because the device failed, not because the file did.
  [[nodiscard]] bool failed() const { return file_ != nullptr && std::ferror(file_.get()) != 0; }

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::uint64_t offset() const { return before_ + at_; }  ///< bytes from the beginning
  [[nodiscard]] std::uint64_t total() const { return total_; }          ///< 0 when it cannot be known

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  bool fill(std::size_t count);
  Result<void> pass_mark();

  std::string name_;
  std::unique_ptr<std::FILE, Close> file_;
  std::unique_ptr<char[]> buffer_;
  std::size_t capacity_ = 0;  ///< without the padding
  std::size_t size_ = 0;      ///< bytes read into the buffer
  std::size_t at_ = 0;        ///< where we stand in it
  std::uint64_t before_ = 0;  ///< bytes that have left the buffer
  std::uint64_t total_ = 0;
};

}  // namespace lotline::exchange
