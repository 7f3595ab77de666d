#include "ui/viewer/file_find_bar.h"

#include "ui/viewer/code_view.h"
#include "ui/widgets/composition_guard.h"
#include "ui/widgets/escape.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>

namespace tf::ui {

namespace {

constexpr int kLeastTarget = 26;

QToolButton* walkButton(const QString& sign, const QString& name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setText(sign);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setAutoRaise(true);
    button->setMinimumSize(kLeastTarget, kLeastTarget);
    return button;
}

} // namespace

FileFindBar::FileFindBar(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_text(new QLineEdit(this))
    , m_count(new TextLabel(theme, FontRole::Small, Token::TextMuted, QString(), this))
{
    m_text->setPlaceholderText(tr("Find in this file"));
    m_text->setAccessibleName(tr("Find in this file"));
    m_text->setClearButtonEnabled(true);
    new CompositionGuard(*m_text);
    auto* previous = walkButton(QStringLiteral("↑"), tr("Previous (Shift+F3)"), this);
    auto* next = walkButton(QStringLiteral("↓"), tr("Next (F3)"), this);
    auto* close = new IconButton(theme, Icon::Close, tr("Close"), this);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 4, 6, 4);
    row->setSpacing(4);
    row->addWidget(m_text, 1);
    row->addWidget(m_count);
    row->addWidget(previous);
    row->addWidget(next);
    row->addWidget(close);
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (m_view != nullptr)
            m_view->find(text);
    });
    connect(previous, &QToolButton::clicked, this, [this] {
        if (m_view != nullptr)
            m_view->findNext(CodeView::Step::Previous);
    });
    connect(next, &QToolButton::clicked, this, [this] {
        if (m_view != nullptr)
            m_view->findNext(CodeView::Step::Next);
    });
    connect(close, &IconButton::clicked, this, &FileFindBar::shut);
    connect(&theme, &Theme::changed, this, [this] { update(); });
    hide();
}

void FileFindBar::setView(CodeView& view)
{
    if (m_view == &view)
        return;
    if (m_view != nullptr) {
        m_view->find(QString());
        disconnect(m_view, nullptr, this, nullptr);
    }
    m_view = &view;
    connect(m_view, &CodeView::foundChanged, this, &FileFindBar::showCount);
    if (!isHidden())
        m_view->find(m_text->text());
}

void FileFindBar::open()
{
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
    if (m_view != nullptr)
        m_view->find(m_text->text());
}

void FileFindBar::shut()
{
    hide();
    if (m_view == nullptr)
        return;
    m_view->find(QString());
    m_view->setFocus(Qt::OtherFocusReason);
}

void FileFindBar::showCount()
{
    const TextSearch& search = m_view->search();
    const std::size_t count = search.found().size();
    if (search.wanted().empty())
        m_count->clear();
    else if (count == 0)
        m_count->setText(search.isDone() ? tr("not found") : tr("looking…"));
    else
        m_count->setText(
            tr("%1 of %2")
                .arg(m_view->currentFound().value_or(0) + 1)
                .arg(QString::number(count)
                     + (search.isDone() && count < kMostFound ? QString() : QStringLiteral("+"))));
    m_count->setMinimumWidth(m_count->sizeHint().width());
}

bool FileFindBar::event(QEvent* event)
{
    return claimsEscape(*event) || QWidget::event(event);
}

void FileFindBar::keyPressEvent(QKeyEvent* event)
{
    const bool isBack = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Escape:
        return shut();
    case Qt::Key_F3:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_view != nullptr)
            m_view->findNext(isBack ? CodeView::Step::Previous : CodeView::Step::Next);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void FileFindBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Bar));
}

} // namespace tf::ui
