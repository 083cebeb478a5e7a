#include "exchange/epcis_own.h"

#include <algorithm>

#include "base/text.h"
#include "marking/percent_code.h"

namespace lotline::exchange {

namespace {

constexpr std::string_view kOwnThings = "https://lotline.example/id/";
constexpr std::string_view kHeadstamp = "/headstamp/";

/// The parts between slashes, unescaped; nothing when one is wrongly escaped or not UTF-8. Empty parts are kept.
std::optional<std::vector<std::string>> decoded_parts(std::string_view path) {
  std::vector<std::string> parts;
  for (;;) {
    const auto slash = path.find('/');
    auto part = marking::percent_decoded(path.substr(0, slash));
    if (!part || !is_utf8(*part)) return std::nullopt;
    parts.push_back(*std::move(part));
    if (slash == std::string_view::npos) return parts;
    path.remove_prefix(slash + 1);
  }
}

std::string text_in(const EpcisExtensions& extensions, std::string_view space, std::string_view name) {
  const auto found = std::ranges::find_if(
      extensions, [&](const EpcisExtension& each) { return each.name == name && each.space == space; });
  return found == extensions.end() ? std::string{} : found->text;
}

}  // namespace

std::string own_uri(std::string_view kind, std::initializer_list<std::string_view> parts) {
  std::string uri{kOwnThings};
  uri.append(kind);
  for (const std::string_view part : parts) {
    uri.append("/").append(marking::percent_encoded(part));
  }
  return uri;
}

std::optional<OwnUri> read_own_uri(std::string_view uri) {
  if (!uri.starts_with(kOwnThings)) return std::nullopt;
  uri.remove_prefix(kOwnThings.size());
  const auto slash = uri.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  auto parts = decoded_parts(uri.substr(slash + 1));
  if (!parts) return std::nullopt;
  return OwnUri{uri.substr(0, slash), *std::move(parts)};
}

std::optional<std::string> read_headstamp_uri(std::string_view uri) {
  const auto at = uri.find(kHeadstamp);
  if (at == std::string_view::npos) return std::nullopt;
  const auto parts = decoded_parts(uri.substr(at + kHeadstamp.size()));
  if (!parts) return std::nullopt;
  std::string read;
  for (const std::string& part : *parts) read.append(read.empty() || part.empty() ? "" : " ").append(part);
  if (read.empty()) return std::nullopt;
  return read;
}

std::string_view own_word(const EpcisWord& word) {
  const std::string_view uri = word.uri;
  return uri.starts_with(kOwnSpace) ? uri.substr(kOwnSpace.size()) : std::string_view{};
}

std::string_view local_name(const EpcisWord& word) {
  if (!word.word.empty()) return word.word;
  const std::string_view uri = word.uri;
  const auto at = uri.find_last_of("#/:");
  return at == std::string_view::npos ? uri : uri.substr(at + 1);
}

std::string own_text(const EpcisExtensions& extensions, std::string_view name) {
  return text_in(extensions, kOwnSpace, name);
}
std::string ammunition_text(const EpcisExtensions& extensions, std::string_view name) {
  return text_in(extensions, kAmmunitionSpace, name);
}

}  // namespace lotline::exchange
