#include "exchange/epcis_vocabulary.h"

#include <gtest/gtest.h>

#include "exchange/epcis_fixture.h"
#include "exchange/refusals.h"

namespace lotline::exchange {
namespace {

using enum EpcisVocabulary;

struct Spelt {
  EpcisVocabulary vocabulary;
  std::string_view written, word, uri;
};

TEST(EpcisVocabulary, a_word_is_the_same_in_each_of_its_spellings) {
  const EpcisContext context;
  constexpr std::string_view kShipping = "https://ref.gs1.org/cbv/BizStep-shipping";
  constexpr std::string_view kTemperature = "https://gs1.org/voc/Temperature";
  const Spelt spelt[] = {
      {biz_step, "shipping", "shipping", kShipping},
      {biz_step, "urn:epcglobal:cbv:bizstep:shipping", "shipping", kShipping},
      {biz_step, "https://ref.gs1.org/cbv/BizStep-shipping", "shipping", kShipping},
      {biz_step, "cbv:BizStep-shipping", "shipping", kShipping},
      {disposition, "urn:epcglobal:cbv:disp:in_transit", "in_transit", "https://ref.gs1.org/cbv/Disp-in_transit"},
      {transaction_type, "urn:epcglobal:cbv:btt:po", "po", "https://ref.gs1.org/cbv/BTT-po"},
      {endpoint_type, "cbv:SDT-owning_party", "owning_party", "https://ref.gs1.org/cbv/SDT-owning_party"},
      {error_reason, "urn:epcglobal:cbv:er:incorrect_data", "incorrect_data",
       "https://ref.gs1.org/cbv/ER-incorrect_data"},
      {component, "cbv:Comp-latitude", "latitude", "https://ref.gs1.org/cbv/Comp-latitude"},
      {measurement, "Temperature", "Temperature", kTemperature},
      {measurement, "gs1:Temperature", "Temperature", kTemperature},
      {measurement, "gs1:MeasurementType-Temperature", "Temperature", kTemperature},
      {measurement, "https://www.gs1.org/voc/Temperature", "Temperature", kTemperature},
      {alert, "gs1:ALARM_CONDITION", "ALARM_CONDITION", "https://gs1.org/voc/ALARM_CONDITION"},
  };
  for (const auto& [vocabulary, written, word, uri] : spelt) {
    const auto found = read_epcis_word(vocabulary, written, context);
    ASSERT_TRUE(found) << written << ": " << found.error().text;
    EXPECT_EQ(found->word, word) << written;
    EXPECT_EQ(found->uri, uri) << written;
    EXPECT_TRUE(known_to_cbv(*found)) << written;
    EXPECT_EQ(epcis_word_uri(vocabulary, word), uri);
  }
}

TEST(EpcisVocabulary, a_word_of_somebody_elses_is_kept_as_a_full_address) {
  EpcisContext context;
  context.declare("ex", "https://example.org/ns#");
  const auto own = read_epcis_word(biz_step, "ex:summarising", context);
  ASSERT_TRUE(own);
  EXPECT_EQ(own->word, "");
  EXPECT_EQ(own->uri, "https://example.org/ns#summarising");
  EXPECT_TRUE(known_to_cbv(*own));
  EXPECT_EQ(read_epcis_word(biz_step, "other:summarising", context).value_or(EpcisWord{}).uri, "other:summarising");
}

TEST(EpcisVocabulary, a_word_that_is_none_is_refused_with_the_nearest) {
  const EpcisContext context;
  const std::pair<EpcisVocabulary, std::string_view> wrong[] = {
      {biz_step, "shippping"},
      {biz_step, "in_transit"},
      {biz_step, ""},
      {biz_step, "urn:epcglobal:cbv:bizstep:nonsense"},
      {biz_step, "urn:epcglobal:cbv:disp:in_transit"},
      {biz_step, "https://ns.gs1.org/cbv/BizStep-shipping"},
      {biz_step, "not a: uri"},
      {measurement, "https://gs1.org/voc/Nonsense"},
      {measurement, "shipping"},
  };
  for (const auto& [vocabulary, written] : wrong)
    EXPECT_EQ(refusal_of(read_epcis_word(vocabulary, written, context)), epcis_unknown_word.number) << written;
  EXPECT_TRUE(read_epcis_word(biz_step, "shippping", context).error().text.contains("shipping is one"));
}

TEST(EpcisVocabulary, a_word_that_cbv_does_not_have_where_its_own_stand_is_told) {
  const auto found = read_epcis_word(biz_step, "cbv:BizStep-teleporting", EpcisContext{});
  ASSERT_TRUE(found);
  EXPECT_EQ(refusal_of(known_to_cbv(*found)), epcis_unknown_word.number);
}

TEST(EpcisContext, a_name_is_split_at_its_prefix_or_at_the_end_of_its_namespace) {
  EpcisContext context;
  context.declare("ex", "https://example.org/ns#");
  for (const std::string_view written : {"ex:calibre", "https://example.org/ns#calibre"}) {
    const auto name = context.split(written);
    EXPECT_EQ(name.space, "https://example.org/ns#") << written;
    EXPECT_EQ(name.name, "calibre");
    EXPECT_TRUE(name.declared);
  }
  EXPECT_FALSE(context.split("other:calibre").declared);
  EXPECT_EQ(context.split("other:calibre").space, "other");
  EXPECT_EQ(context.split("urn:a:b").name, "urn:a:b");
  EXPECT_EQ(context.expanded("ex:calibre"), "https://example.org/ns#calibre");
  EXPECT_EQ(context.expanded("other:calibre"), "other:calibre");
}

}  // namespace
}  // namespace lotline::exchange
