#include "ui/monitor/load_card.h"

#include "ui/monitor/speed_words.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace tf::ui {

namespace {

using workspace::LocalState;

constexpr int kLoadBarHeight = 6;
constexpr int kLoadSteps = 1000;

QString stateWords(const workspace::LocalModel& model)
{
    switch (model.state()) {
    case LocalState::None:
        return model.folder().empty() ? LoadCard::tr("No model is chosen on this machine.")
                                      : LoadCard::tr("Not loaded.");
    case LocalState::Loading:
        return LoadCard::tr("Loading …");
    case LocalState::Ready:
        return LoadCard::tr("Loaded, ready to answer.");
    case LocalState::Failed:
        return LoadCard::tr("Loading did not succeed.");
    }
    UNREACHABLE();
}

QString detailWords(const workspace::LocalModel& model)
{
    switch (model.state()) {
    case LocalState::None:
        return model.folder().empty() ? LoadCard::tr("Choose the folder of its weights.")
                                      : QString::fromStdString(model.folder().native());
    case LocalState::Loading:
        return loadWords(model.progress());
    case LocalState::Ready:
        return QString::fromStdString(model.folder().native());
    case LocalState::Failed:
        return faultWords(model.error());
    }
    UNREACHABLE();
}

} // namespace

QString loadWords(const workspace::LoadProgress& progress)
{
    if (progress.bytesTotal <= 0)
        return LoadCard::tr("looking at its files");
    QStringList parts{
        LoadCard::tr("%1 / %2 (%3 %)")
            .arg(shownBytes(progress.bytesDone), shownBytes(progress.bytesTotal))
            .arg(100 * std::min(progress.bytesDone, progress.bytesTotal) / progress.bytesTotal)};
    if (progress.bytesPerSecond > 0 && progress.bytesDone > 0) {
        const auto left =
            static_cast<double>(progress.bytesTotal - progress.bytesDone) / progress.bytesPerSecond;
        parts.append(LoadCard::tr("%1 GB/s").arg(shownRate(progress.bytesPerSecond / 1e9)));
        parts.append(LoadCard::tr("%1 left").arg(
            shownTime(std::chrono::milliseconds(qRound64(1000 * std::max(left, 0.0))))));
    }
    return parts.join(QStringLiteral(" · "));
}

QString faultWords(const Error& error)
{
    QStringList words = QString::fromStdString(error.text).split(u' ');
    for (QString& word : words) {
        if (word.contains(u'/'))
            word.replace(u'-', QStringLiteral("-\u2060")); // joins what would be parted there
    }
    QString sentence = words.join(u' ');
    if (!words.first().contains(u'/') && !words.first().contains(u'.')) // the name of a file stays
        sentence = sentence.left(1).toUpper() + sentence.mid(1);
    if (!sentence.isEmpty() && !sentence.endsWith(u'.'))
        sentence += u'.';
    return sentence;
}

QString loadAdvice(Code code)
{
    switch (code) {
    case Code::OutOfMemory:
        return LoadCard::tr("Close what takes memory, choose a smaller model, or use an endpoint.");
    case Code::NotFound:
        return LoadCard::tr("Choose the folder that holds the model's config.json and weights.");
    case Code::Denied:
        return LoadCard::tr("Allow your user to read the model's folder and files.");
    case Code::Corrupt:
        return LoadCard::tr("A file is damaged or incomplete: fetch it again.");
    case Code::BadInput:
    case Code::Unsupported:
        return LoadCard::tr("This version cannot run that model here: choose another, or use an "
                            "endpoint.");
    case Code::Device:
    case Code::Busy:
        return LoadCard::tr("Try once more; if it stays so, use an endpoint meanwhile.");
    case Code::Cancelled:
    case Code::Network:
    case Code::Internal:
        break;
    }
    return LoadCard::tr("Try once more, or use an endpoint meanwhile.");
}

LoadCard::LoadCard(const Theme& theme, workspace::LocalModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_state(makeParagraph(theme, FontRole::Body, Token::Text, {}, this))
    , m_details(makeParagraph(theme, FontRole::Small, Token::TextMuted, {}, this))
    , m_trouble(new QWidget(this))
    , m_fault(makeParagraph(theme, FontRole::Small, Token::Text, {}, m_trouble))
    , m_advice(makeParagraph(theme, FontRole::Small, Token::TextMuted, {}, this))
    , m_bar(new QProgressBar(this))
{
    setAccessibleName(tr("Model on this machine"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_bar->setTextVisible(false);
    m_bar->setRange(0, kLoadSteps);
    m_bar->setFixedHeight(theme.px(kLoadBarHeight));
    m_bar->setAccessibleName(tr("Loading"));
    makeTrouble(theme);
    for (QWidget* part :
         {static_cast<QWidget*>(m_state), static_cast<QWidget*>(m_bar),
          static_cast<QWidget*>(m_details), m_trouble, static_cast<QWidget*>(m_advice)})
        column->addWidget(part);
    column->addSpacing(6); // to what is pressed, as much again
    makeButtons();
    connect(&model, &workspace::LocalModel::changed, this, &LoadCard::showModel);
    showModel();
}

void LoadCard::makeTrouble(const Theme& theme)
{
    auto* row = new QHBoxLayout(m_trouble);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(new IconLabel(theme, Icon::Warning, 16, Token::DangerText, m_trouble), 0,
                   Qt::AlignTop);
    row->addWidget(m_fault, 1);
}

void LoadCard::makeButtons()
{
    m_load = new QPushButton(tr("Load"), this);
    m_choose = new QPushButton(tr("Choose a model…"), this);
    m_unload = new QPushButton(tr("Unload"), this);
    m_cancel = new QPushButton(tr("Stop loading"), this);
    m_unload->setToolTip(tr("Gives its memory back; the next question loads it again."));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    for (QPushButton* button : {m_load, m_cancel, m_unload, m_choose}) {
        button->setAccessibleName(button->text());
        row->addWidget(button);
    }
    row->addStretch(1);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
    connect(m_load, &QPushButton::clicked, this,
            [this] { m_model.load(std::filesystem::path(m_model.folder())); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_model.cancelLoad(); });
    connect(m_unload, &QPushButton::clicked, this, [this] { m_model.unload(); });
    connect(m_choose, &QPushButton::clicked, this, &LoadCard::loadAsked);
}

void LoadCard::showModel()
{
    showWords();
    showButtons();
    const workspace::LoadProgress progress = m_model.progress();
    // Before its bytes are counted, words alone say what is done: an empty groove would say "none".
    const bool isCounted = progress.bytesTotal > 0;
    m_bar->setVisible(m_model.state() == LocalState::Loading && isCounted);
    m_bar->setValue(
        isCounted ? static_cast<int>(kLoadSteps * std::min(progress.bytesDone, progress.bytesTotal)
                                     / progress.bytesTotal)
                  : 0);
}

void LoadCard::showWords()
{
    m_state->setText(stateWords(m_model));
    const bool hasFailed = m_model.state() == LocalState::Failed;
    (hasFailed ? m_fault : m_details)->setText(detailWords(m_model));
    m_details->setVisible(!hasFailed);
    m_trouble->setVisible(hasFailed);
    m_advice->setText(loadAdvice(m_model.error().code));
    m_advice->setVisible(hasFailed);
}

void LoadCard::showButtons()
{
    const LocalState state = m_model.state();
    const bool isIdle = state == LocalState::None || state == LocalState::Failed;
    m_load->setText(state == LocalState::Failed ? tr("Try again") : tr("Load"));
    m_load->setAccessibleName(m_load->text());
    m_load->setVisible(isIdle && !m_model.folder().empty());
    m_choose->setVisible(isIdle);
    m_unload->setVisible(state == LocalState::Ready);
    m_cancel->setVisible(state == LocalState::Loading);
}

} // namespace tf::ui
