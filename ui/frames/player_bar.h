#pragma once

// The buttons under a clip's picture: back, play, on, single frames, loop, speed, the time.
//
// In two rows where there is no room for one. Thread: main.

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QBoxLayout;
class QComboBox;
class QLineEdit;

namespace tf::ui {

class IconButton;
class Playback;
class TextLabel;

class PlayerBar : public QWidget {
    Q_OBJECT

public:
    /// Requires: `playback` outlives it.
    PlayerBar(const Theme& theme, Playback& playback, QWidget* parent = nullptr);

    void setPlace(double seconds, double duration);
    /// Without what changes what is sent.
    void setReadOnly(bool readOnly);
    void setCovering(bool covering);
    /// What its button does with the frame that is shown.
    void setPicked(bool picked);

Q_SIGNALS:
    void stepAsked(int frames);
    void timeAsked(double seconds);
    void coveringToggled(bool on);
    void pickAsked();
    void stillAsked();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeButtons();
    QWidget* makeTimes();
    IconButton* addButton(QWidget* row, Icon icon, const QString& name);
    void showPlayback();
    void takeTime();

    const Theme& m_theme;
    Playback& m_playback;
    QBoxLayout* m_rows;
    IconButton* m_play;
    IconButton* m_loop;
    IconButton* m_cover;
    IconButton* m_pick;
    IconButton* m_still;
    QLineEdit* m_time;
    TextLabel* m_duration;
    QComboBox* m_speed;
    double m_place = 0;
};

} // namespace tf::ui
