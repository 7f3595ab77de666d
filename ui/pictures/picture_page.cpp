#include "ui/pictures/picture_page.h"

#include "app/media/edited_picture.h"
#include "ui/pictures/picture_strip.h"
#include "ui/pictures/picture_words.h"
#include "ui/pictures/size_choice.h"
#include "ui/pictures/tool_row.h"
#include "ui/widgets/plain_name.h"
#include "ui/widgets/text_label.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QRadioButton>
#include <QStackedLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

using workspace::LookedAt;
using workspace::PictureChoice;
using workspace::TrayId;
using workspace::TrayItem;
using workspace::TrayKind;
using workspace::TrayState;

ListedPicture listed(const TrayItem& item)
{
    return {item.id, item.title, item.detail, item.tokens, item.state, item.preview};
}

QSize sizeOf(vision::Size size)
{
    return {size.width, size.height};
}

} // namespace

void PicturePage::setTray(workspace::Tray* tray)
{
    if (tray == m_tray)
        return;
    commit();
    if (m_tray != nullptr)
        disconnect(m_tray, nullptr, this, nullptr);
    m_tray = tray;
    m_kept.clear();
    m_shown = 0;
    m_histories.clear();
    if (m_tray != nullptr)
        connect(m_tray, &workspace::Tray::changed, this, &PicturePage::refresh);
    refresh();
}

void PicturePage::open(TrayId id)
{
    commit();
    m_kept.clear();
    m_shown = id;
    refresh();
}

void PicturePage::openKept(std::vector<KeptPicture> pictures, std::size_t shown)
{
    commit();
    m_kept = std::move(pictures);
    m_shown = -1 - static_cast<TrayId>(shown);
    refresh();
}

const TrayItem* PicturePage::item() const
{
    if (m_tray == nullptr || isKept())
        return nullptr;
    const auto& items = m_tray->items();
    const auto found = std::find_if(items.begin(), items.end(), [this](const TrayItem& item) {
        return item.id == m_shown && item.kind == TrayKind::Picture;
    });
    return found == items.end() ? nullptr : &*found;
}

const KeptPicture& PicturePage::kept() const
{
    return m_kept.at(static_cast<std::size_t>(-1 - m_shown));
}

workspace::PictureOrigin PicturePage::origin() const
{
    workspace::PictureOrigin origin;
    if (isKept()) {
        origin.blob = kept().blob;
        return origin;
    }
    const auto& items = m_tray->items();
    const auto offers = m_tray->offers();
    for (std::size_t idx = 0; idx < items.size(); ++idx) {
        if (items[idx].id != m_shown)
            continue;
        origin.place = offers[idx].place;
        origin.bytes = offers[idx].bytes;
        origin.version = items[idx].picture ? items[idx].picture->bytes : 0;
    }
    return origin;
}

QString PicturePage::shownName() const
{
    const TrayItem* shown = item();
    if (isKept())
        return plainName(QString::fromStdString(kept().name));
    return shown == nullptr ? QString() : plainName(QString::fromStdString(shown->title));
}

void PicturePage::listPictures()
{
    std::vector<ListedPicture> all;
    for (std::size_t idx = 0; idx < m_kept.size(); ++idx)
        all.push_back(
            {-1 - static_cast<TrayId>(idx), m_kept[idx].name, {}, 0, TrayState::Ready, {}});
    if (m_tray != nullptr && !isKept()) {
        for (const TrayItem& item : m_tray->items()) {
            if (item.kind == TrayKind::Picture)
                all.push_back(listed(item));
        }
    }
    // The neighbour of one that is gone.
    const int row = m_list->rowOf(m_shown);
    m_list->show(std::move(all));
    if (m_list->rowOf(m_shown) < 0) {
        const auto& left = m_list->pictures();
        const auto last = static_cast<int>(left.size()) - 1;
        m_shown = left.empty() ? 0 : left[static_cast<std::size_t>(std::clamp(row, 0, last))].id;
    }
}

void PicturePage::refresh()
{
    if (!isVisible())
        return;
    listPictures();
    m_pages->setCurrentWidget(m_shown == 0 ? m_empty : m_full);
    if (m_shown == 0) {
        m_onCanvas = 0;
        return;
    }
    m_strip->setVisible(m_list->pictures().size() > 1);
    m_strip->showRow(m_list->rowOf(m_shown));
    showPicture();
}

void PicturePage::showPicture()
{
    const bool isOther = m_onCanvas != m_shown;
    m_onCanvas = m_shown;
    if (!isKept() && !m_commit.isActive()) {
        const workspace::TrayChoice choice = m_tray->choiceOf(m_shown);
        const auto* known = std::get_if<PictureChoice>(&choice);
        m_choice = known != nullptr ? *known : PictureChoice();
        if (!m_histories.contains(m_shown) || !(history().now() == m_choice.edit))
            m_histories[m_shown] = EditHistory(m_choice.edit);
    }
    if (isKept())
        m_choice = {};
    if (isOther) {
        m_canvas->setPicture({}, {});
        m_canvas->setReadOnly(isKept());
        m_tools->setTool(EditTool::Select);
    }
    m_canvas->setEdit(m_choice.edit);
    m_tools->setVisible(!isKept());
    m_sizes->setVisible(!isKept());
    m_model->setEnabled(!isKept());
    if (isKept())
        showEye(Eye::Original);
    m_back->setVisible(isKept());
    m_tools->setSteps(!isKept() && history().canUndo(), !isKept() && history().canRedo());
    showPixels();
    showFacts();
}

void PicturePage::showPixels()
{
    if (!isKept() && item() == nullptr)
        return; // it is being taken away
    const LookedAt look = m_pixels.original(origin());
    // Another picture, or the file was replaced by one of another size.
    const bool isOther =
        look.levels && sizeOf(look.levels->front().size) != m_canvas->pictureSize();
    if (isOther) {
        m_canvas->setPicture(sizeOf(look.levels->front().size), shownName());
        m_canvas->setEdit(m_choice.edit);
    }
    m_canvas->setPixels(Eye::Original, look.levels);
    showNote(look);
    const TrayItem* shown = item();
    if (shown == nullptr || !shown->picture || shown->state != TrayState::Ready)
        return;
    const LookedAt seen = m_pixels.seen(*shown->picture);
    if (!seen.levels)
        return; // what was seen before stays until then
    m_canvas->setPixels(Eye::Model, seen.levels);
    const auto part = app::croppedRegion(shown->picture->size, m_choice.edit);
    if (part && !m_commit.isActive())
        m_canvas->setSeenPart(rectOf(*part));
}

void PicturePage::showNote(const LookedAt& look)
{
    const bool isFailed = look.state == LookedAt::State::Failed;
    m_tryAgain->setVisible(isFailed);
    m_attachAgain->setVisible(isKept() && !isFailed);
    m_canvas->setNote(isFailed
                          ? tr("It cannot be shown: %1.").arg(QString::fromStdString(look.problem))
                          : tr("It is being decoded …"));
}

void PicturePage::showFacts()
{
    const TrayItem* shown = item();
    const QString name = shownName();
    m_name->setToolTip(name);
    showName();
    if (isKept()) {
        m_facts->setText(tr("As it went along with an earlier question."));
        m_notices->setText({});
        m_notices->hide();
        return;
    }
    if (shown != nullptr && shown->picture) {
        m_sizes->show(shown->picture->offers, chosenOf(shown->picture->offers, m_choice));
        m_facts->setText(factsOf(*shown));
    }
    m_notices->setText(noticesOf(shown));
    m_notices->setVisible(!m_notices->text().isEmpty());
}

/// As much of it as there is room for: its beginning and its end.
void PicturePage::showName()
{
    const QString name = m_name->toolTip();
    m_name->setText(m_name->fontMetrics().elidedText(name, Qt::ElideMiddle, m_canvas->width()));
    m_name->setAccessibleName(name);
}

void PicturePage::showEye(Eye eye)
{
    (eye == Eye::Original ? m_original : m_model)->setChecked(true);
    m_canvas->setEye(eye);
    m_tools->setEnabled(eye == Eye::Original);
}

void PicturePage::choose(EditTool tool)
{
    showEye(Eye::Original); // where it works
    m_tools->setTool(tool);
    m_canvas->setTool(tool);
}

void PicturePage::change(const PictureChoice& choice)
{
    m_choice = choice;
    m_canvas->setEdit(choice.edit);
    m_tools->setSteps(history().canUndo(), history().canRedo());
    m_commit.start();
    if (const TrayItem* shown = item(); shown != nullptr && shown->picture)
        m_sizes->show(shown->picture->offers, chosenOf(shown->picture->offers, m_choice));
}

void PicturePage::edit(const app::PictureEdit& edit)
{
    history().add(edit);
    PictureChoice choice = m_choice;
    choice.edit = edit;
    change(choice);
}

void PicturePage::step(int by)
{
    if (isKept() || m_shown == 0)
        return;
    if (by < 0)
        history().undo();
    else
        history().redo();
    PictureChoice choice = m_choice;
    choice.edit = history().now();
    change(choice);
}

void PicturePage::commit()
{
    if (!m_commit.isActive())
        return;
    m_commit.stop();
    if (m_tray != nullptr && item() != nullptr)
        m_tray->choose(m_shown, m_choice);
}

void PicturePage::openRow(int row)
{
    commit();
    m_shown = m_list->pictures().at(static_cast<std::size_t>(row)).id;
    refresh();
}

bool PicturePage::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto& key = static_cast<QKeyEvent&>(*event);
        const bool isStep = key.matches(QKeySequence::Undo) || key.matches(QKeySequence::Redo);
        const bool isLeaving = key.key() == Qt::Key_Escape
            && (m_canvas->tool() != EditTool::Select || m_canvas->selected());
        if (m_shown != 0 && (isStep || isLeaving)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void PicturePage::keyPressEvent(QKeyEvent* event)
{
    if (m_shown == 0)
        return QWidget::keyPressEvent(event);
    if (event->matches(QKeySequence::Undo))
        return step(-1);
    if (event->matches(QKeySequence::Redo))
        return step(+1);
    if (event->key() == Qt::Key_Escape && m_canvas->leave())
        return;
    const bool isPlain = event->modifiers() == Qt::NoModifier && !isKept();
    const auto tools = editTools();
    const auto tool = std::find_if(tools.begin(), tools.end(), [event](const ToolRowEntry& entry) {
        return event->key() == entry.key;
    });
    if (isPlain && tool != tools.end())
        return choose(tool->tool);
    QWidget::keyPressEvent(event);
}

void PicturePage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void PicturePage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    commit();
    m_pixels.leave();
}

} // namespace tf::ui
