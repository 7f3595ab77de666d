#include "ui/context/changes_line.h"

#include "ui/composer/estimate.h"
#include "ui/composer/text_button.h"
#include "ui/widgets/plain_name.h"
#include "ui/widgets/text_label.h"

#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace tf::ui {

using workspace::ChangedFile;
using workspace::Sends;
using workspace::SourceChange;

namespace {

constexpr std::size_t kMostNamed = 20;

QString plainOf(const std::string& text)
{
    return plainName(QString::fromStdString(text));
}

QString pathsOf(const SourceChange& change)
{
    QStringList lines;
    for (std::size_t idx = 0; idx < std::min(change.files.size(), kMostNamed); ++idx) {
        const ChangedFile& file = change.files[idx];
        const QChar sign = file.how == ChangedFile::How::Added ? u'+'
            : file.how == ChangedFile::How::Removed            ? u'−'
                                                               : u'~';
        lines.append(sign + QStringLiteral(" ") + plainOf(file.path));
    }
    if (change.files.size() > kMostNamed)
        lines.append(ChangesLine::tr("and %1 more").arg(change.files.size() - kMostNamed));
    return lines.join(u'\n');
}

QString wordsOf(const SourceChange& change)
{
    const QString title = plainOf(change.source.title);
    if (!change.problem.empty())
        return ChangesLine::tr("Whether %1 changed since the last answer cannot be seen: %2")
            .arg(title, plainOf(change.problem));
    const bool isExact = change.quality == ingest::Quality::Exact;
    return (isExact ? ChangesLine::tr("Since the last answer, %1: %2 (%3 tokens)")
                    : ChangesLine::tr("Since the last answer, %1: %2 (≈ %3 tokens)"))
        .arg(title, changeCounts(change), shortTokens(change.tokens));
}

} // namespace

QString changeCounts(const SourceChange& change)
{
    const auto numOf = [&change](ChangedFile::How how) {
        return static_cast<int>(
            std::count_if(change.files.begin(), change.files.end(),
                          [how](const ChangedFile& file) { return file.how == how; }));
    };
    QStringList parts;
    if (const int number = numOf(ChangedFile::How::Added))
        parts.append(ChangesLine::tr("%1 added").arg(number));
    if (const int number = numOf(ChangedFile::How::Changed))
        parts.append(ChangesLine::tr("%1 changed").arg(number));
    if (const int number = numOf(ChangedFile::How::Removed))
        parts.append(ChangesLine::tr("%1 removed").arg(number));
    return parts.join(QStringLiteral(", "));
}

ChangesLine::ChangesLine(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_words(makeParagraph(theme, FontRole::Small, Token::Text, {}, this))
    , m_buttons(new QWidget(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 8, 14, 4);
    column->setSpacing(2);
    column->addWidget(m_words);
    column->addWidget(m_buttons);
    auto* row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    const auto add = [&](const QString& words, const QString& hint, auto deed) {
        auto* button = new TextButton(theme, words, m_buttons);
        button->setToolTip(hint);
        connect(button, &QAbstractButton::clicked, this, deed);
        row->addWidget(button);
    };
    add(tr("Send only changes"), tr("What was sent before stays in the server's cache"),
        [this] { Q_EMIT sendAsked(m_change, Sends::Changes); });
    add(tr("All again"), tr("The whole repository goes along once more"),
        [this] { Q_EMIT sendAsked(m_change, Sends::Whole); });
    add(tr("Ignore"), tr("Until something else changes"), [this] { Q_EMIT ignoreAsked(); });
    row->addStretch();
    hide();
}

void ChangesLine::setChanges(const std::vector<SourceChange>& changes)
{
    const auto counts =
        std::find_if(changes.begin(), changes.end(), [](const SourceChange& change) {
            return !change.files.empty() || !change.problem.empty();
        });
    setVisible(counts != changes.end());
    if (counts == changes.end())
        return;
    m_change = *counts;
    m_words->setText(wordsOf(m_change));
    m_words->setToolTip(pathsOf(m_change));
    m_words->setAccessibleDescription(pathsOf(m_change));
    m_buttons->setVisible(m_change.problem.empty());
    setAccessibleName(m_words->text());
}

void ChangesLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(Token::Divider));
}

} // namespace tf::ui
