#include "ui/shell/store_words.h"

#include "ui/widgets/plain_name.h"

#include <QCoreApplication>
#include <QLocale>

namespace tf::ui {

namespace {

struct StoreWords {
    Q_DECLARE_TR_FUNCTIONS(StoreWords)
};

QString whyOf(const workspace::StoreTrouble& trouble)
{
    const QString folder = plainName(QString::fromStdString(trouble.folder));
    switch (trouble.refusal) {
    case workspace::StoreRefusal::Full:
        if (trouble.freeBytes < 0)
            return StoreWords::tr("The disk of %1 is full: make room on it.").arg(folder);
        return StoreWords::tr("The disk of %1 is full (%2 are free): make room on it.")
            .arg(folder, QLocale().formattedDataSize(trouble.freeBytes, 1));
    case workspace::StoreRefusal::Denied:
        return StoreWords::tr("%1 cannot be written to: see that it can be again.").arg(folder);
    case workspace::StoreRefusal::Other:
        break;
    }
    return StoreWords::tr("Sessions cannot be saved in %1 at the moment.").arg(folder);
}

} // namespace

QString sentenceFor(const workspace::StoreTrouble& trouble)
{
    return StoreWords::tr("%1 What comes stays in memory and is saved as soon as that works; "
                          "Export Session saves it to another place now.")
        .arg(whyOf(trouble));
}

QString sentenceFor(const workspace::Trouble& trouble)
{
    if (trouble.error.code == tf::Code::NotFound)
        return StoreWords::tr("The session was deleted by another program. What is shown stays "
                              "here until you leave it; Export Session keeps it.");
    return StoreWords::tr("Something of the session could not be saved. It stays here until you "
                          "leave it; Export Session keeps it.");
}

} // namespace tf::ui
