#include "base/csv.h"

#include <cstdio>
#include <cstring>
#include <filesystem>

#include "base/refusals.h"
#include "base/text.h"

namespace lotline {

struct CsvReader::State {
  std::string name;
  std::FILE* file = nullptr;
  std::uint64_t total = 0;
  std::uint64_t consumed = 0;  // bytes handed out as rows
  std::string buffer;          // bytes read and not yet handed out, from `begin`
  std::size_t begin = 0;
  bool at_end = false;  // nothing more will be read into the buffer
  bool ended = false;   // no further row, after a fault that cannot be passed over
  bool started = false;
  std::size_t next_line = 1;  // line number at `begin`
  std::size_t row_line = 1;
  std::vector<std::string> unquoted;  // storage for fields that held doubled quotes

  ~State() {
    if (file != nullptr) std::fclose(file);
  }

  /// Reads more bytes behind those kept; returns false when there are none.
  bool fill() {
    if (at_end) return false;
    if (begin > 0) {
      buffer.erase(0, begin);
      begin = 0;
    }
    constexpr std::size_t chunk = std::size_t{1} << 18;
    const std::size_t kept = buffer.size();
    buffer.resize(kept + chunk);
    const std::size_t got = std::fread(buffer.data() + kept, 1, chunk, file);
    buffer.resize(kept + got);
    if (got == 0) at_end = true;
    return got > 0;
  }
};

namespace {

Result<void> refuse_other_encodings(std::string_view start, const std::string& name) {
  const auto starts = [&](std::string_view mark) { return start.substr(0, mark.size()) == mark; };
  const bool utf16 = starts("\xFF\xFE") || starts("\xFE\xFF");
  if (utf16) return refuse(bad_encoding, "{}: this is UTF-16; save it as UTF-8", name);
  const bool has_nul = start.substr(0, 4096).find('\0') != std::string_view::npos;
  if (has_nul) return refuse(bad_encoding, "{}: it holds NUL bytes (UTF-16, UTF-32 or not text at all)", name);
  return {};
}

struct Span {
  std::size_t begin, end;
  bool doubled;  // holds doubled quotes
};

}  // namespace

CsvReader::CsvReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
CsvReader::CsvReader(CsvReader&&) noexcept = default;
CsvReader& CsvReader::operator=(CsvReader&&) noexcept = default;
CsvReader::~CsvReader() = default;

Result<CsvReader> CsvReader::open(const std::string& path) {
  auto state = std::make_unique<State>();
  state->name = path;
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) return refuse(unreadable_file, "{} is a directory", path);
  state->file = std::fopen(path.c_str(), "rb");
  if (state->file == nullptr) return refuse(unreadable_file, "{}: {}", path, std::strerror(errno));
  const auto size = std::filesystem::file_size(path, error);
  if (!error) state->total = size;
  return CsvReader(std::move(state));
}

CsvReader CsvReader::of_text(std::string text, std::string name) {
  auto state = std::make_unique<State>();
  state->name = std::move(name);
  state->total = text.size();
  state->buffer = std::move(text);
  state->at_end = true;
  return CsvReader(std::move(state));
}

bool CsvReader::recoverable() const { return !state_->ended; }
std::size_t CsvReader::line() const { return state_->row_line; }
std::uint64_t CsvReader::bytes_read() const { return state_->consumed; }
std::uint64_t CsvReader::bytes_total() const { return state_->total; }
const std::string& CsvReader::name() const { return state_->name; }

Result<std::optional<CsvRow>> CsvReader::next() {
  State& s = *state_;
  if (s.ended) return std::nullopt;
  if (!s.started) {
    s.started = true;
    s.fill();
    if (const auto encoding = refuse_other_encodings(s.buffer, s.name); !encoding) {
      s.ended = true;
      return std::unexpected(encoding.error());
    }
    if (s.buffer.starts_with("\xEF\xBB\xBF")) s.begin = 3;
  }

  for (;;) {
    // Find the row's end: a line break outside quotes. `at` counts from s.begin, which a refill moves.
    std::vector<Span> spans;
    std::size_t at = 0;
    std::size_t field = 0;
    std::size_t lines = 0;
    enum { start, plain, quoted, closed, ending } where = start;
    bool doubled = false;
    const char* malformed = nullptr;
    std::size_t length = 0;  // of the row, without its line end
    std::size_t skip = 0;    // with it
    s.row_line = s.next_line;
    for (;; ++at) {
      if (s.begin + at >= s.buffer.size()) {
        if (at > kLongestRow) {
          s.ended = true;
          return refuse(line_too_long, "{}:{}", s.name, s.row_line);
        }
        if (s.fill()) {
          --at;
          continue;
        }
        if (at == 0) {
          s.ended = true;
          return std::nullopt;
        }
        if (where == quoted && malformed == nullptr) malformed = "a quote is never closed";
        skip = at;
        length = where != quoted && s.buffer[s.begin + at - 1] == '\r' ? at - 1 : at;
        break;
      }
      const char c = s.buffer[s.begin + at];
      if (c == '\n') {
        ++lines;
        if (where != quoted) {
          skip = at + 1;
          length = at > 0 && s.buffer[s.begin + at - 1] == '\r' ? at - 1 : at;
          break;
        }
      } else if (c == '"') {
        if (where == start) {
          where = quoted, field = at + 1;
        } else if (where == quoted) {
          where = closed;
        } else if (where == closed) {
          where = quoted, doubled = true;
        } else if (malformed == nullptr) {
          malformed = "a quote stands inside an unquoted field";
        }
      } else if (c == ',' && where != quoted && where != ending) {
        spans.push_back(where == closed ? Span{field, at - 1, doubled} : Span{field, at, false});
        where = start, field = at + 1, doubled = false;
        if (spans.size() > 1000) {
          s.ended = true;
          return refuse(bad_csv, "{}:{}: more than a thousand fields in one row", s.name, s.row_line);
        }
      } else if (where == start) {
        where = plain;
      } else if (where == closed && c == '\r') {
        where = ending;
      } else if (where == closed || where == ending) {
        malformed = "text follows a closing quote";
        where = plain;
      }
    }
    if (where == closed || where == ending) {
      // The closing quote is the last character before the line end.
      spans.push_back(Span{field, length - 1, doubled});
    } else {
      spans.push_back(Span{field, std::max(field, length), false});
    }

    const std::string_view raw{s.buffer.data() + s.begin, length};
    s.begin += skip;
    s.consumed += skip;
    s.next_line += lines;
    if (length > kLongestRow) {
      s.ended = true;
      return refuse(line_too_long, "{}:{}", s.name, s.row_line);
    }
    if (malformed != nullptr) {
      if (where == quoted) s.ended = true;
      return refuse(bad_csv, "{}:{}: {}", s.name, s.row_line, malformed);
    }
    if (trim(raw).empty()) continue;
    if (raw.find('\0') != std::string_view::npos || !is_utf8(raw)) {
      s.ended = true;
      return refuse(bad_encoding, "{}:{}: save the file as UTF-8", s.name, s.row_line);
    }

    CsvRow row{s.row_line, {}, raw};
    row.fields.reserve(spans.size());
    s.unquoted.clear();
    s.unquoted.reserve(spans.size());
    for (const Span& span : spans) {
      const auto text = raw.substr(span.begin, span.end - span.begin);
      if (!span.doubled) {
        row.fields.push_back(text);
        continue;
      }
      std::string& plain_text = s.unquoted.emplace_back();
      for (std::size_t i = 0; i < text.size(); ++i) {
        plain_text.push_back(text[i]);
        if (text[i] == '"') ++i;
      }
      row.fields.push_back(plain_text);
    }
    return row;
  }
}

std::string csv_field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string{text};
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted.push_back('"');
    quoted.push_back(c);
  }
  quoted.push_back('"');
  return quoted;
}

std::string csv_row(const std::vector<std::string>& fields) {
  std::string row;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) row.push_back(',');
    row += csv_field(fields[i]);
  }
  return row + "\n";
}

}  // namespace lotline
