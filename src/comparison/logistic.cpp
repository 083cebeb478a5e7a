#include "comparison/logistic.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/check.h"
#include "base/steady_math.h"
#include "comparison/refusals.h"

namespace lotline::comparison {

namespace {

constexpr int kMostSteps = 200;
constexpr int kMostHalvings = 30;
constexpr double kLargestStep = 5;  // in units of log odds per standard deviation (as R's logistf)
constexpr double kSettled = 1e-7;   // of the largest step; smaller ones drown in the rounding of the likelihood
constexpr double kFarthest = 30;    // log odds beyond which a probability is taken as it is there

/// A small symmetric matrix, row by row, inverted through its Cholesky factor.
struct Symmetric {
  std::size_t n;
  std::vector<double> a;
  double log_determinant = 0;

  /// False when it is not positive definite.
  bool invert() {
    std::vector<double> l(n * n, 0.0);
    log_determinant = 0;
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = 0; j <= i; ++j) {
        double sum = a[i * n + j];
        for (std::size_t k = 0; k < j; ++k) sum -= l[i * n + k] * l[j * n + k];
        if (i == j) {
          if (!(sum > 0)) return false;
          l[i * n + i] = std::sqrt(sum);
          log_determinant += 2 * steady::log(l[i * n + i]);
        } else {
          l[i * n + j] = sum / l[j * n + j];
        }
      }
    for (std::size_t column = 0; column < n; ++column) {
      std::vector<double> y(n, 0.0);
      for (std::size_t i = 0; i < n; ++i) {
        double sum = i == column ? 1.0 : 0.0;
        for (std::size_t k = 0; k < i; ++k) sum -= l[i * n + k] * y[k];
        y[i] = sum / l[i * n + i];
      }
      for (std::size_t i = n; i-- > 0;) {
        double sum = y[i];
        for (std::size_t k = i + 1; k < n; ++k) sum -= l[k * n + i] * y[k];
        y[i] = sum / l[i * n + i];
      }
      for (std::size_t i = 0; i < n; ++i) a[i * n + column] = y[i];
    }
    return true;
  }
};

/// The rows with a leading one, each column brought to mean 0 and deviation 1, and the weights brought to equal odds.
class Problem {
 public:
  explicit Problem(const LogisticData& data) : n_(data.columns + 1), rows_(data.rows()), same_(data.same) {
    double weight_same = 0, weight_different = 0;
    for (std::size_t i = 0; i < rows_; ++i) (same_[i] ? weight_same : weight_different) += data.weights[i];
    const double least = std::min(weight_same, weight_different);
    for (std::size_t i = 0; i < rows_; ++i)
      weights_.push_back(data.weights[i] * least / (same_[i] ? weight_same : weight_different));
    mean_.assign(data.columns, 0.0);
    deviation_.assign(data.columns, 0.0);
    const double total = 2 * least;
    for (std::size_t i = 0; i < rows_; ++i)
      for (std::size_t k = 0; k < data.columns; ++k) mean_[k] += weights_[i] * data.x[i * data.columns + k] / total;
    for (std::size_t i = 0; i < rows_; ++i)
      for (std::size_t k = 0; k < data.columns; ++k) {
        const double off = data.x[i * data.columns + k] - mean_[k];
        deviation_[k] += weights_[i] * off * off / total;
      }
    for (double& deviation : deviation_) deviation = deviation > 0 ? std::sqrt(deviation) : 1.0;
    for (std::size_t i = 0; i < rows_; ++i) {
      x_.push_back(1.0);
      for (std::size_t k = 0; k < data.columns; ++k)
        x_.push_back((data.x[i * data.columns + k] - mean_[k]) / deviation_[k]);
    }
  }

  /// The penalised log likelihood at beta; where wanted, the next Newton step.
  /// Minus infinity where the information is singular.
  double penalised(const std::vector<double>& beta, std::vector<double>* step) const {
    double likelihood = 0;
    Symmetric information{n_, std::vector<double>(n_ * n_, 0.0)};
    std::vector<double> p(rows_);
    for (std::size_t i = 0; i < rows_; ++i) {
      double eta = 0;
      for (std::size_t k = 0; k < n_; ++k) eta += beta[k] * x_[i * n_ + k];
      eta = std::clamp(eta, -kFarthest, kFarthest);
      const double e = steady::exp(eta);
      p[i] = e / (1 + e);
      likelihood += weights_[i] * ((same_[i] ? eta : 0.0) - steady::log(1 + e));
      const double w = weights_[i] * p[i] * (1 - p[i]);
      for (std::size_t r = 0; r < n_; ++r)
        for (std::size_t c = 0; c <= r; ++c) information.a[r * n_ + c] += w * x_[i * n_ + r] * x_[i * n_ + c];
    }
    for (std::size_t r = 0; r < n_; ++r)
      for (std::size_t c = r + 1; c < n_; ++c) information.a[r * n_ + c] = information.a[c * n_ + r];
    if (!information.invert()) return -std::numeric_limits<double>::infinity();
    if (step != nullptr) *step = newton_step(p, information);
    return likelihood + 0.5 * information.log_determinant;
  }

  [[nodiscard]] std::size_t parameters() const { return n_; }

  /// Back from the standardised columns.
  [[nodiscard]] LogisticFit in_own_units(const std::vector<double>& beta) const {
    LogisticFit fit{beta[0], {}};
    for (std::size_t k = 0; k + 1 < n_; ++k) {
      fit.slopes.push_back(beta[k + 1] / deviation_[k]);
      fit.intercept -= fit.slopes[k] * mean_[k];
    }
    return fit;
  }

 private:
  [[nodiscard]] std::vector<double> newton_step(const std::vector<double>& p, const Symmetric& inverse) const {
    std::vector<double> gradient(n_, 0.0);
    for (std::size_t i = 0; i < rows_; ++i) {
      double leverage = 0;
      for (std::size_t r = 0; r < n_; ++r)
        for (std::size_t c = 0; c < n_; ++c) leverage += x_[i * n_ + r] * inverse.a[r * n_ + c] * x_[i * n_ + c];
      leverage *= weights_[i] * p[i] * (1 - p[i]);
      const double residual = weights_[i] * ((same_[i] ? 1.0 : 0.0) - p[i]) + leverage * (0.5 - p[i]);
      for (std::size_t k = 0; k < n_; ++k) gradient[k] += residual * x_[i * n_ + k];
    }
    std::vector<double> step(n_, 0.0);
    double largest = 0;
    for (std::size_t r = 0; r < n_; ++r) {
      for (std::size_t c = 0; c < n_; ++c) step[r] += inverse.a[r * n_ + c] * gradient[c];
      largest = std::max(largest, std::abs(step[r]));
    }
    if (largest > kLargestStep)
      for (double& s : step) s *= kLargestStep / largest;
    return step;
  }

  std::size_t n_, rows_;
  std::vector<bool> same_;
  std::vector<double> weights_{}, mean_{}, deviation_{}, x_{};
};

}  // namespace

double LogisticFit::at(std::span<const double> x) const {
  CHECK(x.size() == slopes.size());
  double sum = intercept;
  for (std::size_t k = 0; k < x.size(); ++k) sum += slopes[k] * x[k];
  return sum;
}

Result<LogisticFit> fit_logistic(const LogisticData& data) {
  CHECK(data.columns > 0 && data.x.size() == data.rows() * data.columns && data.weights.size() == data.rows());
  bool has_same = false, has_different = false;
  for (std::size_t i = 0; i < data.rows(); ++i)
    if (data.weights[i] > 0) (data.same[i] ? has_same : has_different) = true;
  if (!has_same || !has_different) return refuse(one_class_only);
  if (!std::all_of(data.x.begin(), data.x.end(), [](double v) { return std::isfinite(v); }))
    return refuse(score_not_finite);

  const Problem problem(data);
  std::vector<double> beta(problem.parameters(), 0.0), step;
  double here = problem.penalised(beta, &step);
  if (!std::isfinite(here)) return refuse(fit_unsettled, "all scores are the same");
  for (int i = 0; i < kMostSteps; ++i) {
    const double largest = std::abs(
        *std::max_element(step.begin(), step.end(), [](double a, double b) { return std::abs(a) < std::abs(b); }));
    if (largest < kSettled) return problem.in_own_units(beta);
    double share = 1;
    std::vector<double> next(beta.size());
    double there = 0;
    int halvings = 0;
    for (; halvings < kMostHalvings; ++halvings, share /= 2) {
      for (std::size_t k = 0; k < beta.size(); ++k) next[k] = beta[k] + share * step[k];
      there = problem.penalised(next, nullptr);
      if (there >= here) break;
    }
    if (halvings == kMostHalvings) break;
    beta = next;
    here = problem.penalised(beta, &step);
  }
  return refuse(fit_unsettled, "no step gains any more, or not after {} of them", kMostSteps);
}

}  // namespace lotline::comparison
