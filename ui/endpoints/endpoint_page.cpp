#include "ui/endpoints/endpoint_page.h"

#include "app/endpoint/profile/data_label.h"
#include "app/workspace/engines.h"
#include "ui/endpoints/test_report.h"
#include "ui/widgets/focus_handover.h"
#include "ui/widgets/form_row.h"
#include "ui/widgets/text_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace tf::ui {

namespace {

constexpr int kFormWidth = 620;
constexpr int kTitleEdge = 14; // as the header has it

std::optional<secrets::Secret> secretOf(const QLineEdit& line)
{
    const std::string key = line.text().trimmed().toStdString();
    return key.empty() ? std::nullopt : std::optional(secrets::Secret(key));
}

} // namespace

EndpointPage::EndpointPage(const Theme& theme, workspace::Engines& engines, QWidget* parent)
    : Pane(theme, Token::Window, tr("Endpoint"), parent)
    , m_engines(engines)
{
    addHeader(Icon::Close, tr("Close without keeping (Esc)"));
    connect(this, &Pane::hideAsked, this, &EndpointPage::closeAsked);
    m_scroll = qobject_cast<QScrollArea*>(setBody(makeForm()));
    connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this,
            &EndpointPage::followReport);
    addPart(makeFoot(), 0);
    new FocusHandover(*this, *m_address);
    edit({});
}

EndpointPage::~EndpointPage()
{
    stopTest();
}

/// As wide as is good to read, from the edge that the title stands at.
QWidget* EndpointPage::makeMiddle(QWidget* around)
{
    auto* middle = new QWidget(around);
    middle->setMaximumWidth(theme().px(kFormWidth));
    connect(&theme(), &Theme::changed, middle,
            [this, middle] { middle->setMaximumWidth(theme().px(kFormWidth)); });
    auto* row = new QHBoxLayout(around);
    const QMargins margins(kTitleEdge, 0, 24, 0); // layouts do not mirror their own margins
    row->setContentsMargins(isLeftToRight() ? margins : QMargins(24, 0, kTitleEdge, 0));
    row->addWidget(middle, 1000);
    row->addStretch(1);
    return middle;
}

QWidget* EndpointPage::makeForm()
{
    auto* body = new QWidget(this);
    QWidget* middle = makeMiddle(body);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 8, 0, 24);
    column->setSpacing(16);
    addMainRows(*column, middle);
    addWayRows(*column, middle);
    addLabelRows(*column, middle);
    m_report = new TestReport(theme(), middle);
    column->addWidget(m_report);
    column->addStretch(1);
    return body;
}

FormRow* EndpointPage::addLine(QVBoxLayout& column, QLineEdit*& line, const QString& name,
                               const QString& hint)
{
    line = new QLineEdit;
    connect(line, &QLineEdit::returnPressed, this, &EndpointPage::save);
    auto* row = new FormRow(theme(), name, line, hint, column.parentWidget());
    column.addWidget(row);
    return row;
}

void EndpointPage::addMainRows(QVBoxLayout& column, QWidget* body)
{
    m_rows[static_cast<std::size_t>(FormField::Address)] =
        addLine(column, m_address, tr("Address"),
                tr("Up to and including /v1, for example https://api.minimax.io/v1"));
    m_kind = new QComboBox;
    m_kind->addItem(tr("Found from the address"), QString());
    for (const endpoint::ServerKind& kind : endpoint::serverKinds())
        m_kind->addItem(
            QString::fromUtf8(kind.name.data(), static_cast<qsizetype>(kind.name.size())),
            QString::fromUtf8(kind.id.data(), static_cast<qsizetype>(kind.id.size())));
    column.addWidget(new FormRow(theme(), tr("Kind of server"), m_kind,
                                 tr("Decides how thinking, pictures and clips are asked for."),
                                 body));
    m_key = new QLineEdit;
    m_key->setEchoMode(QLineEdit::Password);
    connect(m_key, &QLineEdit::returnPressed, this, &EndpointPage::save);
    column.addWidget(new FormRow(theme(), tr("Key"), m_key,
                                 tr("Goes into your keyring, never into a file of settings. Empty: "
                                    "the one that is kept stays, or none is needed."),
                                 body));
    addLine(column, m_model, tr("Model"),
            tr("As the server names it. Leave empty if it serves one model."));
    m_rows[static_cast<std::size_t>(FormField::Name)] =
        addLine(column, m_name, tr("Name"), tr("The name you choose it by."));
    connect(m_address, &QLineEdit::textEdited, this, [this] {
        showLabel();
        if (m_editing.isEmpty() && !m_name->isModified()) {
            QStringList taken;
            for (const workspace::EngineChoice& engine : m_engines.choices())
                taken.append(QString::fromStdString(engine.name));
            m_name->setText(suggestedName(QUrl(m_address->text().trimmed()), taken));
        }
    });
}

void EndpointPage::addWayRows(QVBoxLayout& column, QWidget* body)
{
    m_rows[static_cast<std::size_t>(FormField::Context)] =
        addLine(column, m_context, tr("Context"),
                tr("Tokens of question and answer together. Empty: asked of the server."));
    m_rows[static_cast<std::size_t>(FormField::Proxy)] =
        addLine(column, m_proxy, tr("Proxy"),
                tr("Empty: the system's. “none”, http://host:port or socks5://host:port."));
    addLine(column, m_caFile, tr("Certificate authorities"),
            tr("A PEM file that is trusted for this endpoint beside the system's."));
    m_plainHttp = new QCheckBox(tr("Allow no encryption to a host on my network"), body);
    m_plainHttp->setToolTip(tr("Everyone on that network can then read what is sent."));
    column.addWidget(m_plainHttp);
}

void EndpointPage::addLabelRows(QVBoxLayout& column, QWidget* body)
{
    m_label = makeParagraph(theme(), FontRole::Body, Token::TextMuted, {}, body);
    column.addWidget(m_label);
    addLine(column, m_operator, tr("Operator"), tr("Who runs it, in your words."));
    addLine(column, m_law, tr("Law"), tr("Country whose law applies."));
    addLine(column, m_retention, tr("Retention"),
            tr("How long it keeps what is sent, as you know it."));
    for (QLineEdit* line : {m_operator, m_law, m_retention})
        connect(line, &QLineEdit::textEdited, this, &EndpointPage::showLabel);
}

/// Always in sight, wherever the form is scrolled to.
QWidget* EndpointPage::makeFoot()
{
    auto* foot = new QWidget(this);
    QWidget* middle = makeMiddle(foot);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 10, 0, 12);
    column->setSpacing(8);
    m_whole = makeParagraph(theme(), FontRole::Body, Token::DangerText, {}, middle);
    m_whole->hide();
    column->addWidget(m_whole);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    m_test = new QPushButton(tr("&Test connection"), middle);
    m_remove = new QPushButton(tr("Re&move"), middle);
    auto* keep = new QPushButton(tr("&Keep"), middle);
    keep->setDefault(true);
    for (QPushButton* button : {m_test, m_remove})
        button->setAutoDefault(true); // Enter presses the one that has the keyboard
    row->addWidget(m_test);
    row->addStretch(1);
    row->addWidget(m_remove);
    row->addWidget(keep);
    column->addLayout(row);
    connect(m_test, &QPushButton::clicked, this, &EndpointPage::test);
    connect(m_remove, &QPushButton::clicked, this, &EndpointPage::remove);
    connect(keep, &QPushButton::clicked, this, &EndpointPage::save);
    return foot;
}

void EndpointPage::edit(const QString& name)
{
    stopTest();
    m_report->clear();
    m_isFollowing = false;
    const endpoint::StoredProfile* kept = m_engines.profiles().find(name.toStdString());
    m_editing = kept == nullptr ? QString() : name;
    m_profile = kept == nullptr ? endpoint::StoredProfile() : *kept;
    setFields(fieldsOf(m_profile));
    m_key->clear();
    m_key->setPlaceholderText(
        m_profile.keyName.empty()
            ? QString()
            : tr("kept under “%1”").arg(QString::fromStdString(m_profile.keyName)));
    m_name->setReadOnly(!m_editing.isEmpty());
    m_remove->setVisible(!m_editing.isEmpty());
    showMistakes({});
    showLabel();
    m_address->setFocus(Qt::OtherFocusReason);
}

EndpointFields EndpointPage::fields() const
{
    EndpointFields fields;
    fields.name = m_name->text();
    fields.kind = m_kind->currentData().toString();
    fields.address = m_address->text();
    fields.model = m_model->text();
    fields.proxy = m_proxy->text();
    fields.caFile = m_caFile->text();
    fields.contextTokens = m_context->text();
    fields.operatorName = m_operator->text();
    fields.law = m_law->text();
    fields.retention = m_retention->text();
    fields.plainHttp = m_plainHttp->isChecked();
    fields.hasKey = !m_profile.keyName.empty() || !m_key->text().trimmed().isEmpty();
    return fields;
}

void EndpointPage::setFields(const EndpointFields& fields)
{
    m_name->setText(fields.name);
    m_name->setModified(false);
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(fields.kind)));
    m_address->setText(fields.address);
    m_model->setText(fields.model);
    m_proxy->setText(fields.proxy);
    m_caFile->setText(fields.caFile);
    m_context->setText(fields.contextTokens);
    m_operator->setText(fields.operatorName);
    m_law->setText(fields.law);
    m_retention->setText(fields.retention);
    m_plainHttp->setChecked(fields.plainHttp);
}

bool EndpointPage::read()
{
    m_isFollowing = false;
    ReadForm form = readForm(fields(), m_profile);
    showMistakes(form.mistakes);
    if (!form.mistakes.empty())
        return false;
    m_profile = std::move(form.profile);
    return true;
}

void EndpointPage::showMistakes(const std::vector<FormMistake>& mistakes)
{
    for (FormRow* row : m_rows)
        row->setMistake({});
    m_whole->clear();
    FormRow* first = nullptr;
    for (const FormMistake& mistake : mistakes) {
        if (mistake.field == FormField::Whole) {
            m_whole->setText(mistake.sentence);
            continue;
        }
        FormRow* row = m_rows.at(static_cast<std::size_t>(mistake.field));
        row->setMistake(mistake.sentence);
        if (first == nullptr || row->y() < first->y())
            first = row;
    }
    if (first != nullptr)
        first->focusField(); // which brings it into sight
    m_whole->setVisible(!m_whole->text().isEmpty());
}

void EndpointPage::showLabel()
{
    const ReadForm form = readForm(fields(), m_profile);
    if (form.profile.baseUrl.host().isEmpty() || form.profile.kind == nullptr) {
        m_label->setText(tr("Where data goes is shown when the address stands."));
        return;
    }
    m_label->setText(
        tr("Data goes to: %1")
            .arg(QString::fromStdString(endpoint::shownLabel(endpoint::labelOf(form.profile)))));
}

void EndpointPage::stopTest()
{
    if (const auto stop = std::exchange(m_stopTest, {}))
        stop();
    if (m_test != nullptr)
        m_test->setText(tr("&Test connection"));
}

void EndpointPage::showTest(const workspace::EndpointTest& test)
{
    const bool isOver = test.error || test.step == workspace::EndpointTest::Step::Done;
    if (isOver)
        m_stopTest = {};
    m_test->setText(isOver ? tr("&Test connection") : tr("Stop &testing"));
    m_report->showTest(test);
    m_isFollowing = true;
    followReport();
}

/// What the test says stands below the form, and comes into sight as it grows.
void EndpointPage::followReport()
{
    QScrollBar* bar = m_scroll->verticalScrollBar();
    if (m_isFollowing)
        bar->setValue(bar->maximum());
}

void EndpointPage::test()
{
    if (m_stopTest)
        return stopTest();
    if (!read())
        return;
    m_test->setText(tr("Stop &testing"));
    m_stopTest = m_engines.test(m_profile, secretOf(*m_key),
                                [page = QPointer(this)](const workspace::EndpointTest& test) {
                                    if (!page.isNull())
                                        page->showTest(test);
                                });
}

void EndpointPage::save()
{
    stopTest();
    if (!read())
        return;
    const QString name = QString::fromStdString(m_profile.name);
    m_engines.keep(m_profile, secretOf(*m_key),
                   [page = QPointer(this), name](const Result<>& kept) {
                       if (page.isNull())
                           return;
                       if (!kept)
                           return page->showMistakes(
                               {{FormField::Whole, QString::fromStdString(kept.error().text)}});
                       page->m_key->clear();
                       Q_EMIT page->kept(name);
                   });
}

void EndpointPage::remove()
{
    stopTest();
    m_engines.forget(m_editing.toStdString(), [page = QPointer(this)](const Result<>& forgotten) {
        if (page.isNull())
            return;
        if (!forgotten)
            return page->showMistakes(
                {{FormField::Whole, QString::fromStdString(forgotten.error().text)}});
        Q_EMIT page->closeAsked();
    });
}

} // namespace tf::ui
