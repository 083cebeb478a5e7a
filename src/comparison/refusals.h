#pragma once
// Refusals of comparisons: 5200-5299 comparisons, 5300-5399 calibrators.

#include "base/refusal.h"

namespace lotline::comparison {

inline constexpr RefusalKind no_features{5200, "no_features", "the bytes are no features of a surface"};
inline constexpr RefusalKind features_version_unknown{5201, "features_version_unknown",
                                                      "the features were made by another version of the program"};
inline constexpr RefusalKind features_damaged{5202, "features_damaged", "the features of a surface are damaged"};

inline constexpr RefusalKind one_class_only{
    5300, "one_class_only", "a calibrator needs pairs of the same source and pairs of different sources"};
inline constexpr RefusalKind score_not_finite{5301, "score_not_finite", "a score is a finite number"};
inline constexpr RefusalKind fit_unsettled{5302, "fit_unsettled", "the scores cannot be fitted"};
inline constexpr RefusalKind scores_tell_nothing{
    5303, "scores_tell_nothing", "pairs of the same source do not score higher than pairs of different sources"};
inline constexpr RefusalKind too_few_firearms{5304, "too_few_firearms",
                                              "a calibrator needs pairs of at least three firearms in each class"};
inline constexpr RefusalKind not_a_calibrator{5310, "not_a_calibrator", "this is no calibrator file of version 1"};
inline constexpr RefusalKind bad_calibrator_number{
    5311, "bad_calibrator_number", "a number of a calibrator is a text such as -1.25, finite and within its range"};
inline constexpr RefusalKind calibrator_contradiction{5312, "calibrator_contradiction",
                                                      "the calibrator's members contradict each other"};
inline constexpr RefusalKind bad_labelled_pair{5320, "bad_labelled_pair",
                                               "a row of labelled scores has a finite score and names both sources"};
inline constexpr RefusalKind bad_scan_pair{5321, "bad_scan_pair",
                                           "a row of pairs names two scans, and both sources where it has them"};

}  // namespace lotline::comparison
