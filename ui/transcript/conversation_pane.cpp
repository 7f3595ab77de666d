#include "ui/transcript/conversation_pane.h"

#include "ui/transcript/conversation_link.h"
#include "ui/transcript/drop_summary.h"
#include "ui/transcript/drop_zone.h"
#include "ui/transcript/map/turn_map.h"
#include "ui/transcript/map_link.h"
#include "ui/transcript/view/find_bar.h"
#include "ui/transcript/view/transcript_view.h"
#include "ui/widgets/choice_card.h"
#include "ui/widgets/text_label.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QVBoxLayout>

namespace tf::ui {

namespace {

constexpr int kColumnWidth = 600; // a line of prose stays readable

} // namespace

ConversationPane::ConversationPane(const Theme& theme, QWidget* parent)
    : Pane(theme, Token::Window, tr("Conversation"), parent)
{
    setAcceptDrops(true);
    m_emptyPage = setBody(makeBody());
    addTalk();
    choosePage();
}

ConversationPane::~ConversationPane() = default;

void ConversationPane::addTalk()
{
    m_talk = new QWidget(this);
    m_view = new TranscriptView(theme(), m_talk);
    m_map = new TurnMap(theme(), m_talk);
    auto* row = new QHBoxLayout(m_talk);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_view, 1);
    row->addWidget(m_map);
    m_find = new FindBar(theme(), *m_view, this);
    addPart(m_find, 0);
    addPart(m_talk, 1);
}

void ConversationPane::setConversation(std::shared_ptr<workspace::Conversation> conversation)
{
    m_mapLink.reset();
    m_link.reset();
    m_conversation = std::move(conversation);
    if (m_conversation != nullptr) {
        m_link = std::make_unique<ConversationLink>(*m_view, m_conversation, m_engines, m_media,
                                                    m_citations);
        m_mapLink = std::make_unique<MapLink>(*m_map, *m_view, m_conversation);
        connect(m_link.get(), &ConversationLink::branchChanged, this,
                &ConversationPane::choosePage);
        connect(m_link.get(), &ConversationLink::quoteAsked, this, &ConversationPane::quoteAsked);
    }
    choosePage();
}

void ConversationPane::choosePage()
{
    const bool isEmpty = m_conversation == nullptr || m_conversation->branch().empty();
    m_emptyPage->setVisible(isEmpty);
    m_talk->setVisible(!isEmpty);
    if (isEmpty)
        m_find->hide();
}

void ConversationPane::openFind()
{
    if (!m_talk->isHidden())
        m_find->open();
}

void ConversationPane::showFound(session::TurnId turn, const QString& words)
{
    m_view->showTurn(turn);
    if (!words.isEmpty() && !m_talk->isHidden())
        m_find->openWith(words);
}

void ConversationPane::setMedia(workspace::KeptMedia& media)
{
    m_media = [&media](const std::string& blob) { return media.look(blob); };
    connect(&media, &workspace::KeptMedia::changed, m_view, &TranscriptView::showMedia);
}

void ConversationPane::openRetryMenu()
{
    if (m_conversation == nullptr || m_conversation->branch().empty())
        return;
    m_view->follow();
    const QRect place = m_view->viewport()->rect();
    m_link->openRetryMenu(m_conversation->branch().back(),
                          m_view->viewport()->mapToGlobal(place.center()));
}

QWidget* ConversationPane::makeBody()
{
    auto* body = new QWidget(this);
    auto* middle = new QWidget(body);
    middle->setMaximumWidth(theme().px(kColumnWidth));
    connect(&theme(), &Theme::changed, middle,
            [this, middle] { middle->setMaximumWidth(theme().px(kColumnWidth)); });

    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    m_zone = new DropZone(theme(), middle);
    column->addStretch(2);
    column->addWidget(m_zone);
    column->addSpacing(12);
    column->addWidget(new TextLabel(theme(), FontRole::Small, Token::TextMuted,
                                    tr("What to begin with"), middle));
    column->addWidget(makeExample(Icon::Repository, {works::Work::Repository},
                                  tr("Where does the retry go wrong? Answers cite file and line."),
                                  middle));
    column->addWidget(makeExample(Icon::Diagram, {works::Work::Diagram},
                                  tr("From a picture of an architecture to code you can review."),
                                  middle));
    column->addWidget(makeExample(Icon::Recording, {works::Work::BugReview},
                                  tr("Find the moment it breaks, and the code behind it."),
                                  middle));
    column->addStretch(3);

    auto* row = new QHBoxLayout(body);
    row->setContentsMargins(24, 24, 24, 24);
    row->addStretch(1);
    row->addWidget(middle, 1000);
    row->addStretch(1);
    return body;
}

/// Begins that kind of work in the session that is shown.
QWidget* ConversationPane::makeExample(Icon icon, const works::Preset& preset, const QString& text,
                                       QWidget* parent)
{
    auto* example =
        new ChoiceCard(theme(), icon, QString::fromStdString(works::nameOf(preset)), text, parent);
    connect(example, &QAbstractButton::clicked, this,
            [this, id = QString::fromStdString(works::idOf(preset))] { Q_EMIT presetAsked(id); });
    return example;
}

void ConversationPane::dragEnterEvent(QDragEnterEvent* event)
{
    if (describeDrop(*event->mimeData()).isEmpty())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_zone->setHighlighted(true);
}

void ConversationPane::dragLeaveEvent(QDragLeaveEvent*)
{
    m_zone->setHighlighted(false);
}

void ConversationPane::dropEvent(QDropEvent* event)
{
    m_zone->setHighlighted(false);
    event->setDropAction(Qt::CopyAction);
    event->accept();
    Q_EMIT dropped(*event->mimeData());
}

} // namespace tf::ui
