#include "app/endpoint/upload_body.h"

#include <algorithm>
#include <cstring>

namespace tf::endpoint {

UploadBody::UploadBody(std::string body, QObject* parent)
    : QIODevice(parent)
    , m_body(std::move(body))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 UploadBody::size() const
{
    return static_cast<qint64>(m_body.size());
}

bool UploadBody::reset()
{
    return m_place == 0;
}

qint64 UploadBody::readData(char* data, qint64 maxSize)
{
    const qint64 left = size() - m_place;
    if (left == 0)
        return -1;
    const qint64 numBytes = std::min(maxSize, left);
    std::memcpy(data, m_body.data() + m_place, static_cast<std::size_t>(numBytes));
    m_place += numBytes;
    return numBytes;
}

qint64 UploadBody::writeData(const char*, qint64)
{
    return -1;
}

} // namespace tf::endpoint
