#include "app/workspace/inbox.h"

#include <QPointer>

namespace tf::workspace {

Inbox::Inbox()
    : m_here(std::make_unique<QObject>())
    , m_box(std::make_shared<Box>([this] {
        QMetaObject::invokeMethod(
            m_here.get(), [this] { drain(); }, Qt::QueuedConnection);
    }))
{
}

Inbox::~Inbox()
{
    m_box->close();
}

void Inbox::drain()
{
    // A job may be the end of the box's owner, and of the box.
    const QPointer<QObject> here = m_here.get();
    for (const Job& job : m_box->drain()) {
        if (here == nullptr)
            return;
        job();
    }
}

} // namespace tf::workspace
