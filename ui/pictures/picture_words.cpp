#include "ui/pictures/picture_words.h"

#include "app/workspace/tray/amount.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

struct PictureWords {
    Q_DECLARE_TR_FUNCTIONS(PictureWords)
};

QString shownSide(std::int64_t number)
{
    return QString::fromStdString(workspace::shownNumber(number));
}

QString sizeWords(vision::Size size)
{
    return u"%1×%2"_s.arg(shownSide(size.width), shownSide(size.height));
}

} // namespace

QString factsOf(const workspace::TrayItem& item)
{
    const workspace::PictureLook& look = *item.picture;
    QStringList lines;
    lines.append(u"%1 · %2 · %3"_s.arg(QString::fromStdString(look.format), sizeWords(look.size),
                                       QString::fromStdString(workspace::shownBytes(look.bytes))));
    if (item.state == workspace::TrayState::Reading)
        lines.append(PictureWords::tr("It is being read …"));
    else if (item.state == workspace::TrayState::Ready)
        lines.append(PictureWords::tr("The model sees %1 · %2 tokens")
                         .arg(sizeWords(look.seen), shownSide(item.tokens)));
    QString sent = PictureWords::tr("Pixels alone are sent: neither the file's name nor what else "
                                    "stands in it.");
    if (look.hasAlpha)
        sent += u' ' + PictureWords::tr("What is transparent is white.");
    if (look.wasTurned)
        sent += u' ' + PictureWords::tr("It was turned upright.");
    lines.append(sent);
    return lines.join(u'\n');
}

QString noticesOf(const workspace::TrayItem* item)
{
    QStringList lines;
    if (item == nullptr)
        return {};
    if (item->state == workspace::TrayState::Failed)
        lines.append(
            PictureWords::tr("It cannot go along: %1").arg(QString::fromStdString(item->detail)));
    for (const std::string& notice : item->notices)
        lines.append(QString::fromStdString(notice));
    for (QString& line : lines) {
        if (!line.isEmpty())
            line[0] = line[0].toUpper();
    }
    return lines.join(u'\n');
}

} // namespace tf::ui
