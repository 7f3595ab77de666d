#include "ui/shell/palette.h"

#include "ui/shell/palette_match.h"
#include "ui/theme/style.h"
#include "ui/widgets/composition_guard.h"
#include "ui/widgets/escape.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>

namespace tf::ui {

namespace {

constexpr int kCardWidth = 560;
constexpr int kCardTop = 56;
constexpr int kPaletteRowHeight = 34;
constexpr int kCardBelow = 48; // the status row, and a margin above it
constexpr int kMostRows = 11;
constexpr int kMostListed = 200;
constexpr int kEntryRole = Qt::UserRole; // its place in the list of entries
constexpr int kPlacesRole = Qt::UserRole + 1; // of the letters that were typed

/// Of its own letters: "Ctrl++" and names of another script read as they are written.
Qt::LayoutDirection directionOf(const QString& text)
{
    return text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight;
}

class PaletteDelegate : public QStyledItemDelegate {
public:
    PaletteDelegate(const Theme& theme, const std::vector<PaletteEntry>& entries, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
        , m_entries(entries)
    {
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex&) const override
    {
        return {option.rect.width(), m_theme.px(kPaletteRowHeight)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        painter->save();
        const PaletteEntry& entry = m_entries.at(index.data(kEntryRole).toUInt());
        const QRect place = option.rect.adjusted(m_theme.px(6), 1, -m_theme.px(6), -1);
        if (option.state.testFlag(QStyle::State_Selected))
            paintRounded(*painter, place, m_theme.px(5), m_theme.color(Token::Selected));
        const QRect inner = place.adjusted(m_theme.px(10), 0, -m_theme.px(10), 0);
        const QString hint = entry.keys.isEmpty() ? entry.group : entry.keys;
        painter->setFont(m_theme.font(FontRole::Small));
        const int hintWidth = painter->fontMetrics().horizontalAdvance(hint);
        painter->setPen(m_theme.color(entry.isEnabled ? Token::TextMuted : Token::TextDisabled));
        painter->setLayoutDirection(directionOf(hint));
        painter->drawText(inner, side(option, Qt::AlignRight), hint);
        QRect text = inner.adjusted(0, 0, -hintWidth - m_theme.px(16), 0);
        text = QStyle::visualRect(option.direction, inner, text);
        paintText(*painter, option, text, entry, index.data(kPlacesRole).toList());
        painter->restore();
    }

private:
    static int side(const QStyleOptionViewItem& option, Qt::Alignment alignment)
    {
        return int(QStyle::visualAlignment(option.direction, alignment)) | Qt::AlignVCenter
            | Qt::TextSingleLine;
    }

    /// The letters that were typed are set strong.
    void paintText(QPainter& painter, const QStyleOptionViewItem& option, const QRect& place,
                   const PaletteEntry& entry, const QVariantList& places) const
    {
        painter.setFont(m_theme.font(FontRole::Body));
        painter.setPen(m_theme.color(entry.isEnabled ? Token::Text : Token::TextDisabled));
        const QFontMetrics metrics = painter.fontMetrics();
        const QString shown = metrics.elidedText(entry.text, Qt::ElideRight, place.width());
        painter.setLayoutDirection(directionOf(shown));
        painter.drawText(place, side(option, Qt::AlignLeft), shown);
        const int whole = metrics.horizontalAdvance(shown);
        const QRect words = QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter,
                                                {whole, place.height()}, place);
        underline(painter, words, shown, places);
    }

    /// Letters beside each other get one stroke.
    void underline(QPainter& painter, const QRect& words, const QString& shown,
                   const QVariantList& places) const
    {
        const QFontMetrics metrics = painter.fontMetrics();
        const int y = words.center().y() + metrics.ascent() / 2 + 2;
        for (qsizetype idx = 0; idx < places.size();) {
            const int begin = places[idx].toInt();
            int end = begin;
            while (idx < places.size() && places[idx].toInt() == end) {
                ++end;
                ++idx;
            }
            if (begin >= shown.size())
                break;
            const int from = metrics.horizontalAdvance(shown.left(begin));
            const int to = metrics.horizontalAdvance(shown.left(end));
            const QRect stroke(words.left() + from, y, to - from, 1);
            painter.fillRect(QStyle::visualRect(directionOf(shown), words, stroke),
                             m_theme.color(Token::Accent));
        }
    }

    const Theme& m_theme;
    const std::vector<PaletteEntry>& m_entries;
};

} // namespace

Palette::Palette(const Theme& theme, QWidget* window)
    : QWidget(window)
    , m_theme(theme)
    , m_typed(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_model(new QStandardItemModel(this))
{
    setAccessibleName(tr("Commands and sessions"));
    m_typed->setPlaceholderText(tr("Type a command or the name of a session"));
    m_typed->setAccessibleName(m_typed->placeholderText());
    m_typed->setFrame(false);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(theme, m_entries, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false); // the card is its surface
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setAccessibleName(tr("Matches"));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    connect(m_typed, &QLineEdit::textChanged, this, &Palette::filter);
    connect(m_list, &QListView::clicked, this, &Palette::runCurrent);
    m_typed->installEventFilter(this);
    new CompositionGuard(*m_typed);
    window->installEventFilter(this);
    hide();
}

void Palette::open(std::vector<PaletteEntry> entries)
{
    m_source = {};
    m_entries = std::move(entries);
    start(tr("Type a command or the name of a session"));
}

void Palette::openOver(Source source, const QString& words)
{
    m_source = std::move(source);
    start(words);
}

void Palette::start(const QString& words)
{
    if (!isVisible())
        m_before = QApplication::focusWidget();
    m_typed->setPlaceholderText(words);
    m_typed->setAccessibleName(words);
    const QSignalBlocker quiet(m_typed); // filtered once, below
    m_typed->clear();
    filter();
    show();
    raise();
    m_typed->setFocus(Qt::ShortcutFocusReason);
}

void Palette::close()
{
    if (!isVisible())
        return;
    hide();
    if (m_before != nullptr && window()->isAncestorOf(m_before))
        m_before->setFocus(Qt::OtherFocusReason);
    m_before = nullptr;
}

QStringList Palette::shown() const
{
    QStringList texts;
    for (int row = 0; row < m_model->rowCount(); ++row)
        texts.append(m_model->item(row)->text());
    return texts;
}

void Palette::filter()
{
    struct Fit {
        std::size_t entry;
        PaletteMatch match;
    };
    std::vector<Fit> fits;
    if (m_source)
        m_entries = m_source(m_typed->text());
    for (std::size_t entryIdx = 0; entryIdx < m_entries.size(); ++entryIdx) {
        if (auto match = matchPalette(m_typed->text(), m_entries[entryIdx].text))
            fits.push_back({entryIdx, std::move(*match)});
    }
    std::stable_sort(fits.begin(), fits.end(), [](const Fit& one, const Fit& other) {
        return one.match.score > other.match.score;
    });
    if (fits.size() > kMostListed)
        fits.resize(kMostListed);
    m_model->clear();
    for (const Fit& fit : fits) {
        const PaletteEntry& entry = m_entries[fit.entry];
        auto* item = new QStandardItem(entry.text);
        QVariantList places;
        for (const int letter : fit.match.places)
            places.append(letter);
        item->setData(static_cast<uint>(fit.entry), kEntryRole);
        item->setData(places, kPlacesRole);
        item->setEnabled(entry.isEnabled);
        m_model->appendRow(item);
    }
    m_list->setCurrentIndex(m_model->index(0, 0));
    m_list->setVisible(!fits.empty()); // else it covers the words that say so
    place();
}

QRect Palette::card() const
{
    const int width = std::min(m_theme.px(kCardWidth), this->width() - m_theme.px(32));
    const int rowHeight = m_theme.px(kPaletteRowHeight);
    const int around = m_theme.px(48 + 8);
    const int room = (this->height() - m_theme.px(kCardTop + kCardBelow) - around) / rowHeight;
    const int numRows = std::clamp(m_model->rowCount(), 1, std::clamp(room, 1, kMostRows));
    return {(this->width() - width) / 2, m_theme.px(kCardTop), width, around + numRows * rowHeight};
}

void Palette::place()
{
    setGeometry(parentWidget()->rect());
    const QRect around = card();
    m_typed->setAlignment((isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute
                          | Qt::AlignVCenter);
    m_typed->setGeometry(around.left() + m_theme.px(12), around.top() + m_theme.px(8),
                         around.width() - m_theme.px(24), m_theme.px(32));
    m_list->setGeometry(around.left() + 1, around.top() + m_theme.px(49), around.width() - 2,
                        around.height() - m_theme.px(53));
}

void Palette::runCurrent()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid() || !index.flags().testFlag(Qt::ItemIsEnabled))
        return;
    // Copied: what runs may open the palette anew.
    const auto run = m_entries.at(index.data(kEntryRole).toUInt()).run;
    close();
    run();
}

void Palette::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(Token::BorderStrong), 1));
    painter.setBrush(m_theme.color(Token::Raised));
    const QRect around = card();
    painter.drawRoundedRect(QRectF(around).adjusted(0.5, 0.5, -0.5, -0.5), m_theme.px(8),
                            m_theme.px(8));
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(QRect(around.left() + 1, around.top() + m_theme.px(46), around.width() - 2, 1),
                     m_theme.color(Token::Divider));
    if (m_model->rowCount() > 0)
        return;
    painter.setFont(m_theme.font(FontRole::Body));
    painter.setPen(m_theme.color(Token::TextMuted));
    painter.drawText(around.adjusted(0, m_theme.px(48), 0, 0), Qt::AlignCenter,
                     tr("No command or session of that name"));
}

void Palette::mousePressEvent(QMouseEvent* event)
{
    if (!card().contains(event->pos()))
        close();
}

bool Palette::event(QEvent* event)
{
    return claimsEscape(*event) || QWidget::event(event);
}

bool Palette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_typed || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    switch (key->key()) {
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QApplication::sendEvent(m_list, key);
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

} // namespace tf::ui
