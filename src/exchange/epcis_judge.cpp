#include "exchange/epcis_judge.h"

#include <algorithm>

namespace lotline::exchange {

namespace {

bool plain_name(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  });
}

void append_place(std::string& out, const JsonPlace& at) {
  if (at.above != nullptr) append_place(out, *at.above);
  if (at.item >= 0)
    out.append(fmt::format("[{}]", at.item));
  else if (plain_name(at.member))
    out.append(".").append(at.member);
  else if (!at.member.empty())
    out.append("['").append(at.member).append("']");
}

}  // namespace

void EpcisJudge::add(const JsonPlace& at, Refusal refusal, EpcisFinding::Gravity gravity) {
  const bool first_refusal = gravity == EpcisFinding::Gravity::refused && !refused_;
  refused_ = refused_ || first_refusal;
  if (findings_.size() >= kMostFindings && !first_refusal) return;
  EpcisFinding& finding = findings_.emplace_back();
  finding.gravity = gravity;
  finding.event = event_;
  finding.path = root_;
  append_place(finding.path, at);
  finding.refusal = std::move(refusal);
}

}  // namespace lotline::exchange
