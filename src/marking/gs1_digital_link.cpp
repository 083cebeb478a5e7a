#include "marking/gs1_digital_link.h"

#include <algorithm>

#include "base/text.h"
#include "marking/percent_code.h"
#include "marking/refusals.h"

namespace lotline::marking {

namespace {

using Parts = std::vector<std::string_view>;

/// The text after the scheme, empty when it is no web address.
std::string_view after_scheme(std::string_view text) {
  const auto lower = to_lower_ascii(text.substr(0, 8));
  if (lower.starts_with("https://")) return text.substr(8);
  return lower.starts_with("http://") ? text.substr(7) : std::string_view{};
}

bool is_link_key(std::string_view ai) {
  const auto* identifier = find_identifier(ai);
  return identifier != nullptr && identifier->link_key;
}

/// Where the key stands: the first one from which whole pairs lead to the end.
std::size_t key_position(const Parts& path) {
  for (std::size_t i = 0; i + 1 < path.size(); ++i)
    if (is_link_key(path[i]) && (path.size() - i) % 2 == 0) return i;
  return path.size();
}

/// Whether the identifiers after the key are qualifiers of it, in one of the orders allowed.
bool qualifiers_in_order(const Gs1Elements& path) {
  const auto allowed = find_identifier(path.front().ai)->qualifiers;
  if (path.size() == 1) return true;
  return std::ranges::any_of(split(allowed, '|'), [&](std::string_view alternative) {
    const auto order = split(alternative, ',');
    auto next = order.begin();
    return std::all_of(path.begin() + 1, path.end(), [&](const Gs1Element& e) {
      next = std::find(next, order.end(), e.ai);
      if (next == order.end()) return false;
      ++next;
      return true;
    });
  });
}

void fill_trade_item_number(Gs1Element& element) {
  const auto length = element.value.size();
  if (element.ai == "01" && (length == 8 || length == 12 || length == 13)) element.value.insert(0, 14 - length, '0');
}

Result<Gs1Elements> split_path(std::string_view text) {
  auto path = split(text, '/');
  if (!path.empty() && path.back().empty()) path.pop_back();
  const auto key = key_position(path);
  if (key == path.size()) return refuse(bad_digital_link, "no GS1 key in \"/{}\"", text);
  Gs1Elements elements;
  for (std::size_t i = key; i < path.size(); i += 2)
    elements.push_back({std::string{path[i]}, TRY(percent_decoded(path[i + 1]))});
  if (!qualifiers_in_order(elements))
    return refuse(bad_digital_link, "what follows ({}) is not a qualifier of it, or not in its order", path[key]);
  fill_trade_item_number(elements.front());
  return elements;
}

Result<void> add_query(std::string_view query, Gs1Elements& elements) {
  std::string members{query};
  std::ranges::replace(members, ';', '&');
  for (const auto member : split(members, '&')) {
    const auto equals = std::min(member.find('='), member.size());
    const auto name = member.substr(0, equals);
    if (name.empty() || !in_character_set(name, 'N')) continue;
    const auto value = TRY(percent_decoded(member.substr(std::min(equals + 1, member.size()))));
    elements.push_back({std::string{name}, value});
  }
  return {};
}

/// The qualifiers of a key that stand among the elements, by the first alternative of which any does.
std::vector<std::string_view> present_qualifiers(const Gs1Identifier& key, const Gs1Elements& elements) {
  for (const auto alternative : split(key.qualifiers, '|')) {
    auto order = split(alternative, ',');
    std::erase_if(
        order, [&](std::string_view ai) { return std::ranges::find(elements, ai, &Gs1Element::ai) == elements.end(); });
    if (!order.empty()) return order;
  }
  return {};
}

}  // namespace

bool looks_like_link(std::string_view text) { return !after_scheme(text).empty(); }

Result<Gs1Elements> split_digital_link(std::string_view text) {
  text = after_scheme(trim(text));
  text = text.substr(0, text.find('#'));
  const auto question = std::min(text.find('?'), text.size());
  const auto slash = text.substr(0, question).find('/');
  if (slash == 0 || slash == std::string_view::npos) return refuse(bad_digital_link, "no domain or no path");
  auto elements = TRY(split_path(text.substr(slash + 1, question - slash - 1)));
  TRY(add_query(text.substr(std::min(question + 1, text.size())), elements));
  return elements;
}

Result<std::string> to_digital_link(const Gs1Elements& elements, std::string_view domain) {
  const auto key = std::ranges::find_if(elements, [](const Gs1Element& e) { return is_link_key(e.ai); });
  if (key == elements.end()) return refuse(not_encodable, "a Digital Link needs a key such as (00) or (01)");
  auto path = present_qualifiers(*find_identifier(key->ai), elements);
  path.insert(path.begin(), key->ai);
  std::string link = fmt::format("https://{}", domain);
  for (const auto ai : path)
    link += fmt::format("/{}/{}", ai, percent_encoded(std::ranges::find(elements, ai, &Gs1Element::ai)->value));
  char joint = '?';
  for (const auto& element : elements) {
    if (std::ranges::find(path, element.ai) != path.end()) continue;
    link += fmt::format("{}{}={}", joint, element.ai, percent_encoded(element.value));
    joint = '&';
  }
  return link;
}

}  // namespace lotline::marking
