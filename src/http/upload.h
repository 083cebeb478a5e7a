#pragma once
// A file that comes in, written to the disk as it comes; removed with this object unless somebody moved it away.

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string_view>

namespace lotline::http {

class Upload {
 public:
  /// Begins a file of mode 0600 in the folder, which is made (0700) when it is not there.
  Upload(const std::filesystem::path& folder, std::string_view name);
  ~Upload();
  Upload(const Upload&) = delete;
  Upload& operator=(const Upload&) = delete;

  void append(std::string_view bytes);
  /// False when the file could not be made or written to its end.
  [[nodiscard]] bool close();
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  struct Closed {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::filesystem::path path_;
  std::unique_ptr<std::FILE, Closed> file_;
  bool good_ = false;
};

}  // namespace lotline::http
