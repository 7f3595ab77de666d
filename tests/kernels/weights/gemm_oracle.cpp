#include "tests/kernels/weights/gemm_oracle.h"

#include "kernels/base/words.h"

#include <cmath>

namespace tf::test {

Rows GemmRig::times(const Rows& x, const Weight& weight)
{
    Rows out = makeRows(DType::F32, x.tensor.rows, weight.outs);
    GemmArgs args;
    args.x = x.tensor;
    args.jobs[0] = {weight, out.tensor};
    args.numJobs = 1;
    cpu::gemm(args, bench());
    return out;
}

std::vector<cpu::Level> levels()
{
    std::vector<cpu::Level> all;
    for (int level = 0; level <= static_cast<int>(cpu::machineLevel()); ++level)
        all.push_back(static_cast<cpu::Level>(level));
    return all;
}

WantedProduct wantedProduct(const Rows& x, const Sample& sample, const WeightPart& part)
{
    const auto ins = part.colEnd - part.colBegin;
    const double perSize = static_cast<double>(ins + 16) * std::ldexp(1.0, -24);
    WantedProduct wanted;
    wanted.outs = part.rowEnd - part.rowBegin;
    wanted.numbers.resize(static_cast<std::size_t>(x.tensor.rows * wanted.outs));
    wanted.bounds.resize(wanted.numbers.size());
    for (std::int64_t out = 0; out < wanted.outs; ++out) {
        for (std::int64_t in = 0; in < ins; ++in) {
            const double number = sample.at(part.rowBegin + out, part.colBegin + in);
            const double size = sample.sizeAt(part.rowBegin + out, part.colBegin + in);
            for (std::int64_t row = 0; row < x.tensor.rows; ++row) {
                const auto place = static_cast<std::size_t>(row * wanted.outs + out);
                wanted.numbers[place] += x.at(row, in) * number;
                wanted.bounds[place] += std::fabs(x.at(row, in)) * size * perSize;
            }
        }
    }
    return wanted;
}

std::string compareProduct(const Rows& got, const WantedProduct& wanted)
{
    for (std::size_t place = 0; place < wanted.numbers.size(); ++place) {
        const auto row = static_cast<std::int64_t>(place) / wanted.outs;
        const auto out = static_cast<std::int64_t>(place) % wanted.outs;
        const double value = got.at(row, out);
        if (!(std::fabs(value - wanted.numbers[place]) <= wanted.bounds[place]))
            return words("row ", row, ", output ", out, ": ", value, ", wanted ",
                         wanted.numbers[place], " ± ", wanted.bounds[place]);
    }
    return {};
}

} // namespace tf::test
