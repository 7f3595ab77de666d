// The Qt Core headers that most sources of app include, and no more: a longer list costs seconds.
#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <string>
#include <vector>
