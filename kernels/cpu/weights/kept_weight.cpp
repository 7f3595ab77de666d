#include "kernels/cpu/weights/kept_weight.h"

#include "kernels/base/check.h"
#include "kernels/base/words.h"

#include <algorithm>

namespace tf::cpu {

namespace {

bool isInt4(const StoredMatrix& matrix)
{
    return matrix.format == WeightFormat::Gptq || matrix.format == WeightFormat::Awq;
}

Result<> checkPart(const WeightPart& part)
{
    const auto& matrix = part.matrix;
    if (matrix.values == nullptr)
        return Error(Code::BadInput, words(matrix.name, ": there are no numbers"));
    if (part.rowBegin < 0 || part.rowEnd > matrix.rows || part.rowBegin >= part.rowEnd
        || part.colBegin < 0 || part.colEnd > matrix.cols || part.colBegin >= part.colEnd)
        return Error(Code::BadInput,
                     words(matrix.name, ": rows ", part.rowBegin, " to ", part.rowEnd,
                           " and columns ", part.colBegin, " to ", part.colEnd,
                           " do not lie within ", matrix.rows, " x ", matrix.cols));
    const bool scaled =
        formOf(matrix.format) != WeightForm::F32 && formOf(matrix.format) != WeightForm::BF16;
    if (scaled && (matrix.scales == nullptr || matrix.group <= 0))
        return Error(Code::BadInput, words(matrix.name, ": its scales are missing"));
    return {};
}

/// Inputs that share a scale where the plan leaves it to the format.
std::int64_t naturalUnit(const WeightPlan& plan)
{
    std::int64_t unit = 128;
    for (const auto& part : plan.parts) {
        while (formOf(part.matrix.format) == plan.form && part.matrix.group % unit != 0
               && unit > 32)
            unit /= 2;
    }
    return unit;
}

std::int64_t unitOf(const WeightPlan& plan)
{
    switch (plan.form) {
    case WeightForm::F32:
        return 1;
    case WeightForm::BF16:
        return 2;
    case WeightForm::MxFp8:
        return 32;
    case WeightForm::BlockFp8:
    case WeightForm::Int4:
        return plan.group == 0 ? naturalUnit(plan) : plan.group;
    }
    UNREACHABLE();
}

/// Codes are taken over as they are where form and format agree, so scales must fall together.
Result<> checkUnit(const WeightPart& part, WeightForm form, std::int64_t unit)
{
    const auto& matrix = part.matrix;
    if (form == WeightForm::BlockFp8 && matrix.format != WeightFormat::BlockFp8)
        return Error(Code::Unsupported,
                     words(matrix.name, ": only block FP8 can be kept as block FP8"));
    if (formOf(matrix.format) != form || matrix.group == 0)
        return {};
    if (matrix.group % unit != 0 || part.colBegin % unit != 0)
        return Error(Code::Unsupported,
                     words(matrix.name, ": columns from ", part.colBegin, " in groups of ", unit,
                           " do not fall on its scales, one per ", matrix.group));
    return {};
}

} // namespace

std::int64_t PanelShape::headBytes() const
{
    switch (form) {
    case WeightForm::F32:
    case WeightForm::BF16:
        return 0;
    case WeightForm::MxFp8:
        return kPanelOuts;
    case WeightForm::BlockFp8:
        return kPanelOuts * 4;
    case WeightForm::Int4:
        return kPanelOuts * (hasZeros ? 3 : 2);
    }
    UNREACHABLE();
}

std::int64_t PanelShape::unitBytes() const
{
    switch (form) {
    case WeightForm::F32:
        return kPanelOuts * 4 * unit;
    case WeightForm::BF16:
        return kPanelOuts * 2 * unit;
    case WeightForm::MxFp8:
    case WeightForm::BlockFp8:
        return headBytes() + kPanelOuts * unit;
    case WeightForm::Int4:
        return headBytes() + kPanelOuts / 2 * unit;
    }
    UNREACHABLE();
}

Result<PanelShape> shapeOf(const WeightPlan& plan)
{
    if (plan.parts.empty())
        return Error(Code::BadInput, "a weight is made of at least one matrix");
    const std::int64_t unit = unitOf(plan);
    if (plan.form == WeightForm::Int4 || plan.form == WeightForm::BlockFp8) {
        if (unit != 32 && unit != 64 && unit != 128)
            return Error(Code::Unsupported,
                         words(plan.parts.front().matrix.name, ": groups of ", unit,
                               " columns; 32, 64 and 128 can be kept"));
    }
    PanelShape shape{plan.form, 0, unit, false};
    for (const auto& part : plan.parts) {
        TRY(checkPart(part));
        TRY(checkUnit(part, plan.form, unit));
        const auto ins = part.colEnd - part.colBegin;
        if (shape.ins != 0 && shape.ins != ins)
            return Error(
                Code::BadInput,
                words(part.matrix.name, ": ", ins, " columns below others of ", shape.ins));
        shape.ins = ins;
        shape.hasZeros = shape.hasZeros
            || (plan.form == WeightForm::Int4 && isInt4(part.matrix)
                && part.matrix.zeros != nullptr);
    }
    return shape;
}

std::int64_t outsOf(const WeightPlan& plan)
{
    std::int64_t outs = 0;
    for (const auto& part : plan.parts)
        outs += part.rowEnd - part.rowBegin;
    return outs;
}

} // namespace tf::cpu
