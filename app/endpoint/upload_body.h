#pragma once

// The body of a request as a device that is read once.
//
// Qt sends a request again by itself when a connection closes at the wrong moment, and so might ask
// the model twice. A body that refuses to be read again makes that an error, and whether to repeat
// is ours to decide and to show. Thread: main.

#include <QIODevice>

#include <string>

namespace tf::endpoint {

class UploadBody : public QIODevice {
    Q_OBJECT

public:
    explicit UploadBody(std::string body, QObject* parent = nullptr);

    [[nodiscard]] qint64 size() const override;
    bool reset() override;

protected:
    qint64 readData(char* data, qint64 maxSize) override;
    qint64 writeData(const char* data, qint64 size) override;

private:
    std::string m_body;
    qint64 m_place = 0;
};

} // namespace tf::endpoint
