#include "ui/context/tree/file_words.h"

#include "ui/composer/estimate.h"
#include "ui/widgets/plain_name.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace tf::ui {

using ingest::Why;

namespace {

struct FileWords {
    Q_DECLARE_TR_FUNCTIONS(FileWords)
};

QString detailed(const QString& words, const std::string& detail)
{
    return detail.empty() ? words : FileWords::tr("%1: %2").arg(words, shownPath(detail));
}

QString verdictWords(const ingest::Verdict& verdict)
{
    switch (verdict.why) {
    case Why::Included:
        return {};
    case Why::IgnoredByGit:
    case Why::IgnoredByUs:
    case Why::Rule:
    case Why::TooBig:
        return shownPath(verdict.detail);
    case Why::VersionControl:
        return detailed(FileWords::tr("version control"), verdict.detail);
    case Why::Secret:
        return detailed(FileWords::tr("may hold secrets"), verdict.detail);
    case Why::Binary:
        return detailed(FileWords::tr("no text"), verdict.detail);
    case Why::Generated:
        return detailed(FileWords::tr("generated code"), verdict.detail);
    case Why::Vendored:
        return detailed(FileWords::tr("vendored code"), verdict.detail);
    case Why::LockFile:
        return detailed(FileWords::tr("lock file"), verdict.detail);
    case Why::LargeFilePointer:
        return FileWords::tr("its content is elsewhere (Git LFS)");
    case Why::NotAFile:
        return detailed(FileWords::tr("no file"), verdict.detail);
    case Why::Unreadable:
        return detailed(FileWords::tr("cannot be read"), verdict.detail);
    case Why::BadName:
        return FileWords::tr("its name is not safe to send");
    }
    return {};
}

QString percent(std::int64_t part, std::int64_t whole)
{
    if (whole <= 0)
        return {};
    const double share = 100.0 * double(part) / double(whole);
    return QLocale().toString(share, 'f', share < 9.95 ? 1 : 0) + u" %"_s;
}

bool isEstimated(const FileForest& forest)
{
    return forest.look()->quality == ingest::Quality::Estimated;
}

/// What is sent of it, or what it would cost.
std::int64_t shownAmount(const FileNode& node)
{
    return node.numSent > 0 ? node.sent : node.whole;
}

} // namespace

QString shownPath(std::string_view path)
{
    return plainName(QString::fromUtf8(path.data(), qsizetype(path.size())));
}

QString markWords(FileMark mark)
{
    switch (mark) {
    case FileMark::Sent:
        return FileWords::tr("included");
    case FileMark::Partly:
        return FileWords::tr("partly included");
    case FileMark::LeftOut:
        return FileWords::tr("left out");
    case FileMark::NoRoom:
        return FileWords::tr("no room for it");
    case FileMark::Secret:
        return FileWords::tr("left out, may hold secrets");
    case FileMark::Huge:
        return FileWords::tr("left out, too large");
    case FileMark::Unfit:
        break;
    }
    return FileWords::tr("cannot be sent");
}

QString whyWords(const FileForest& forest, FileId id)
{
    const FileNode& node = forest.at(id);
    if (node.isFolder) {
        const QLocale locale;
        if (node.mark == FileMark::Sent || node.numFit == 0)
            return node.numFit == 0 ? FileWords::tr("nothing in it can be sent") : QString();
        if (node.numFit == 1)
            return FileWords::tr("%1 of 1 file").arg(locale.toString(node.numSent));
        return FileWords::tr("%1 of %2 files")
            .arg(locale.toString(node.numSent), locale.toString(node.numFit));
    }
    if (node.isPending)
        return node.mark == FileMark::LeftOut ? FileWords::tr("your choice") : QString();
    if (const ingest::Cut* cut = forest.cut(id))
        return shownPath(cut->reason);
    return verdictWords(forest.entry(id).verdict);
}

QString tokenCell(const FileForest& forest, FileId id)
{
    const FileNode& node = forest.at(id);
    if (node.mark == FileMark::Unfit || shownAmount(node) == 0)
        return {};
    return shortTokens(shownAmount(node));
}

QString spokenFile(const FileForest& forest, FileId id, std::int64_t budget)
{
    const FileNode& node = forest.at(id);
    QStringList words{shownPath(forest.name(id)), markWords(node.mark)};
    if (node.news == FileNews::Changed)
        words.append(FileWords::tr("changed since the last answer"));
    if (node.news == FileNews::Added)
        words.append(FileWords::tr("new since the last answer"));
    if (node.mark != FileMark::Unfit && shownAmount(node) > 0) {
        const QString tokens = QLocale().toString(qlonglong(shownAmount(node)));
        words.append(
            (isEstimated(forest) ? FileWords::tr("about %1 tokens") : FileWords::tr("%1 tokens"))
                .arg(tokens));
    }
    if (node.numSent > 0 && budget > 0)
        words.append(percent(node.sent, budget));
    if (const QString why = whyWords(forest, id); !why.isEmpty())
        words.append(why);
    return words.join(u", "_s);
}

QString fileDetails(const FileForest& forest, FileId id, std::int64_t budget)
{
    const FileNode& node = forest.at(id);
    QStringList lines{shownPath(forest.path(id)), markWords(node.mark)};
    if (const QString why = whyWords(forest, id); !why.isEmpty())
        lines.back() += u" – "_s + why;
    if (node.mark != FileMark::Unfit && shownAmount(node) > 0) {
        const QString tokens = QLocale().toString(qlonglong(shownAmount(node)));
        const QString share = node.numSent > 0 ? percent(node.sent, budget) : QString();
        QString line =
            (isEstimated(forest) ? FileWords::tr("≈ %1 tokens") : FileWords::tr("%1 tokens"))
                .arg(tokens);
        if (!share.isEmpty())
            line += FileWords::tr(", %1 of the room").arg(share);
        lines.append(line);
    }
    if (node.news != FileNews::None)
        lines.append(node.news == FileNews::Changed ? FileWords::tr("changed since the last answer")
                                                    : FileWords::tr("new since the last answer"));
    return lines.join(u'\n');
}

} // namespace tf::ui
