#include "ui/works/report_card.h"

#include "ui/theme/style.h"
#include "ui/widgets/text_label.h"
#include "ui/works/sign_row.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

QString confidenceWords(works::Confidence confidence)
{
    switch (confidence) {
    case works::Confidence::Unsaid:
        return {};
    case works::Confidence::Low:
        return ReportCard::tr("Low confidence");
    case works::Confidence::Medium:
        return ReportCard::tr("Medium confidence");
    case works::Confidence::High:
        break;
    }
    return ReportCard::tr("High confidence");
}

/// Without the marks of Markdown, which here are none.
QString plainWords(const std::string& markdown)
{
    QString words = QString::fromStdString(markdown);
    words.remove(u'`');
    words.remove(u"**"_s);
    return words;
}

} // namespace

ReportCard::ReportCard(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
{
    setAccessibleName(tr("Bug report"));
    m_column->setContentsMargins(0, 0, 0, 0);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ReportCard::show(const works::BugReport& report)
{
    if (m_inside != nullptr && report == m_report)
        return;
    m_report = report;
    fill();
}

void ReportCard::fill()
{
    delete m_inside;
    m_inside = new QWidget(this);
    auto* column = new QVBoxLayout(m_inside);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(4);
    addHead(*column);
    addPart(*column, tr("Environment"), plainWords(m_report.environment));
    addSteps(*column, tr("Steps"), m_report.steps);
    addPart(*column, tr("Expected"), plainWords(m_report.expected));
    addPart(*column, tr("Actual"), plainWords(m_report.actual));
    if (!m_report.firstBadFrame.text.empty())
        addSteps(*column, tr("First bad frame"), {m_report.firstBadFrame});
    addSuspects(*column);
    QString questions;
    for (const std::string& question : m_report.questions)
        questions += (questions.isEmpty() ? QString() : u"\n"_s) + plainWords(question);
    addPart(*column, tr("Open questions"), questions);
    addPart(*column, tr("Test idea"), plainWords(m_report.testIdea));
    addButtons(*column);
    m_column->addWidget(m_inside);
    m_inside->show(); // with the card: a layout shows what it is given only in a later turn
}

void ReportCard::addHead(QVBoxLayout& column)
{
    column.addWidget(
        new TextLabel(m_theme, FontRole::Small, Token::TextMuted, tr("Bug report"), m_inside));
    const QString title = plainWords(m_report.title);
    column.addWidget(makeParagraph(m_theme, FontRole::Heading, Token::Text,
                                   title.isEmpty() ? tr("Without a title") : title, m_inside));
}

void ReportCard::addPart(QVBoxLayout& column, const QString& title, const QString& text)
{
    if (text.isEmpty())
        return;
    column.addSpacing(6);
    column.addWidget(makeParagraph(m_theme, FontRole::Strong, Token::Text, title, m_inside));
    auto* words = makeParagraph(m_theme, FontRole::Body, Token::Text, text, m_inside);
    words->setTextFormat(Qt::PlainText);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words->setContentsMargins(5, 0, 5, 0); // under the words of rows that can be pressed
    column.addWidget(words);
}

void ReportCard::addSteps(QVBoxLayout& column, const QString& title,
                          const std::vector<works::ReportStep>& steps)
{
    if (steps.empty())
        return;
    column.addSpacing(6);
    column.addWidget(makeParagraph(m_theme, FontRole::Strong, Token::Text, title, m_inside));
    int number = 0;
    for (const works::ReportStep& step : steps) {
        const QString words = plainWords(step.text);
        const QString text = steps.size() > 1 ? tr("%1. %2").arg(++number).arg(words) : words;
        auto* row = new SignRow(m_theme, {RowSign::Plain, text, {}},
                                step.seconds ? SignRow::Leads::Somewhere : SignRow::Leads::Nowhere,
                                m_inside);
        if (step.seconds) {
            row->setToolTip(tr("Show this moment of the recording"));
            connect(row, &QAbstractButton::clicked, this,
                    [this, at = *step.seconds] { Q_EMIT momentAsked(at); });
        }
        column.addWidget(row);
    }
}

void ReportCard::addSuspects(QVBoxLayout& column)
{
    if (m_report.suspects.empty())
        return;
    column.addSpacing(6);
    column.addWidget(
        makeParagraph(m_theme, FontRole::Strong, Token::Text, tr("Suspect files"), m_inside));
    for (const works::Suspect& suspect : m_report.suspects) {
        const bool leads = !suspect.path.empty();
        auto* row = new SignRow(
            m_theme,
            {RowSign::Plain, plainWords(suspect.text), confidenceWords(suspect.confidence)},
            leads ? SignRow::Leads::Somewhere : SignRow::Leads::Nowhere, m_inside);
        if (leads) {
            row->setToolTip(tr("Show the file at this line"));
            connect(row, &QAbstractButton::clicked, this,
                    [this, path = QString::fromStdString(suspect.path),
                     line = qint64(suspect.line)] { Q_EMIT placeAsked(path, line); });
        }
        column.addWidget(row);
    }
}

void ReportCard::addButtons(QVBoxLayout& column)
{
    auto* buttons = new QWidget(m_inside);
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 8, 0, 0);
    row->setSpacing(8);
    auto* copy = new QPushButton(tr("Copy as Markdown"), buttons);
    auto* save = new QPushButton(tr("Export…"), buttons);
    save->setAccessibleName(tr("Export the bug report"));
    save->setToolTip(tr("As a Markdown file, ready for an issue"));
    row->addWidget(copy);
    row->addWidget(save);
    row->addStretch(1);
    const QString text = QString::fromStdString(works::asMarkdown(m_report));
    connect(copy, &QPushButton::clicked, this,
            [text] { QGuiApplication::clipboard()->setText(text); });
    connect(save, &QPushButton::clicked, this,
            [this, text] { Q_EMIT exportAsked(u"bug-report.md"_s, text); });
    column.addWidget(buttons);
}

void ReportCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(Token::Border), 1));
    painter.setBrush(m_theme.color(Token::Card));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_theme.px(8),
                            m_theme.px(8));
}

} // namespace tf::ui
