#include "search/all_against_gallery.h"

#include <charconv>

#include "base/check.h"
#include "search/refusals.h"

namespace lotline::search {

namespace {

/// Before everything else; the digit is the version.
constexpr std::string_view kHead = "lotline search checkpoint 1\n";

/// Takes a line off the front.
std::optional<std::string_view> line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view taken = rest.substr(0, end);
  rest.remove_prefix(end + 1);
  return taken;
}

template <class Number>
bool read(std::optional<std::string_view> text, Number& number) {
  if (!text) return false;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  return error == std::errc{} && end == text->data() + text->size();
}

}  // namespace

std::string encode(const Checkpoint& checkpoint) {
  CHECK(checkpoint.options.find('\n') == std::string::npos);
  std::string bytes(kHead);
  bytes += fmt::format("{}\n{}\n{}\n{}\n", checkpoint.gallery_snapshot, checkpoint.options,
                       checkpoint.questioned.size(), checkpoint.done);
  for (const ItemNumber item : checkpoint.questioned) bytes += fmt::format("{}\n", item);
  return bytes;
}

Result<Checkpoint> decode_checkpoint(std::string_view bytes) {
  if (!bytes.starts_with(kHead)) return refuse(no_checkpoint, "it begins otherwise");
  bytes.remove_prefix(kHead.size());
  Checkpoint result;
  if (!read(line(bytes), result.gallery_snapshot)) return refuse(no_checkpoint, "it names no gallery");
  const auto options = line(bytes);
  if (!options) return refuse(no_checkpoint, "it names no options");
  result.options = *options;
  std::size_t count = 0;
  if (!read(line(bytes), count) || !read(line(bytes), result.done) || result.done > count)
    return refuse(no_checkpoint, "it does not say how far it came");
  // Each takes two bytes at least, so that no count asks for more memory than the file has.
  if (count > bytes.size() / 2) return refuse(no_checkpoint, "it ends before its {} items", count);
  result.questioned.resize(count);
  for (ItemNumber& item : result.questioned)
    if (!read(line(bytes), item)) return refuse(no_checkpoint, "an item has no number");
  if (!bytes.empty()) return refuse(no_checkpoint, "it goes on after its {} items", count);
  return result;
}

Result<void> search_all(const Checkpoint& run, const Checkpoint* from, const AllAgainstGallery& calls) {
  Checkpoint now = run;
  now.done = 0;
  if (from != nullptr) {
    if (from->gallery_snapshot != run.gallery_snapshot || from->options != run.options ||
        from->questioned != run.questioned)
      return refuse(other_search);
    now.done = from->done;
  }
  for (; now.done < now.questioned.size();) {
    TRY(calls.search_one(now.questioned[now.done]));
    ++now.done;
    TRY(calls.keep(now));
    if (calls.progress) calls.progress(now.done, now.questioned.size());
  }
  return {};
}

}  // namespace lotline::search
