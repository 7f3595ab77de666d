#include "app/workspace/endpoint_trial.h"

#include "app/endpoint/profile/capability_probe.h"

#include <QDate>
#include <QPointer>

namespace tf::workspace {

using endpoint::Handshake;

EndpointTrial::EndpointTrial(endpoint::StoredProfile stored, endpoint::Profile profile,
                             const endpoint::Reach& reach, Engines::TestTold told)
    : m_stored(std::move(stored))
    , m_server(profile, reach)
    , m_handshake(profile.baseUrl, profile.connection, reach)
    , m_told(std::move(told))
{
    m_test.found = m_stored.capabilities;
    connect(&m_handshake, &Handshake::reached, this, &EndpointTrial::onReached);
    connect(&m_handshake, &Handshake::failed, this, &EndpointTrial::fail);
}

void EndpointTrial::start()
{
    m_began = std::chrono::steady_clock::now();
    m_handshake.start();
}

void EndpointTrial::onReached(Handshake::Step step)
{
    using Step = EndpointTest::Step;
    switch (step) {
    case Handshake::Step::Resolving:
        return tell(Step::Resolving);
    case Handshake::Step::Connecting:
        return tell(Step::Connecting);
    case Handshake::Step::Encrypting:
        return tell(Step::Encrypting);
    case Handshake::Step::Done:
        break;
    }
    m_test.chain = m_handshake.chain();
    m_test.cipher = m_handshake.cipher();
    const QPointer<EndpointTrial> here = this;
    tell(Step::Asking);
    if (here == nullptr)
        return;
    m_server.probe([here](Result<std::vector<wire::ListedModel>> models) {
        if (here)
            here->onModels(std::move(models));
    });
}

void EndpointTrial::onModels(Result<std::vector<wire::ListedModel>> models)
{
    if (!models)
        return fail(models.error());
    m_test.models = std::move(models).value();
    const std::string today = QDate::currentDate().toString(Qt::ISODate).toStdString();
    if (const auto* model = endpoint::modelIn(m_test.models, m_stored.model))
        m_test.found = endpoint::foundInList(m_test.found, *model, today);
    tell(EndpointTest::Step::Done);
}

void EndpointTrial::tell(EndpointTest::Step step)
{
    m_test.step = step;
    m_test.took = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - m_began);
    const auto told = m_told; // it may stop the test
    const EndpointTest test = m_test;
    told(test);
}

void EndpointTrial::fail(const Error& error)
{
    m_test.error = error;
    m_test.chain = m_handshake.chain(); // what was not trusted is worth a look
    m_test.cipher = m_handshake.cipher();
    tell(m_test.step);
}

} // namespace tf::workspace
