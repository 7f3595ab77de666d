#include "app/workspace/desk_view.h"

#include "app/workspace/tray/kept_choice.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace tf::workspace {

namespace {

constexpr qsizetype kMostKeptOffers = 1000;

/// Paths are bytes, JSON is Unicode.
QString encodedPlace(const std::string& place)
{
    return QString::fromLatin1(
        QByteArray::fromStdString(place).toPercentEncoding("/ :@?&=+,;()[]~'!"));
}

std::string decodedPlace(const QString& place)
{
    return QByteArray::fromPercentEncoding(place.toLatin1()).toStdString();
}

QJsonObject objectOf(const KeptOffer& offer)
{
    QJsonObject object;
    if (!offer.place.empty()) {
        object["place"_L1] = encodedPlace(offer.place);
    } else {
        object["name"_L1] = QString::fromStdString(offer.name);
        object["type"_L1] = QString::fromStdString(offer.type);
        object["blob"_L1] = QString::fromStdString(offer.blob);
    }
    if (const QJsonObject choice = keptChoice(offer.choice); !choice.isEmpty())
        object["choice"_L1] = choice;
    return object;
}

KeptOffer offerOf(const QJsonObject& object)
{
    return {decodedPlace(object["place"_L1].toString()), object["name"_L1].toString().toStdString(),
            object["type"_L1].toString().toStdString(), object["blob"_L1].toString().toStdString(),
            trayChoiceFrom(object["choice"_L1].toObject())};
}

} // namespace

DeskView readDeskView(const std::string& view)
{
    DeskView read;
    const auto top = QJsonDocument::fromJson(QByteArray::fromStdString(view)).object();
    read.reading = std::max<session::TurnId>(top["reading"_L1].toInteger(), session::kNoTurn);
    read.ignored = top["ignored"_L1].toString().toStdString();
    read.preset = top["preset"_L1].toString().toStdString();
    const QJsonArray tray = top["tray"_L1].toArray();
    for (qsizetype idx = 0; idx < std::min(tray.size(), kMostKeptOffers); ++idx) {
        KeptOffer offer = offerOf(tray[idx].toObject());
        if (!offer.place.empty() || !offer.blob.empty())
            read.tray.push_back(std::move(offer));
    }
    return read;
}

std::string write(const DeskView& view)
{
    QJsonObject top;
    if (view.reading != session::kNoTurn)
        top["reading"_L1] = qint64(view.reading);
    if (!view.ignored.empty())
        top["ignored"_L1] = QString::fromStdString(view.ignored);
    QJsonArray tray;
    for (const KeptOffer& offer : view.tray)
        tray.append(objectOf(offer));
    if (!tray.isEmpty())
        top["tray"_L1] = tray;
    if (!view.preset.empty())
        top["preset"_L1] = QString::fromStdString(view.preset);
    return top.isEmpty() ? std::string()
                         : QJsonDocument(top).toJson(QJsonDocument::Compact).toStdString();
}

} // namespace tf::workspace
