#include "ui/shell/keys_page.h"

#include "ui/composer/text_button.h"
#include "ui/shell/key_recorder.h"
#include "ui/shell/pane_keys.h"
#include "ui/theme/style.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

constexpr int kTextColumn = 1;
constexpr int kLeastRecorder = 120;

/// A key as it stands on the keyboard.
class KeyCap : public TextLabel {
public:
    KeyCap(const Theme& theme, const QString& keys, QWidget* parent)
        : TextLabel(theme, FontRole::Keys, Token::CodeText, keys, parent)
        , m_theme(theme)
    {
        setContentsMargins(8, 4, 8, 4);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QPainter painter(this);
        paintRounded(painter, rect(), 4, m_theme.color(Token::Border));
        paintRounded(painter, QRectF(rect()).adjusted(1, 1, -1, -1), 3,
                     m_theme.color(Token::CodeFill));
        painter.end();
        TextLabel::paintEvent(event);
    }

private:
    const Theme& m_theme;
};

QString wordsOf(const ActionRow& row)
{
    return wholeActionText(row.id);
}

QString shownKeys(const QList<QKeySequence>& keys)
{
    QStringList all;
    for (const QKeySequence& one : keys)
        all.append(one.toString(QKeySequence::NativeText));
    return all.join(u"  "_s);
}

} // namespace

KeysPage::KeysPage(const Theme& theme, QWidget* parent)
    : Pane(theme, Token::Window, tr("Keys"), parent)
    , m_filter(new QLineEdit(this))
    , m_said(makeParagraph(theme, FontRole::Small, Token::TextMuted, {}, this))
    , m_rows(new QWidget(this))
    , m_grid(new QGridLayout(m_rows))
{
    addHeader(Icon::Close, tr("Close key list (Esc)"));
    m_filter->setPlaceholderText(tr("Find an action or a key"));
    m_filter->setAccessibleName(tr("Find an action or a key"));
    m_filter->setClearButtonEnabled(true);
    auto* head = new QWidget(this);
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(14, 4, 24, 4);
    column->setSpacing(6);
    column->addWidget(m_filter);
    column->addWidget(m_said);
    m_said->hide();
    addPart(head, 0);
    m_grid->setContentsMargins(14, 4, 24, 24);
    m_grid->setHorizontalSpacing(24);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(kTextColumn, 1);
    setBody(m_rows);
    setFocusProxy(m_filter);
    connect(m_filter, &QLineEdit::textChanged, this, &KeysPage::fill);
    fill();
}

void KeysPage::showKeys(const KeyTable& table)
{
    m_table = table;
    fill();
}

void KeysPage::setPane(const QString& pane)
{
    m_pane = pane;
    m_said->hide();
    fill();
}

bool KeysPage::isWanted(const QString& text, const QString& keys) const
{
    const QString wanted = m_filter->text().trimmed();
    return text.contains(wanted, Qt::CaseInsensitive) || keys.contains(wanted, Qt::CaseInsensitive);
}

void KeysPage::fill()
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    for (int rowIdx = 0; rowIdx <= m_numRows; ++rowIdx)
        m_grid->setRowStretch(rowIdx, 0);
    m_numRows = 0;
    const QString title = paneTitle(m_pane);
    if (!title.isEmpty())
        addTitle(title);
    for (const PaneKey& key : paneKeys()) {
        if (m_pane == QLatin1StringView(key.pane))
            addPaneRow(key.keys, paneKeyText(key.text));
    }
    addTitle(tr("Everywhere"));
    for (const ActionRow& row : actionTable())
        addActionRow(row);
    m_grid->setRowStretch(m_numRows, 1);
    m_toFocus = nullptr;
}

void KeysPage::addTitle(const QString& title)
{
    auto* label = new TextLabel(theme(), FontRole::Strong, Token::Text, title, m_rows);
    label->setContentsMargins(0, m_numRows == 0 ? 4 : 14, 0, 2);
    m_grid->addWidget(label, m_numRows++, 0, 1, 3);
}

/// Several keys stand one above the other, so that the column is as narrow as the widest of them.
QWidget* KeysPage::makeCaps(const QString& keys)
{
    auto* caps = new QWidget(m_rows);
    auto* column = new QVBoxLayout(caps);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().px(2));
    for (const QString& one : keys.split(u"  "_s))
        column->addWidget(new KeyCap(theme(), one, caps), 0, Qt::AlignLeft);
    return caps;
}

void KeysPage::addPaneRow(const char* keys, const QString& text)
{
    const QString shown = QString::fromLatin1(keys);
    if (!isWanted(text, shown))
        return;
    auto* words = makeParagraph(theme(), FontRole::Body, Token::Text, text, m_rows);
    m_grid->addWidget(makeCaps(shown), m_numRows, 0, Qt::AlignLeft);
    m_grid->addWidget(words, m_numRows++, kTextColumn, 1, 3, Qt::AlignVCenter);
}

void KeysPage::addActionRow(const ActionRow& row)
{
    const QString text = wordsOf(row);
    const QString keys = shownKeys(m_table.keysOf(row));
    if (!isWanted(text, keys) && m_recording != &row)
        return;
    if (m_recording == &row) {
        auto* recorder = new KeyRecorder(m_rows);
        recorder->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        recorder->setMinimumWidth(theme().px(kLeastRecorder));
        m_grid->addWidget(recorder, m_numRows, 0);
        connect(
            recorder, &KeyRecorder::recorded, this,
            [this, &row](const QKeySequence& pressed) { hearRecorded(row, pressed); },
            Qt::QueuedConnection);
        connect(
            recorder, &KeyRecorder::left, this, [this, &row] { leave(row); }, Qt::QueuedConnection);
        recorder->setFocus(Qt::OtherFocusReason);
    } else if (!keys.isEmpty()) {
        m_grid->addWidget(makeCaps(keys), m_numRows, 0, Qt::AlignLeft);
    }
    m_grid->addWidget(makeParagraph(theme(), FontRole::Body, Token::Text, text, m_rows), m_numRows,
                      kTextColumn, Qt::AlignVCenter);
    auto* change = new TextButton(theme(), tr("Change"), m_rows);
    change->setAccessibleName(tr("Change the key of “%1”").arg(text));
    connect(
        change, &QAbstractButton::clicked, this, [this, &row] { record(row); },
        Qt::QueuedConnection);
    m_grid->addWidget(change, m_numRows, kTextColumn + 1);
    if (m_toFocus == &row)
        change->setFocus(Qt::OtherFocusReason);
    if (m_table.isOwn(row)) {
        auto* reset = new TextButton(theme(), tr("Reset"), m_rows);
        reset->setAccessibleName(tr("Reset the key of “%1”").arg(text));
        connect(
            reset, &QAbstractButton::clicked, this,
            [this, &row] {
                m_table.reset(row);
                settle(row);
                Q_EMIT keysChosen(m_table.own());
            },
            Qt::QueuedConnection);
        m_grid->addWidget(reset, m_numRows, kTextColumn + 2);
    }
    ++m_numRows;
}

void KeysPage::record(const ActionRow& row)
{
    m_recording = &row;
    m_said->hide();
    fill();
}

void KeysPage::hearRecorded(const ActionRow& row, const QKeySequence& keys)
{
    if (m_recording != &row)
        return;
    const ActionRow* holder = keys.isEmpty() ? nullptr : m_table.holderOf(keys, row);
    const QString shown = keys.toString(QKeySequence::NativeText);
    m_table.give(row, keys);
    settle(row);
    if (holder != nullptr) {
        m_said->setText(
            tr("%1 did “%2” until now, which no longer has it.").arg(shown, wordsOf(*holder)));
        m_said->show();
    }
    Q_EMIT keysChosen(m_table.own());
}

/// The keyboard may have gone where the user wants it.
void KeysPage::leave(const ActionRow& row)
{
    if (m_recording != &row)
        return;
    if (!m_filter->hasFocus())
        return settle(row);
    m_recording = nullptr;
    fill();
}

void KeysPage::settle(const ActionRow& row)
{
    m_recording = nullptr;
    m_toFocus = &row;
    fill();
}

} // namespace tf::ui
