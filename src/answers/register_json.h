#pragma once
// A register that was made, verified, rebuilt or grown by simulation, as JSON.

#include <optional>
#include <string>

#include "service/access_log.h"
#include "service/verify.h"
#include "simulation/simulate.h"

namespace lotline::answers {

/// `tables` is the version of the reference data it was opened with.
std::string opened_as_json(const service::Head& head, const std::string& path, const std::string& tables);
/// `beside` is of the access log, where there is one.
/// A copy of a register: the head of its log.
std::string backed_up_as_json(const service::Head& head, const std::string& path, bool simulated);
std::string verified_as_json(const service::Verification& found,
                             const std::optional<service::AccessVerification>& beside);
/// `into` is the file of the new register.
std::string rebuilt_as_json(const service::Verification& found, const std::string& into);
/// `kept` is where the old file is; empty where the register was of this program already.
std::string upgraded_as_json(const service::Head& head, const std::string& path, const std::string& kept,
                             bool simulated);
/// `root` is empty when files were written and no register.
std::string simulated_as_json(const std::string& seed, const std::string& variant, const simulation::Grown& grown,
                              const std::string& root);

}  // namespace lotline::answers
