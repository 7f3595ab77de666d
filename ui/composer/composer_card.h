#pragma once

// The parts of the composer and how they stand: waiting questions, notices, and a card with chips,
// field and foot.
//
// Knows no conversation; shows a ring while the field has the keyboard, another while something is
// dragged over it.

#include "ui/composer/estimate.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QMimeData;
class QVBoxLayout;

namespace tf::ui {

class ChipRow;
class ComposerEdit;
class IconButton;
class NoticeLines;
class PresetLine;
class QueueList;
class SendButton;
class TextLabel;
class ThinkingSwitch;

struct ComposerParts {
    QueueList* queue = nullptr;
    NoticeLines* notices = nullptr;
    PresetLine* preset = nullptr;
    ChipRow* chips = nullptr;
    ComposerEdit* edit = nullptr;
    IconButton* presets = nullptr; ///< offers the kinds of work
    ThinkingSwitch* thinking = nullptr;
    TextLabel* estimate = nullptr;
    TextLabel* overLimit = nullptr; ///< in place of `estimate`
    SendButton* stop = nullptr;
    SendButton* steer = nullptr; ///< stops the answer that runs for what is written
    SendButton* send = nullptr;
};

enum class ComposerMood : std::uint8_t {
    Resting,
    Running, ///< an answer does; what is asked waits for it
    ReadOnly, ///< nothing can be asked
};

class ComposerCard : public QWidget {
    Q_OBJECT

public:
    explicit ComposerCard(const Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] const ComposerParts& parts() const { return m_parts; }
    void show(ComposerMood mood);
    void show(const Estimate& estimate);

Q_SIGNALS:
    /// Something that can be taken; valid during the call.
    void dropped(const QMimeData* data);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    class Surface;

    void fill(QVBoxLayout& column, QWidget& surface);
    QWidget* makeFoot(QWidget& surface);
    /// The switch has its name beside it where that leaves room for all the rest.
    void fitFoot();

    const Theme& m_theme;
    Surface* m_surface;
    QWidget* m_thinkingName = nullptr; ///< goes first where there is little room
    ComposerParts m_parts;
};

} // namespace tf::ui
