#include "http/upload.h"

#include <fcntl.h>
#include <sys/stat.h>

namespace lotline::http {

Upload::Upload(const std::filesystem::path& folder, std::string_view name)
    : path_(folder / (std::string{name} + ".part")) {
  ::mkdir(folder.c_str(), S_IRWXU);
  const int file = ::open(path_.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file >= 0) file_.reset(::fdopen(file, "wb"));
  good_ = file_ != nullptr;
}

Upload::~Upload() {
  file_.reset();
  std::error_code error;
  std::filesystem::remove(path_, error);
}

void Upload::append(std::string_view bytes) {
  good_ = good_ && std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) == bytes.size();
}

bool Upload::close() {
  good_ = good_ && std::fflush(file_.get()) == 0;
  file_.reset();
  return good_;
}

}  // namespace lotline::http
