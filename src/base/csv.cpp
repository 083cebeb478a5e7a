#include "base/csv.h"

#include <cstdio>
#include <cstring>
#include <filesystem>

#include "base/refusals.h"
#include "base/text.h"

namespace lotline {

namespace {

/// Most fields of a row; no template has a tenth of them.
constexpr std::size_t kMostFields = 1001;

/// Where a field stands, counted from the row's first byte, since a refill moves the bytes.
struct Span {
  std::size_t begin, end;
  bool doubled;  // holds doubled quotes
};

/// What the characters of one row say, and where it ends.
struct Scan {
  std::vector<Span> spans;
  std::size_t length = 0;           // of the row, without its line end
  std::size_t skip = 0;             // with it
  std::size_t lines = 0;            // line ends among the bytes skipped
  bool too_long = false;            // the row's end may lie further on
  const char* malformed = nullptr;  // what is wrong with it
};

std::string undoubled(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    plain.push_back(text[i]);
    if (text[i] == '"') ++i;
  }
  return plain;
}

Result<void> refuse_other_encodings(std::string_view start, const std::string& name) {
  const auto starts = [&](std::string_view mark) { return start.substr(0, mark.size()) == mark; };
  const bool utf16 = starts("\xFF\xFE") || starts("\xFE\xFF");
  if (utf16) return refuse(bad_encoding, "{}: this is UTF-16; save it as UTF-8", name);
  const bool has_nul = start.substr(0, 4096).find('\0') != std::string_view::npos;
  if (has_nul) return refuse(bad_encoding, "{}: it holds NUL bytes (UTF-16, UTF-32 or not text at all)", name);
  return {};
}

}  // namespace

struct CsvReader::State {
  std::string name;
  std::FILE* file = nullptr;
  std::uint64_t total = 0;
  std::uint64_t consumed = 0;  // bytes handed out as rows
  std::string buffer;          // bytes read and not yet handed out, from `begin`
  std::size_t begin = 0;
  bool at_end = false;  // nothing more will be read into the buffer
  bool ended = false;   // no further row
  bool started = false;
  bool within_line = false;   // the rest of an over-long line is still to be passed over
  std::size_t next_line = 1;  // line number at `begin`
  std::size_t row_line = 1;
  Scan row;                           // the row last tried
  std::string_view raw;               // its bytes
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

  void pass(std::size_t bytes) {
    begin += bytes;
    consumed += bytes;
  }
  void pass_rest_of_line() {
    while (within_line) {
      const auto end = buffer.find('\n', begin);
      within_line = end == std::string::npos;
      if (!within_line) ++next_line;
      pass(within_line ? buffer.size() - begin : end + 1 - begin);
      if (within_line && !fill()) return;
    }
  }

  /// Finds the end of the row at `begin`, a line break outside quotes, and its fields; false at the end of the file.
  bool scan() {
    row.spans.clear();
    row.lines = 0, row.malformed = nullptr;
    std::size_t at = 0;
    std::size_t field = 0;
    std::size_t opened_line_end = 0;  // of the line in which the quote now open was opened; 0: not reached yet
    std::size_t lines_to_there = 0;
    enum { start, plain, quoted, closed, ending } where = start;
    bool doubled = false;
    row_line = next_line;
    for (;; ++at) {
      if (begin + at >= buffer.size()) {
        row.too_long = at > kLongestRow;
        if (!row.too_long && fill()) {
          --at;
          continue;
        }
        if (at == 0) return false;
        row.skip = at;
        row.length = where != quoted && buffer[begin + at - 1] == '\r' ? at - 1 : at;
        break;
      }
      const char c = buffer[begin + at];
      if (c == '\n') {
        ++row.lines;
        if (where != quoted) {
          row.skip = at + 1;
          row.length = at > 0 && buffer[begin + at - 1] == '\r' ? at - 1 : at;
          row.too_long = false;
          break;
        }
        if (opened_line_end == 0) opened_line_end = at + 1, lines_to_there = row.lines;
      } else if (c == '"') {
        if (where == start) {
          where = quoted, field = at + 1, opened_line_end = 0;
        } else if (where == quoted) {
          where = closed;
        } else if (where == closed) {
          where = quoted, doubled = true;
        } else if (row.malformed == nullptr) {
          row.malformed = "a quote stands inside an unquoted field";
        }
      } else if (c == ',' && where != quoted && where != ending) {
        if (row.spans.size() + 1 == kMostFields) row.malformed = "more than a thousand fields in one row";
        if (row.spans.size() < kMostFields)
          row.spans.push_back(where == closed ? Span{field, at - 1, doubled} : Span{field, at, false});
        where = start, field = at + 1, doubled = false;
      } else if (where == start) {
        where = plain;
      } else if (where == closed && c == '\r') {
        where = ending;
      } else if (where == closed || where == ending) {
        row.malformed = "text follows a closing quote";
        where = plain;
      }
    }
    if (where == quoted && opened_line_end > 0) {
      row.skip = opened_line_end, row.lines = lines_to_there, row.too_long = false;
      row.length = opened_line_end - (buffer[begin + opened_line_end - 2] == '\r' ? 2 : 1);
    }
    if (where == quoted) {
      if (row.malformed == nullptr) row.malformed = "a quote is never closed";
      row.spans.push_back(Span{field, std::max(field, row.length), false});
    } else if (where == closed || where == ending) {
      // The closing quote is the last character before the line end.
      row.spans.push_back(Span{field, row.length - 1, doubled});
    } else {
      row.spans.push_back(Span{field, std::max(field, row.length), false});
    }
    return true;
  }

  /// The row scanned last, with the text of its fields.
  CsvRow read() {
    CsvRow result{row_line, {}, raw};
    result.fields.reserve(row.spans.size());
    unquoted.clear();
    unquoted.reserve(row.spans.size());
    for (const Span& span : row.spans) {
      const auto text = raw.substr(span.begin, span.end - span.begin);
      result.fields.push_back(span.doubled ? unquoted.emplace_back(undoubled(text)) : text);
    }
    return result;
  }
};

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
    s.pass_rest_of_line();
    if (!s.scan()) {
      s.ended = true;
      return std::nullopt;
    }
    s.raw = {s.buffer.data() + s.begin, s.row.length};
    s.pass(s.row.skip);
    s.next_line += s.row.lines;
    s.within_line = s.row.too_long;
    const bool too_long = s.row.too_long || s.row.length > kLongestRow;
    if (too_long) return refuse(line_too_long, "{}:{}", s.name, s.row_line);
    const char* malformed = s.row.malformed;
    if (malformed != nullptr) return refuse(bad_csv, "{}:{}: {}", s.name, s.row_line, malformed);
    if (trim(s.raw).empty()) continue;
    const bool is_text = s.raw.find('\0') == std::string_view::npos && is_utf8(s.raw);
    if (!is_text) return refuse(bad_encoding, "{}:{}: save the file as UTF-8", s.name, s.row_line);
    return s.read();
  }
}

CsvRow CsvReader::refused_row() const {
  State& s = *state_;
  if (s.raw.size() > kKeptOfRefused) return {s.row_line, {}, s.raw.substr(0, kKeptOfRefused), false};
  return s.read();
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
