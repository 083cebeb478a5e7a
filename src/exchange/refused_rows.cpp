#include "exchange/refused_rows.h"

#include <fmt/format.h>

#include "base/refusals.h"
#include "base/text.h"

namespace lotline::exchange {

namespace {

/// Bytes of the UTF-8 character that stands at the front; 0 when none does.
std::size_t character_at(std::string_view bytes) {
  for (std::size_t length = 1; length <= std::min<std::size_t>(4, bytes.size()); ++length)
    if (is_utf8(bytes.substr(0, length))) return length;
  return 0;
}

bool is_control(char c) { return (c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7F; }

/// A reading of a field whose bytes are no text: what cannot be told is a character that no record may hold, so that it
/// has to be mended.
std::string legible(std::string_view field) {
  std::string text;
  while (!field.empty()) {
    const std::size_t length = character_at(field);
    text += length == 0 || field.front() == '\0' ? "\uFFFD" : field.substr(0, length);
    field.remove_prefix(std::max<std::size_t>(1, length));
  }
  return text;
}

}  // namespace

std::string text_of_bytes(std::string_view bytes) {
  std::string text;
  while (!bytes.empty()) {
    const std::size_t length = character_at(bytes);
    if (length == 0 || is_control(bytes.front()))
      text += fmt::format("\\x{:02X}", static_cast<unsigned char>(bytes.front()));
    else if (bytes.front() == '\\')
      text += "\\\\";
    else
      text += bytes.substr(0, length);
    bytes.remove_prefix(std::max<std::size_t>(1, length));
  }
  return text;
}

Result<void> RefusedRows::write_fields(const CsvRow& row, const Refusal& refusal) {
  std::string text;
  for (std::size_t i = 0; i < columns_.size(); ++i)
    if (columns_[i] == kRefusedRowColumn) text = row.fields[i];
  return write(row, fmt::format("{} {}: {}", refusal.number, refusal.name, refusal.text), text);
}

Result<void> RefusedRows::write_text(const CsvRow& row, const Refusal& refusal) {
  std::string reason = fmt::format("{} {}: {}", refusal.number, refusal.name, refusal.text);
  if (!row.whole) reason += fmt::format("; only its first {} bytes are kept, mend the file itself", row.raw.size());
  return write(row, std::move(reason), text_of_bytes(row.raw));
}

Result<void> RefusedRows::write(const CsvRow& row, std::string reason, std::string text) {
  std::vector<std::string> line;
  if (!file_.is_open()) {
    file_.open(path_, std::ios::binary | std::ios::trunc);
    for (const std::string& column : columns_)
      if (column != kRefusedColumn && column != kRefusedRowColumn) line.push_back(column);
    line.emplace_back(kRefusedColumn);
    line.emplace_back(kRefusedRowColumn);
    file_ << csv_row(line);
    line.clear();
  }
  for (std::size_t i = 0; i < columns_.size(); ++i)
    if (columns_[i] != kRefusedColumn && columns_[i] != kRefusedRowColumn)
      line.push_back(i < row.fields.size() ? legible(row.fields[i]) : "");
  line.push_back(std::move(reason));
  line.push_back(std::move(text));
  file_ << csv_row(line);
  if (!file_) return refuse(unwritable_file, "{}", path_);
  return {};
}

}  // namespace lotline::exchange
