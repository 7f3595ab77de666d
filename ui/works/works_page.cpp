#include "ui/works/works_page.h"

#include "ui/widgets/empty_state.h"
#include "ui/widgets/text_label.h"
#include "ui/works/answer_tree.h"
#include "ui/works/check_list.h"
#include "ui/works/code_preview.h"
#include "ui/works/graph_table.h"
#include "ui/works/report_card.h"
#include "ui/works/save_panel.h"
#include "ui/works/works_watch.h"

#include <QComboBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace tf::ui {

namespace {

QVBoxLayout* columnIn(QWidget& block)
{
    auto* column = new QVBoxLayout(&block);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    return column;
}

/// One under the other, each behind a sign.
QString joined(const std::vector<std::string>& sentences)
{
    QString text;
    for (const std::string& sentence : sentences)
        text += (text.isEmpty() ? QStringLiteral("• ") : QStringLiteral("\n• "))
            + QString::fromStdString(sentence);
    return text;
}

} // namespace

WorksPage::WorksPage(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_watch(new WorksWatch(this))
    , m_nothing(makeNothing())
    , m_report(new ReportCard(theme, this))
{
    m_files = makeFiles();
    m_graph = makeGraph();
    setObjectName(QStringLiteral("files"));
    setAccessibleName(tr("Files of the answers"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 4, 14, 16);
    column->setSpacing(14);
    column->addWidget(m_nothing, 1);
    for (QWidget* part : {static_cast<QWidget*>(m_report), m_files, m_graph})
        column->addWidget(part);
    column->addStretch(0);
    connect(m_watch, &WorksWatch::worksChanged, this, &WorksPage::follow);
    connect(m_report, &ReportCard::momentAsked, this, &WorksPage::momentAsked);
    connect(m_report, &ReportCard::placeAsked, this, &WorksPage::placeAsked);
    connect(m_report, &ReportCard::exportAsked, this, &WorksPage::exportAsked);
    follow();
}

QWidget* WorksPage::makeNothing()
{
    auto* begin = new QPushButton(tr("What is it about?…"));
    begin->setToolTip(tr("Choose a kind of work: a diagram to Terraform, a recording to a report"));
    connect(begin, &QPushButton::clicked, this, &WorksPage::beginAsked);
    return makeEmptyState(m_theme, Icon::File,
                          {tr("No files yet"),
                           tr("When an answer holds files, the graph of a diagram or a bug report, "
                              "they stand here to "
                              "be looked at, checked and saved.")},
                          this, begin);
}

QWidget* WorksPage::makeFiles()
{
    auto* block = new QWidget(this);
    auto* column = columnIn(*block);
    m_tree = new AnswerTree(m_theme, block);
    m_version = new QComboBox(block);
    m_version->setAccessibleName(tr("Version"));
    m_version->setToolTip(tr("Which answer's version is shown; the newest is checked and saved"));
    m_preview = new CodePreview(m_theme, block);
    m_checks = new CheckList(m_theme, *m_watch, block);
    m_saving = new SavePanel(m_theme, *m_watch, block);
    column->addWidget(makeParagraph(m_theme, FontRole::Strong, Token::Text, tr("Files"), block));
    for (QWidget* part : {static_cast<QWidget*>(m_tree), static_cast<QWidget*>(m_version),
                          static_cast<QWidget*>(m_preview), static_cast<QWidget*>(m_saving)})
        column->addWidget(part);
    column->addSpacing(8);
    column->addWidget(m_checks);
    connect(m_tree, &AnswerTree::fileChosen, this, &WorksPage::showFile);
    connect(m_version, &QComboBox::activated, this, &WorksPage::showVersion);
    connect(m_checks, &CheckList::placeAsked, this, &WorksPage::showPlace);
    return block;
}

QWidget* WorksPage::makeGraph()
{
    auto* block = new QWidget(this);
    auto* column = columnIn(*block);
    m_nodes = new GraphTable(m_theme, block);
    m_edges = new GraphTable(m_theme, block);
    m_edgesTitle =
        makeParagraph(m_theme, FontRole::Strong, Token::Text, tr("What is joined"), block);
    m_questions = makeParagraph(m_theme, FontRole::Body, Token::Text, {}, block);
    m_faults = makeParagraph(m_theme, FontRole::Small, Token::CautionText, {}, block);
    for (TextLabel* label : {m_questions, m_faults}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    column->addWidget(
        makeParagraph(m_theme, FontRole::Strong, Token::Text, tr("Read from the diagram"), block));
    for (QWidget* part : {static_cast<QWidget*>(m_nodes), static_cast<QWidget*>(m_edgesTitle),
                          static_cast<QWidget*>(m_edges), static_cast<QWidget*>(m_questions),
                          static_cast<QWidget*>(m_faults)})
        column->addWidget(part);
    return block;
}

void WorksPage::setConversation(std::shared_ptr<workspace::Conversation> conversation)
{
    m_watch->setConversation(std::move(conversation));
}

void WorksPage::follow()
{
    const works::BranchWorks& works = m_watch->works();
    m_nothing->setVisible(works.isEmpty());
    m_report->setVisible(works.report.has_value());
    m_files->setVisible(!works.files.empty() || !works.refused.empty());
    m_graph->setVisible(works.graph.has_value());
    if (works.report)
        m_report->show(*works.report);
    m_tree->show(works);
    m_tree->setVisible(!works.files.empty());
    m_preview->setVisible(!works.files.empty());
    showFile(m_tree->chosenPath());
    if (works.graph)
        showGraph();
}

void WorksPage::showGraph()
{
    const works::BranchWorks& works = m_watch->works();
    const works::DiagramGraph& graph = *works.graph;
    m_nodes->setVisible(!graph.nodes.empty());
    m_edges->setVisible(!graph.edges.empty());
    m_edgesTitle->setVisible(!graph.edges.empty());
    m_nodes->showNodes(works);
    m_edges->showEdges(graph);
    m_questions->setVisible(!graph.questions.empty());
    m_questions->setText(tr("Open questions:\n%1").arg(joined(graph.questions)));
    m_faults->setVisible(!graph.faults.empty());
    m_faults->setText(joined(graph.faults));
}

void WorksPage::showFile(const QString& path)
{
    m_version->clear();
    const auto& turns = m_watch->turns();
    for (const works::BranchFile& file : m_watch->works().files) {
        if (QString::fromStdString(file.path) != path)
            continue;
        for (auto version = file.versions.rbegin(); version != file.versions.rend(); ++version) {
            const auto place = std::find(turns.begin(), turns.end(), version->turn) - turns.begin();
            const QString words = tr("Answer %1").arg(place + 1);
            m_version->addItem(version == file.versions.rbegin() ? tr("%1, newest").arg(words)
                                                                 : words);
        }
    }
    m_version->setVisible(m_version->count() > 1);
    showVersion();
}

void WorksPage::showVersion()
{
    const QString path = m_tree->chosenPath();
    for (const works::BranchFile& file : m_watch->works().files) {
        if (QString::fromStdString(file.path) != path || m_version->currentIndex() < 0)
            continue;
        const auto back = static_cast<std::size_t>(m_version->currentIndex()) + 1;
        m_preview->show(
            path, QString::fromStdString(file.versions[file.versions.size() - back].file.text));
    }
}

void WorksPage::showPlace(const QString& path, qint64 line)
{
    m_tree->choose(path);
    showFile(path);
    m_preview->point(line);
    m_preview->setFocus(Qt::OtherFocusReason);
}

} // namespace tf::ui
