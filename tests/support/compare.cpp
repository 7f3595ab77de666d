#include "tests/support/compare.h"

#include "kernels/base/words.h"

#include <cmath>
#include <limits>

namespace tf::test {

namespace {

template <class N>
bool sameKind(N a, N b)
{
    if (std::isnan(a) || std::isnan(b))
        return std::isnan(a) && std::isnan(b);
    if (std::isinf(a) || std::isinf(b))
        return a == b;
    return true;
}

template <class N>
Comparison compareAs(std::span<const N> got, std::span<const N> want, Bound bound)
{
    Comparison result;
    if (got.size() != want.size()) {
        result.report = words("sizes differ: got ", got.size(), ", want ", want.size());
        return result;
    }

    double dot = 0;
    double gotNorm = 0;
    double wantNorm = 0;
    double worstExcess = -std::numeric_limits<double>::infinity();
    std::size_t numOutside = 0;
    for (std::size_t idx = 0; idx < got.size(); ++idx) {
        const double g = got[idx];
        const double w = want[idx];
        if (!sameKind(g, w)) {
            result.worstIdx = idx;
            result.report = words("at ", idx, ": got ", g, ", want ", w);
            return result;
        }
        if (!std::isfinite(w))
            continue;
        dot += g * w;
        gotNorm += g * g;
        wantNorm += w * w;
        const double difference = std::abs(g - w);
        const double excess = difference - (bound.absolute + bound.relative * std::abs(w));
        const bool isOutside = !(excess <= 0); // a bound of nan holds nothing
        numOutside += isOutside;
        if (excess > worstExcess || (isOutside && std::isnan(excess))) {
            worstExcess = excess;
            result.worstIdx = idx;
            result.worstDifference = difference;
        }
    }

    const double norms = std::sqrt(gotNorm) * std::sqrt(wantNorm);
    result.cosine = norms > 0 ? dot / norms : (gotNorm == wantNorm ? 1 : 0);
    result.ok = numOutside == 0;
    if (!got.empty())
        result.report =
            words(numOutside, " of ", got.size(), " outside; worst at ", result.worstIdx, ": got ",
                  got[result.worstIdx], ", want ", want[result.worstIdx], ", off by ",
                  result.worstDifference, "; cosine ", result.cosine);
    return result;
}

} // namespace

Comparison compare(std::span<const double> got, std::span<const double> want, Bound bound)
{
    return compareAs(got, want, bound);
}

Comparison compare(std::span<const float> got, std::span<const float> want, Bound bound)
{
    return compareAs(got, want, bound);
}

} // namespace tf::test
