#include "exchange/epcis_hash_value.h"

#include <array>
#include <charconv>
#include <chrono>

#include "base/text.h"
#include "exchange/epcis_formats.h"
#include "exchange/epcis_identifier.h"

namespace lotline::exchange {

namespace {

std::string utc(std::int64_t milliseconds) {
  using namespace std::chrono;
  const sys_time<std::chrono::milliseconds> moment{std::chrono::milliseconds{milliseconds}};
  const auto day = floor<days>(moment);
  const year_month_day date{day};
  const hh_mm_ss time{moment - day};
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", int{date.year()}, unsigned{date.month()},
                     unsigned{date.day()}, time.hours().count(), time.minutes().count(), time.seconds().count(),
                     time.subseconds().count());
}

bool all_digits(std::string_view text) { return text.find_first_not_of("0123456789") == std::string_view::npos; }

/// A decimal number without idle zeros; nothing when the text is none.
std::string plain_number(std::string_view text) {
  std::string_view digits = text;
  const bool negative = digits.starts_with('-');
  if (negative || digits.starts_with('+')) digits.remove_prefix(1);
  const auto exponent = digits.find_first_of("eE");
  const auto mantissa = digits.substr(0, exponent);
  const auto point = std::min(mantissa.find('.'), mantissa.size());
  auto whole = mantissa.substr(0, point);
  auto fraction = mantissa.substr(std::min(point + 1, mantissa.size()));
  if ((whole.empty() && fraction.empty()) || !all_digits(whole) || !all_digits(fraction)) return {};
  if (exponent != std::string_view::npos) {
    double number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size()) return {};
    std::string written;
    append_number(written, negative ? -number : number);
    return written;
  }
  while (whole.size() > 1 && whole.starts_with('0')) whole.remove_prefix(1);
  while (fraction.ends_with('0')) fraction.remove_suffix(1);
  std::string written{whole.empty() ? "0" : whole};
  if (!fraction.empty()) written.append(".").append(fraction);
  return negative && written != "0" ? "-" + written : written;
}

/// urn:epcglobal:cbv:bizstep:shipping as its address; nothing for another text.
std::string cbv_address(std::string_view text) {
  constexpr auto kOlder = std::to_array<std::pair<std::string_view, std::string_view>>(
      {{"urn:epcglobal:cbv:bizstep:", "https://ref.gs1.org/cbv/BizStep-"},
       {"urn:epcglobal:cbv:disp:", "https://ref.gs1.org/cbv/Disp-"},
       {"urn:epcglobal:cbv:btt:", "https://ref.gs1.org/cbv/BTT-"},
       {"urn:epcglobal:cbv:sdt:", "https://ref.gs1.org/cbv/SDT-"},
       {"urn:epcglobal:cbv:er:", "https://ref.gs1.org/cbv/ER-"}});
  for (const auto& [urn, address] : kOlder)
    if (text.starts_with(urn)) return std::string{address}.append(text.substr(urn.size()));
  return {};
}

}  // namespace

std::string hash_text(std::string_view text) {
  text = trim(text);
  if (text.empty()) return {};
  if (auto number = plain_number(text); !number.empty()) return number;
  if (const auto time = parse_epcis_time(text)) return utc(time->milliseconds);
  if (auto address = cbv_address(text); !address.empty()) return address;
  return read_epcis_identifier(text).canonical;
}

std::string hash_value(const dom::element& value) {
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return hash_text(text);
  std::string written;
  // A canonical text of a scalar is refused for nothing.
  if (!append_canonical(written, value)) return {};
  return written;
}

}  // namespace lotline::exchange
