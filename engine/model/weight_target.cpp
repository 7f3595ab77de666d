#include "engine/model/weight_target.h"

namespace tf::engine {

namespace {

std::uint64_t bytesAsFloats(const StoredMatrix& matrix)
{
    return static_cast<std::uint64_t>(matrix.rows * matrix.cols) * sizeof(float);
}

std::uint64_t bytesAsStored(const StoredMatrix& matrix)
{
    const std::uint64_t numBytes = matrix.format == WeightFormat::F32 ? 4 : 2;
    return static_cast<std::uint64_t>(matrix.rows * matrix.cols) * numBytes;
}

bool holdsFloats(WeightFormat format)
{
    return format == WeightFormat::F32 || format == WeightFormat::BF16;
}

} // namespace

Result<Weight> KeepTarget::keep(WeightPlan plan, Use use)
{
    const std::uint64_t bytes = m_device.bytesToKeep(plan);
    const Weight weight = TRY(m_device.keep(std::move(plan)));
    if (use == Use::Always)
        m_device.prepare(weight);
    TRY(kept(bytes));
    return weight;
}

Result<Weight> KeepTarget::keepRows(StoredMatrix table)
{
    TRY(kept(bytesAsStored(table)));
    return m_device.keepRows(std::move(table));
}

Result<const float*> KeepTarget::keepFloats(const StoredMatrix& matrix)
{
    TRY(kept(bytesAsFloats(matrix)));
    return m_device.keepFloats(matrix);
}

Result<> KeepTarget::kept(std::uint64_t bytes)
{
    m_bytes += bytes;
    if (m_progress)
        m_progress(m_bytes);
    return m_cancel.check();
}

Result<Weight> CountTarget::keep(WeightPlan plan, Use)
{
    m_bytes.*m_part += m_device.bytesToKeep(plan);
    return Weight{};
}

Result<Weight> CountTarget::keepRows(StoredMatrix table)
{
    m_bytes.*m_part += bytesAsStored(table);
    return Weight{};
}

Result<const float*> CountTarget::keepFloats(const StoredMatrix& matrix)
{
    m_bytes.*m_part += bytesAsFloats(matrix);
    return nullptr;
}

WeightPlan planFor(const StoredMatrix& matrix, Role role, const LoadOptions& options)
{
    WeightPlan plan;
    plan.form = formOf(matrix.format);
    plan.group = matrix.group;
    const bool quantises = role == Role::Main && holdsFloats(matrix.format);
    if (options.form == LoadForm::F32)
        plan = {{}, WeightForm::F32, 0};
    else if (options.form == LoadForm::BF16)
        plan = {{}, WeightForm::BF16, 0};
    else if (options.form == LoadForm::MxFp8 && quantises)
        plan = {{}, WeightForm::MxFp8, 32};
    else if (options.form == LoadForm::Int4 && quantises)
        plan = {{}, WeightForm::Int4, options.int4Group};
    return plan;
}

} // namespace tf::engine
