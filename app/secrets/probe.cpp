#include "app/secrets/probe.h"

#include "kernels/base/words.h"

#include <QRandomGenerator>

#include <memory>

namespace tf::secrets {

namespace {

using Clock = std::chrono::steady_clock;

/// One probe on its way; kept alive by the questions it has asked.
class Probe : public std::enable_shared_from_this<Probe> {
public:
    Probe(SecretStore& store, std::function<void(ProbeReport)> answer)
        : m_store(store)
        , m_answer(std::move(answer))
        , m_name(words("probe-", randomText()))
        , m_key(randomText())
    {
    }

    void write()
    {
        m_store.write(m_name, m_key.copy(), [me = shared_from_this()](Result<> written) {
            if (!written)
                return me->end(ProbeStep::Write, written.error());
            me->read();
        });
    }

private:
    // Two probes at the same time must not meet.
    static std::string randomText()
    {
        return std::to_string(QRandomGenerator::system()->generate64());
    }

    void read()
    {
        m_store.read(m_name, [me = shared_from_this()](Result<Secret> read) {
            if (!read)
                me->remember(ProbeStep::Read, read.error());
            else if (!(*read == me->m_key))
                me->remember(ProbeStep::Compare,
                             {Code::Corrupt, "the store gives back another key than it was given"});
            me->remove(); // in any case: nothing of ours stays behind
        });
    }

    void remove()
    {
        m_store.remove(m_name, [me = shared_from_this()](Result<> removed) {
            if (!removed)
                me->remember(ProbeStep::Remove, removed.error());
            me->tell();
        });
    }

    void remember(ProbeStep step, const Error& error)
    {
        if (m_report.failedAt)
            return;
        m_report.failedAt = step;
        m_report.code = error.code;
        m_report.reason = error.text;
    }

    void end(ProbeStep step, const Error& error)
    {
        remember(step, error);
        tell();
    }

    void tell()
    {
        m_report.took =
            std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - m_begin);
        m_answer(std::move(m_report));
    }

    SecretStore& m_store;
    std::function<void(ProbeReport)> m_answer;
    std::string m_name;
    Secret m_key;
    Clock::time_point m_begin = Clock::now();
    ProbeReport m_report = {.kind = m_store.kind(), .failedAt = {}, .reason = {}};
};

} // namespace

std::string_view name(ProbeStep step)
{
    switch (step) {
    case ProbeStep::Write:
        return "write";
    case ProbeStep::Read:
        return "read";
    case ProbeStep::Compare:
        return "compare";
    case ProbeStep::Remove:
        return "remove";
    }
    UNREACHABLE();
}

void probe(SecretStore& store, std::function<void(ProbeReport)> answer)
{
    std::make_shared<Probe>(store, std::move(answer))->write();
}

} // namespace tf::secrets
