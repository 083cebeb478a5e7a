#pragma once
// The fixed vocabularies, and fired cases counted by them, as JSON.

#include <span>
#include <string>
#include <vector>

#include "service/reconcile.h"

namespace lotline::answers {

std::string words_as_json(std::span<const catalogue::VocabularyWord> words);
std::string profile_as_json(const std::vector<service::CaseProfile>& profile, bool simulated);

}  // namespace lotline::answers
