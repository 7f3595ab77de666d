#include "ui/endpoints/first_run_page.h"

#include "app/workspace/engines.h"
#include "ui/widgets/choice_card.h"
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
{
    setBody(makeBody());
    connect(&engines.localModel(), &workspace::LocalModel::changed, this,
            &FirstRunPage::showLoading);
    showLoading();
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
    setFocusProxy(m_machine);
    return body;
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
