#include "answers/answer.h"

namespace lotline::answers {

namespace {

constexpr std::size_t kUsual = 2'000;  ///< bytes

}  // namespace

JsonWriter begin_answer(bool simulated) {
  JsonWriter json(kUsual);
  json.begin_object().member("simulated", simulated);
  return json;
}

}  // namespace lotline::answers
