#pragma once

// Where a walk over a model's weights puts what it finds: into a device, or into a sum of bytes.

#include "engine/model/weights.h"

namespace tf::engine {

/// An expert may never be chosen and a tower never look; what every token meets is laid out while
/// the model is loaded.
enum class Use : std::uint8_t { Always, WhenChosen };

class WeightTarget {
public:
    virtual ~WeightTarget() = default;
    virtual Result<Weight> keep(WeightPlan plan, Use use) = 0;
    virtual Result<Weight> keepRows(StoredMatrix table) = 0;
    virtual Result<const float*> keepFloats(const StoredMatrix& matrix) = 0;
    /// What comes from now on is counted as that.
    virtual void countAs(std::uint64_t WeightBytes::*) { }
};

/// Makes the device keep everything; tells how far it is.
class KeepTarget final : public WeightTarget {
public:
    /// Requires: all three outlive this.
    KeepTarget(Device& device, const BytesSink& progress, const CancelToken& cancel)
        : m_device(device)
        , m_progress(progress)
        , m_cancel(cancel)
    {
    }

    Result<Weight> keep(WeightPlan plan, Use use) override;
    Result<Weight> keepRows(StoredMatrix table) override;
    Result<const float*> keepFloats(const StoredMatrix& matrix) override;

private:
    Result<> kept(std::uint64_t bytes);

    Device& m_device;
    const BytesSink& m_progress;
    const CancelToken& m_cancel;
    std::uint64_t m_bytes = 0;
};

/// Only counts what that would take; the device is asked.
class CountTarget final : public WeightTarget {
public:
    explicit CountTarget(const Device& device)
        : m_device(device)
    {
    }

    [[nodiscard]] const WeightBytes& bytes() const { return m_bytes; }

    Result<Weight> keep(WeightPlan plan, Use use) override;
    Result<Weight> keepRows(StoredMatrix table) override;
    Result<const float*> keepFloats(const StoredMatrix& matrix) override;
    void countAs(std::uint64_t WeightBytes::*part) override { m_part = part; }

private:
    const Device& m_device;
    WeightBytes m_bytes;
    std::uint64_t WeightBytes::*m_part = &WeightBytes::always;
};

/// Whether a matrix may be quantised when that is asked for.
enum class Role : std::uint8_t { Main, Exact };

/// The form and the group of a plan, without parts yet.
WeightPlan planFor(const StoredMatrix& matrix, Role role, const LoadOptions& options);

} // namespace tf::engine
