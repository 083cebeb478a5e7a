#include "marking/glyphs.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace lotline::marking {

namespace {

/// Letters of one shape in Cyrillic and Latin, Cyrillic first.
constexpr std::u32string_view kSameShape = U"АAВBЕEКKМMНHОOРPСCТTХXІIЅSЈJЁE";

/// Pairs that worn or small marks make hard to tell apart.
constexpr std::u32string_view kLookAlike =
    U"O0ODOQOCOG0D0Q0C0608I1IL1L171TITI7B8B3B6BRBE83S5S856G6GCG9C66869Z2Z727UVVYUYUJ"
    U"MWMNNHNUHKKXEFFPPRRKRA4A494H97393538T7TYTFVWXKXYLEDBDPHMWVPDCELI"
    U"ПNПHПUУYУ4ИNИUИHИКЛAЛNЛUЛ1Б6Б5Ч4Ч9ЯRЯAФOФ0ГTГRГFГ7ГLЭ3Э9З3З8ЗBЗEШWШMШUЩWТMЦUЦVЖXЖKДAДDДOЬBЬ6ЙNЙU"
    U"ПЛ";

/// What a person writes for a Cyrillic letter on a Latin keyboard.
constexpr std::u32string_view kTransliterated = U"ПPЗZУUЛLВVЭEБBИIРRСSНNГGДDФFЦCХHХKЧCШSЙJЖZЯYЮUЬJ";

static_assert(kSameShape.size() % 2 == 0 && kLookAlike.size() % 2 == 0 && kTransliterated.size() % 2 == 0);

constexpr std::size_t kIndices = 128;

/// Latin, digits and signs as 0-63, Cyrillic capitals as 64-111; 127 for all others.
constexpr std::size_t index_of(char32_t glyph) {
  if (glyph >= 0x20 && glyph < 0x60) return glyph - 0x20;
  if (glyph >= 0x400 && glyph < 0x430) return glyph - 0x400 + 64;
  return kIndices - 1;
}

class Relations {
 public:
  constexpr Relations() {
    take(kTransliterated, GlyphRelation::transliterated, false);
    take(kLookAlike, GlyphRelation::look_alike, true);
    for (std::size_t i = 0; i < kSameShape.size(); i += 2) {
      put(kSameShape[i], kSameShape[i + 1], GlyphRelation::same_shape);
    }
  }

  [[nodiscard]] GlyphRelation of(char32_t a, char32_t b) const {
    const std::size_t i = index_of(a);
    const std::size_t j = index_of(b);
    if (i == kIndices - 1 || j == kIndices - 1) return GlyphRelation::other;
    return table_[i][j];
  }

 private:
  constexpr void put(char32_t a, char32_t b, GlyphRelation relation) {
    table_[index_of(a)][index_of(b)] = table_[index_of(b)][index_of(a)] = relation;
  }
  /// What looks alike does so in either script's letter of that shape.
  constexpr void take(std::u32string_view pairs, GlyphRelation relation, bool by_shape) {
    for (std::size_t i = 0; i < pairs.size(); i += 2) {
      put(pairs[i], pairs[i + 1], relation);
      if (!by_shape) continue;
      for (std::size_t k = 0; k < kSameShape.size(); k += 2) {
        if (kSameShape[k + 1] == pairs[i]) put(kSameShape[k], pairs[i + 1], relation);
        if (kSameShape[k + 1] == pairs[i + 1]) put(pairs[i], kSameShape[k], relation);
      }
    }
  }

  std::array<std::array<GlyphRelation, kIndices>, kIndices> table_{};
};

const Relations kRelations;

char32_t folded(char32_t c) {
  if (c >= U'a' && c <= U'z') return c - 32;
  if (c >= 0x430 && c <= 0x44F) return c - 32;
  if (c >= 0x450 && c <= 0x45F) return c - 80;
  if (c >= 0x660 && c <= 0x669) return c - 0x660 + U'0';     // Arabic-Indic digits
  if (c >= 0x6F0 && c <= 0x6F9) return c - 0x6F0 + U'0';     // Eastern Arabic-Indic digits
  if (c >= 0x966 && c <= 0x96F) return c - 0x966 + U'0';     // Devanagari digits
  if (c >= 0xE50 && c <= 0xE59) return c - 0xE50 + U'0';     // Thai digits
  if (c >= 0xFF01 && c <= 0xFF3A) return c - 0xFF01 + U'!';  // full-width signs, digits, capitals
  if (c >= 0xFF41 && c <= 0xFF5A) return c - 0xFF41 + U'A';
  return c == U'×' ? U'X' : c;
}

}  // namespace

std::u32string glyphs_of(std::string_view text) {
  std::u32string glyphs;
  if (is_utf8(text)) {
    glyphs = code_points(text);
  } else {
    for (const char byte : text) glyphs += static_cast<unsigned char>(byte) < 0x80 ? char32_t(byte) : kUnreadOne;
  }
  std::ranges::transform(glyphs, glyphs.begin(), folded);
  return glyphs;
}

bool is_digit_glyph(char32_t glyph) { return glyph >= U'0' && glyph <= U'9'; }

bool is_letter_glyph(char32_t glyph) {
  if (glyph == U'&') return true;
  if (glyph < 0x80) return glyph >= U'A' && glyph <= U'Z';
  const bool punctuation = glyph < 0xC0 || (glyph >= 0x2000 && glyph < 0x2E80) || (glyph >= 0x3000 && glyph < 0x3040);
  return !punctuation;
}

bool holds_unread(std::u32string_view glyphs) { return glyphs.find_first_of(U"?*") != std::u32string_view::npos; }

std::u32string shape_of(std::u32string_view glyphs) {
  std::u32string shape(glyphs);
  for (char32_t& glyph : shape) {
    for (std::size_t i = 0; glyph >= 0x400 && i < kSameShape.size(); i += 2) {
      if (kSameShape[i] == glyph) glyph = kSameShape[i + 1];
    }
  }
  return shape;
}

GlyphRelation relation(char32_t a, char32_t b) {
  if (a == b) return GlyphRelation::same;
  const bool short_and_full_form = (a == U'製' && b == U'制') || (a == U'制' && b == U'製');
  return short_and_full_form ? GlyphRelation::look_alike : kRelations.of(a, b);
}

namespace {

double pair_likelihood(char32_t seen, char32_t stamped, const ConfusionOptions& options) {
  if (seen == stamped) return options.same;
  if (seen == kUnreadOne) return options.unread;
  switch (relation(seen, stamped)) {
    case GlyphRelation::same:
      return options.same;
    case GlyphRelation::same_shape:
      return options.same_shape;
    case GlyphRelation::look_alike:
      return options.look_alike;
    case GlyphRelation::transliterated:
      return options.transliterated;
    case GlyphRelation::other:
      break;
  }
  return options.other;
}

}  // namespace

double glyph_likelihood(std::u32string_view seen, std::u32string_view stamped, const ConfusionOptions& options) {
  constexpr std::size_t longest = 48;  // a head has no room for more; what follows is left aside
  seen = seen.substr(0, longest);
  stamped = stamped.substr(0, longest);
  // best[j]: the seen characters so far against the first j stamped ones.
  std::array<double, longest + 1> best;
  best[0] = 1;
  for (std::size_t j = 1; j <= stamped.size(); ++j) best[j] = best[j - 1] * options.missing;
  for (const char32_t glyph : seen) {
    double diagonal = best[0];
    if (glyph == kUnreadMany) {
      best[0] *= options.unread_many;
      for (std::size_t j = 1; j <= stamped.size(); ++j) {
        best[j] = std::max(best[j] * options.unread_many, best[j - 1]);
      }
      continue;
    }
    best[0] *= options.extra;
    for (std::size_t j = 1; j <= stamped.size(); ++j) {
      const double paired = diagonal * pair_likelihood(glyph, stamped[j - 1], options);
      diagonal = best[j];
      best[j] = std::max({paired, best[j] * options.extra, best[j - 1] * options.missing});
    }
  }
  return std::clamp(best[stamped.size()], 1e-300, 1.0);
}

}  // namespace lotline::marking
