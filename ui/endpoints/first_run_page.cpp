#include "ui/endpoints/first_run_page.h"

#include "app/workspace/engines.h"
#include "ui/widgets/choice_card.h"
#include "ui/widgets/focus_handover.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace tf::ui {

namespace {

constexpr int kFirstRunWidth = 560;

} // namespace

FirstRunPage::FirstRunPage(const Theme& theme, workspace::Engines& engines, QWidget* parent)
    : Pane(theme, Token::Window, tr("Welcome"), parent)
    , m_engines(engines)
    , m_nearby(engines)
{
    setBody(makeBody());
    connect(&engines.localModel(), &workspace::LocalModel::changed, this,
            &FirstRunPage::showLoading);
    connect(&m_nearby, &workspace::Nearby::changed, this, &FirstRunPage::showFound);
    showLoading();
    showFound();
}

QWidget* FirstRunPage::makeBody()
{
    auto* body = new QWidget(this);
    auto* middle = new QWidget(body);
    middle->setMaximumWidth(theme().px(kFirstRunWidth));
    connect(&theme(), &Theme::changed, middle,
            [this, middle] { middle->setMaximumWidth(theme().px(kFirstRunWidth)); });
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addStretch(2);
    column->addWidget(makeParagraph(theme(), FontRole::Heading, Token::Text,
                                    tr("Where do answers come from?"), middle));
    column->addWidget(makeParagraph(
        theme(), FontRole::Body, Token::TextMuted,
        tr("Trifold asks MiniMax M3. Choose who runs it; you can change it at any time."), middle));
    column->addSpacing(8);
    m_machine = new ChoiceCard(theme(), Icon::Engine, tr("This machine"), {}, middle);
    auto* endpoint = new ChoiceCard(
        theme(), Icon::Globe, tr("An endpoint"),
        tr("A server of yours or of a vendor: vLLM, SGLang, llama.cpp, MiniMax, OpenRouter. Paste "
           "its address and key."),
        middle);
    auto* look = new ChoiceCard(theme(), Icon::Sessions, tr("Look around first"),
                                tr("Drop files, write questions, look at what would be sent. "
                                   "Nothing leaves this machine."),
                                middle);
    column->addWidget(makeFound(middle));
    for (ChoiceCard* card : {m_machine, endpoint, look})
        column->addWidget(card);
    column->addStretch(3);
    connect(m_machine, &ChoiceCard::clicked, this, &FirstRunPage::loadAsked);
    connect(endpoint, &ChoiceCard::clicked, this, &FirstRunPage::endpointAsked);
    connect(look, &ChoiceCard::clicked, this, &FirstRunPage::lookAsked);
    auto* row = new QHBoxLayout(body);
    row->setContentsMargins(24, 24, 24, 24);
    row->addStretch(1);
    row->addWidget(middle, 1000);
    row->addStretch(1);
    new FocusHandover(*this, *m_machine);
    return body;
}

QWidget* FirstRunPage::makeFound(QWidget* parent)
{
    auto* block = new QWidget(parent);
    m_found = new QVBoxLayout(block);
    m_found->setContentsMargins(0, 0, 0, 0);
    m_found->setSpacing(12);
    m_search =
        new ChoiceCard(theme(), Icon::Search, tr("Look for what is there already"), {}, block);
    m_found->addWidget(m_search);
    connect(m_search, &ChoiceCard::clicked, this, [this] {
        m_hasLooked = true;
        m_nearby.look();
    });
    return block;
}

void FirstRunPage::addFound(ChoiceCard* card)
{
    m_found->insertWidget(m_found->count() - 1, card);
}

void FirstRunPage::showFound()
{
    while (m_found->count() > 1)
        delete m_found->itemAt(0)->widget();
    for (const workspace::FoundServer& found : m_nearby.servers()) {
        auto* card = new ChoiceCard(
            theme(), Icon::Engine,
            tr("%1 on this machine").arg(QString::fromStdString(found.server)),
            tr("It answers at %1 with %2. Ask it now.")
                .arg(found.profile.baseUrl.toString(), QString::fromStdString(found.profile.model)),
            this);
        connect(card, &ChoiceCard::clicked, this,
                [this, profile = found.profile] { Q_EMIT serverChosen(profile); });
        addFound(card);
    }
    for (const auto& folder : m_nearby.folders()) {
        const QString path = QString::fromStdString(folder.native());
        auto* card = new ChoiceCard(theme(), Icon::Repository, tr("A model on this disk"),
                                    tr("%1. Load it now.").arg(path), this);
        connect(card, &ChoiceCard::clicked, this, [this, path] { Q_EMIT folderChosen(path); });
        addFound(card);
    }
    const bool isEmpty = m_nearby.servers().empty() && m_nearby.folders().empty();
    QStringList ports;
    for (const workspace::UsualPort& usual : workspace::usualPorts())
        ports.append(QString::number(usual.port));
    if (m_nearby.isLooking())
        m_search->setSentence(tr("Looking …"));
    else if (m_hasLooked && isEmpty)
        m_search->setSentence(tr("There is no server and no model of M3 in the usual places. "
                                 "Start one and look again, or choose below."));
    else
        m_search->setSentence(
            tr("Asks the ports %1 of this machine for their models, and looks for folders of "
               "M3 in the usual places. Nothing leaves this machine.")
                .arg(ports.join(QStringLiteral(", "))));
}

void FirstRunPage::showLoading()
{
    const workspace::LocalModel& model = m_engines.localModel();
    switch (model.state()) {
    case workspace::LocalState::Loading:
        m_machine->setSentence(tr("Loading %1 …").arg(QString::fromStdString(model.name())));
        return;
    case workspace::LocalState::Failed:
        m_machine->setSentence(
            tr("Loading did not succeed: %1").arg(QString::fromStdString(model.error().text)));
        return;
    case workspace::LocalState::None:
    case workspace::LocalState::Ready:
        m_machine->setSentence(
            tr("A folder with the weights of M3, or of a small model of its kind. The real M3 "
               "needs 214 GB of memory or more."));
        return;
    }
}

} // namespace tf::ui
