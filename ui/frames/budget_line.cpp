#include "ui/frames/budget_line.h"

#include "ui/theme/style.h"
#include "ui/widgets/text_label.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace tf::ui {

namespace {

constexpr int kCapBarHeight = 10;
constexpr int kCapLine = 6;
/// The whole bar is a little more than may be shown, so that the mark stands inside it.
constexpr double kCapShare = 0.85;

QString number(std::int64_t value)
{
    return QLocale().toString(qlonglong(value));
}

} // namespace

/// How much of what one clip may show is used; a mark stands where that ends.
class BudgetLine::CapBar : public QWidget {
public:
    CapBar(const Theme& theme, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
    }

    void setUsed(double used)
    {
        m_used = used;
        update();
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        return {m_theme.px(120), m_theme.px(kCapBarHeight)};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const int line = m_theme.px(kCapLine);
        const QRect whole(0, (height() - line) / 2, width(), line);
        const auto at = [&](double share) { return qRound(width() * std::min(share, 1.0)); };
        const auto part = [&](int from, int to) {
            return QStyle::visualRect(layoutDirection(), rect(),
                                      QRect(from, whole.top(), to - from, line));
        };
        painter.setRenderHint(QPainter::Antialiasing);
        paintRounded(painter, whole, line / 2, m_theme.color(Token::Pressed));
        const int used = at(m_used * kCapShare);
        if (used > 0)
            paintRounded(painter, part(0, std::max(used, line)), line / 2,
                         m_theme.color(m_used > 1 ? Token::Caution : Token::Accent));
        const int mark = at(kCapShare);
        painter.fillRect(
            QStyle::visualRect(layoutDirection(), rect(), QRect(mark, 0, m_theme.px(2), height())),
            m_theme.color(Token::IconStrong));
    }

private:
    const Theme& m_theme;
    double m_used = 0;
};

QString budgetWords(const workspace::ClipSending& sending)
{
    const auto count = static_cast<int>(sending.frames.size());
    const QString tokens = number(sending.tokens);
    if (sending.form == workspace::ClipSending::Form::File)
        return BudgetLine::tr("the file, ≈ %1 tokens").arg(tokens);
    return BudgetLine::tr("%n frames, ≈ %1 tokens", nullptr, count).arg(tokens);
}

QString budgetNotes(const workspace::ClipSending& sending)
{
    QStringList lines;
    for (const std::string& sentence : sending.dropped)
        lines.append(QString::fromStdString(sentence));
    if (sending.duplicates > 0)
        lines.append(BudgetLine::tr("%n frames that look like the one before are left out.",
                                    nullptr, int(sending.duplicates)));
    if (sending.awaitsMoments)
        lines.append(BudgetLine::tr("The clip is still being looked through; more may come."));
    return lines.join(u'\n');
}

BudgetLine::BudgetLine(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_words(makeParagraph(theme, FontRole::Strong, Token::Text, {}, this))
    , m_bar(new CapBar(theme, this))
    , m_cap(makeParagraph(theme, FontRole::Small, Token::TextMuted, {}, this))
    , m_notes(makeParagraph(theme, FontRole::Small, Token::CautionText, {}, this))
    , m_problem(makeParagraph(theme, FontRole::Small, Token::DangerText, {}, this))
{
    setAccessibleName(tr("What it costs"));
    setToolTip(tr("Frames travel in pairs: two frames cost what one picture of their size costs, "
                  "and an odd last one is its own partner. A moment whose small print matters is "
                  "better sent as a picture."));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    for (QWidget* part : {static_cast<QWidget*>(m_words), static_cast<QWidget*>(m_bar),
                          static_cast<QWidget*>(m_cap), static_cast<QWidget*>(m_notes),
                          static_cast<QWidget*>(m_problem)})
        column->addWidget(part);
    setSending({});
}

void BudgetLine::setSending(const workspace::ClipSending& sending)
{
    m_words->setText(budgetWords(sending));
    m_bar->setUsed(sending.capUsed);
    m_cap->setText(
        tr("%1 % of what one clip may show (%2 tokens)")
            .arg(QLocale().toString(qRound(100 * sending.capUsed)), number(kClipCapTokens)));
    const QString notes = budgetNotes(sending);
    m_notes->setText(notes);
    m_notes->setVisible(!notes.isEmpty());
    const QString problem = QString::fromStdString(sending.problem);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_words->setVisible(problem.isEmpty());
    setAccessibleDescription(problem.isEmpty()
                                 ? QStringList({m_words->text(), m_cap->text(), notes}).join(u'\n')
                                 : problem);
}

} // namespace tf::ui
