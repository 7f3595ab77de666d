#include "ui/works/save_panel.h"

#include "ui/widgets/plain_name.h"
#include "ui/widgets/text_label.h"
#include "ui/works/sign_row.h"
#include "ui/works/works_watch.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace tf::ui {

namespace {

using works::SaveState;

SignedLine lineFor(const works::SaveRow& row)
{
    const QString path = plainName(QString::fromStdString(row.path));
    switch (row.state) {
    case SaveState::New:
        return {RowSign::Good, path, SavePanel::tr("New"), SavePanel::tr("New")};
    case SaveState::Same:
        return {RowSign::Open, path, SavePanel::tr("Is there already, the same"),
                SavePanel::tr("Same")};
    case SaveState::Changed:
        return {RowSign::Caution, path, SavePanel::tr("Another one is there"),
                SavePanel::tr("Changed")};
    case SaveState::Blocked:
        break;
    }
    return {RowSign::Bad, path, QString::fromStdString(row.reason),
            SavePanel::tr("Cannot be saved")};
}

QString shownFolder(const std::filesystem::path& folder)
{
    return plainName(QString::fromStdString(folder.string()));
}

} // namespace

SavePanel::SavePanel(const Theme& theme, WorksWatch& watch, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_watch(watch)
    , m_ask(new QPushButton(tr("Save to folder…"), this))
    , m_trouble(makeParagraph(theme, FontRole::Small, Token::DangerText, {}, this))
{
    m_plan = makePlan();
    m_saved = makeSaved();
    setAccessibleName(tr("Save the files"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_ask, 0, Qt::AlignLeft);
    for (QWidget* part : {static_cast<QWidget*>(m_trouble), m_plan, m_saved})
        column->addWidget(part);
    m_ask->setToolTip(
        tr("Shows first what would happen. Nothing is applied to anything that runs."));
    connect(m_ask, &QPushButton::clicked, this, &SavePanel::askForFolder);
    connect(&watch, &WorksWatch::savingChanged, this, &SavePanel::follow);
    follow();
}

QWidget* SavePanel::makePlan()
{
    auto* plan = new QWidget(this);
    m_planColumn = new QVBoxLayout(plan);
    m_planColumn->setContentsMargins(0, 0, 0, 0);
    m_planColumn->setSpacing(4);
    m_folder = makeParagraph(m_theme, FontRole::Strong, Token::Text, {}, plan);
    m_replace = new QCheckBox(plan);
    m_save = new QPushButton(plan);
    m_save->setDefault(true);
    auto* cancel = new QPushButton(tr("Do not save"), plan);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_save);
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    m_planColumn->addWidget(m_folder);
    m_planColumn->addWidget(m_replace);
    m_planColumn->addLayout(buttons);
    connect(m_replace, &QCheckBox::toggled, this, &SavePanel::showButton);
    connect(cancel, &QPushButton::clicked, this, [this] { m_watch.dropPlan(); });
    connect(m_save, &QPushButton::clicked, this, [this] {
        m_watch.save(m_replace->isChecked() ? works::Replace::Yes : works::Replace::No);
    });
    return plan;
}

QWidget* SavePanel::makeSaved()
{
    auto* saved = new QWidget(this);
    auto* row = new QHBoxLayout(saved);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_savedWords = makeParagraph(m_theme, FontRole::Small, Token::GoodText, {}, saved);
    auto* undo = new QPushButton(tr("Take back"), saved);
    undo->setToolTip(tr("Puts back what was there before, unless somebody has changed it since"));
    row->addWidget(m_savedWords, 1);
    row->addWidget(undo);
    connect(undo, &QPushButton::clicked, this, [this] { m_watch.takeBack(); });
    return saved;
}

void SavePanel::askForFolder()
{
    auto* dialog = new QFileDialog(this, tr("Save the files into a folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& folder) { m_watch.plan(folder); });
    dialog->open();
}

void SavePanel::follow()
{
    m_ask->setVisible(!m_watch.works().files.empty() && !m_watch.plan());
    m_trouble->setText(m_watch.trouble());
    m_trouble->setVisible(!m_watch.trouble().isEmpty());
    m_plan->setVisible(m_watch.plan().has_value());
    m_saved->setVisible(m_watch.saved().has_value() && !m_watch.plan());
    if (m_watch.plan())
        showPlan();
    if (m_watch.saved())
        showSaved();
}

void SavePanel::showPlan()
{
    const works::SavePlan& plan = *m_watch.plan();
    m_folder->setText(tr("Into %1").arg(shownFolder(plan.folder)));
    delete m_rows;
    m_rows = new QWidget(m_plan);
    auto* column = new QVBoxLayout(m_rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (const works::SaveRow& row : plan.rows)
        column->addWidget(new SignRow(m_theme, lineFor(row), SignRow::Leads::Nowhere, m_rows));
    m_planColumn->insertWidget(1, m_rows);
    const int changed = plan.count(SaveState::Changed);
    const QSignalBlocker quiet(m_replace);
    m_replace->setChecked(false);
    m_replace->setVisible(changed > 0);
    m_replace->setText(tr("Replace the %n file(s) that are there", nullptr, changed));
    showButton();
}

void SavePanel::showButton()
{
    const works::SavePlan& plan = *m_watch.plan();
    const int replaced = m_replace->isChecked() ? plan.count(SaveState::Changed) : 0;
    const int written = plan.count(SaveState::New) + replaced;
    m_save->setText(tr("Save %n file(s)", nullptr, written));
    m_save->setEnabled(written > 0 && plan.count(SaveState::Blocked) == 0);
}

void SavePanel::showSaved()
{
    const works::Saved& saved = *m_watch.saved();
    m_savedWords->setText(tr("%n file(s) saved into %1.", nullptr, int(saved.rows.size()))
                              .arg(shownFolder(saved.folder)));
}

} // namespace tf::ui
