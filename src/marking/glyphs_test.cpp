#include "marking/glyphs.h"

#include <gtest/gtest.h>

namespace lotline::marking {
namespace {

TEST(Glyphs, case_and_digits_of_other_scripts_are_folded) {
  EXPECT_EQ(glyphs_of("bxn ппу ё ѕ"), U"BXN ППУ Ё Ѕ");
  EXPECT_EQ(glyphs_of("٢٧ ۸۸ ๒๕ ２７ Ｌ ｃ ८ ×"), U"27 88 25 27 L C 8 X");
  EXPECT_EQ(glyphs_of("L\xFF"), U"L?");
}

TEST(Glyphs, pairs_of_characters_have_their_relation_both_ways) {
  struct Pair {
    char32_t a, b;
    GlyphRelation relation;
  };
  for (const Pair& pair : {Pair{U'O', U'0', GlyphRelation::look_alike}, Pair{U'I', U'1', GlyphRelation::look_alike},
                           Pair{U'L', U'1', GlyphRelation::look_alike}, Pair{U'B', U'8', GlyphRelation::look_alike},
                           Pair{U'S', U'5', GlyphRelation::look_alike}, Pair{U'G', U'6', GlyphRelation::look_alike},
                           Pair{U'C', U'G', GlyphRelation::look_alike}, Pair{U'Z', U'2', GlyphRelation::look_alike},
                           Pair{U'D', U'O', GlyphRelation::look_alike}, Pair{U'U', U'V', GlyphRelation::look_alike},
                           Pair{U'M', U'W', GlyphRelation::look_alike}, Pair{U'N', U'П', GlyphRelation::look_alike},
                           Pair{U'Y', U'У', GlyphRelation::look_alike}, Pair{U'N', U'И', GlyphRelation::look_alike},
                           Pair{U'T', U'Т', GlyphRelation::same_shape}, Pair{U'P', U'П', GlyphRelation::transliterated},
                           Pair{U'О', U'0', GlyphRelation::look_alike}, Pair{U'製', U'制', GlyphRelation::look_alike},
                           Pair{U'A', U'A', GlyphRelation::same},       Pair{U'A', U'8', GlyphRelation::other},
                           Pair{U'四', U'川', GlyphRelation::other}}) {
    EXPECT_EQ(relation(pair.a, pair.b), pair.relation) << static_cast<unsigned>(pair.a);
    EXPECT_EQ(relation(pair.b, pair.a), pair.relation) << static_cast<unsigned>(pair.b);
  }
}

TEST(Glyphs, the_shape_forgets_the_script) { EXPECT_EQ(shape_of(U"ТПЗ"), U"TПЗ"); }

TEST(Glyphs, one_unread_character_is_not_several) {
  const ConfusionOptions options;
  EXPECT_DOUBLE_EQ(glyph_likelihood(U"LC", U"LC", options), options.same * options.same);
  EXPECT_DOUBLE_EQ(glyph_likelihood(U"L?", U"LC", options), options.same * options.unread);
  EXPECT_DOUBLE_EQ(glyph_likelihood(U"L0", U"LC", options), options.same * options.look_alike);
  EXPECT_DOUBLE_EQ(glyph_likelihood(U"L", U"LC", options), options.same * options.missing);
  EXPECT_DOUBLE_EQ(glyph_likelihood(U"LCX", U"LC", options), options.same * options.same * options.extra);
  EXPECT_LT(glyph_likelihood(U"W?", U"WINCHESTER", options), glyph_likelihood(U"W*", U"WINCHESTER", options));
  EXPECT_GT(glyph_likelihood(U"", U"", options), 0.99);
}

}  // namespace
}  // namespace lotline::marking
