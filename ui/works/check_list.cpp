#include "ui/works/check_list.h"

#include "ui/widgets/plain_name.h"
#include "ui/widgets/text_label.h"
#include "ui/works/sign_row.h"
#include "ui/works/works_watch.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace tf::ui {

namespace {

constexpr qsizetype kMostSaidLetters = 1500;

QString placeWords(const std::string& path, std::int64_t line)
{
    const QString shown = plainName(QString::fromStdString(path));
    return line > 0 ? CheckList::tr("%1, line %2").arg(shown).arg(line) : shown;
}

} // namespace

CheckList::CheckList(const Theme& theme, WorksWatch& watch, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_watch(watch)
    , m_column(new QVBoxLayout(this))
    , m_button(new QPushButton(this))
{
    setAccessibleName(tr("Checks"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    auto* head = new QHBoxLayout;
    head->addWidget(new TextLabel(theme, FontRole::Strong, Token::Text, tr("Checks"), this), 1);
    head->addWidget(m_button);
    m_column->addLayout(head);
    m_button->setToolTip(tr("Tools that are installed look at a copy, without network and without "
                            "anything of yours. Nothing is ever applied."));
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_watch.isChecking())
            m_watch.stopChecks();
        else
            m_watch.check();
    });
    connect(&watch, &WorksWatch::worksChanged, this, &CheckList::fill);
    connect(&watch, &WorksWatch::checksChanged, this, &CheckList::fill);
}

void CheckList::fill()
{
    const auto files = m_watch.works().newestFiles();
    const bool hasTools = !works::checksFor(files).empty();
    m_button->setText(m_watch.isChecking() ? tr("Stop checks") : tr("Run checks"));
    m_button->setVisible(hasTools);
    delete m_rows;
    m_rows = new QWidget(this);
    auto* column = new QVBoxLayout(m_rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_column->addWidget(m_rows);
    addRefused();
    addWarnings();
    addChecks();
    if (column->count() == 0)
        column->addWidget(makeParagraph(m_theme, FontRole::Small, Token::TextMuted,
                                        tr("Nothing is known against these files."), m_rows));
    m_rows->show();
}

void CheckList::addRefused()
{
    for (const works::RefusedFile& refused : m_watch.works().refused) {
        const QString path = plainName(QString::fromStdString(refused.path));
        m_rows->layout()->addWidget(new SignRow(
            m_theme,
            {RowSign::Bad, tr("Left out: %1").arg(path), QString::fromStdString(refused.reason)},
            SignRow::Leads::Nowhere, m_rows));
    }
}

void CheckList::addWarnings()
{
    for (const works::StaticWarning& warning : m_watch.works().warnings) {
        const bool isFault = warning.severity == works::Severity::Fault;
        auto* row = new SignRow(m_theme,
                                {isFault ? RowSign::Bad : RowSign::Caution,
                                 QString::fromStdString(warning.text),
                                 placeWords(warning.path, warning.line)},
                                SignRow::Leads::Somewhere, m_rows);
        connect(row, &QAbstractButton::clicked, this,
                [this, path = QString::fromStdString(warning.path), line = qint64(warning.line)] {
                    Q_EMIT placeAsked(path, line);
                });
        m_rows->layout()->addWidget(row);
    }
}

void CheckList::addChecks()
{
    if (m_watch.checks()) {
        for (const works::CheckResult& result : *m_watch.checks())
            addResult(result);
        return;
    }
    const QString why = m_watch.isChecking() ? tr("It runs now.")
        : m_watch.trouble().isEmpty()        ? tr("It has not been run yet.")
                                             : m_watch.trouble();
    for (const std::string& name : works::checksFor(m_watch.works().newestFiles()))
        m_rows->layout()->addWidget(new SignRow(m_theme,
                                                {RowSign::Open, QString::fromStdString(name), why},
                                                SignRow::Leads::Nowhere, m_rows));
}

void CheckList::addResult(const works::CheckResult& result)
{
    using works::CheckState;
    const QString said = QString::fromStdString(result.said).left(kMostSaidLetters);
    SignedLine line{RowSign::Open, QString::fromStdString(result.name),
                    QString::fromStdString(result.reason)};
    if (result.state == CheckState::Passed)
        line.sign = RowSign::Good;
    if (result.state == CheckState::Failed) {
        line.sign = RowSign::Bad;
        line.detail = said;
    }
    const bool leads = result.state == CheckState::Failed && !result.path.empty();
    if (leads)
        line.text = tr("%1: %2").arg(line.text, placeWords(result.path, result.line));
    auto* row = new SignRow(m_theme, line,
                            leads ? SignRow::Leads::Somewhere : SignRow::Leads::Nowhere, m_rows);
    row->setToolTip(said);
    connect(row, &QAbstractButton::clicked, this,
            [this, path = QString::fromStdString(result.path), number = qint64(result.line)] {
                Q_EMIT placeAsked(path, number);
            });
    m_rows->layout()->addWidget(row);
}

} // namespace tf::ui
