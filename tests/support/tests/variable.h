#pragma once

// An environment variable set, or unset, for the time of a test; what was there comes back.

#include <QByteArray>
#include <QtGlobal>

namespace tf::test {

class Variable {
public:
    explicit Variable(const char* name)
        : m_name(name)
        , m_wasSet(qEnvironmentVariableIsSet(name))
        , m_before(qgetenv(name))
    {
        qunsetenv(name);
    }
    Variable(const char* name, const QByteArray& value)
        : Variable(name)
    {
        qputenv(name, value);
    }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;
    ~Variable()
    {
        if (m_wasSet)
            qputenv(m_name, m_before);
        else
            qunsetenv(m_name);
    }

private:
    const char* const m_name;
    const bool m_wasSet;
    const QByteArray m_before;
};

} // namespace tf::test
