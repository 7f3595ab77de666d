#pragma once

// How a clip is sampled and sent: which frames, how many, how large, in which form.
//
// Says what the user wants at once; whoever listens waits until they have decided. Thread: main.

#include "app/workspace/clip_view.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <array>

class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QSlider;
class QSpinBox;

namespace tf::ui {

class TextButton;
class TextLabel;

class SamplingForm : public QWidget {
    Q_OBJECT

public:
    explicit SamplingForm(const Theme& theme, QWidget* parent = nullptr);

    void setChoice(const app::ClipChoice& choice, double duration);
    /// Why it goes in its form.
    void setSending(const workspace::ClipSending& sending);
    /// What the clip costs at each tier.
    void setTierTokens(const std::array<std::int64_t, 3>& tokens);

Q_SIGNALS:
    /// By the user, with each step of a slider.
    void choiceMade(const tf::app::ClipChoice& choice);
    /// Everything as it is without a choice.
    void usualAsked();

private:
    void makeFields(const Theme& theme);
    void makeRate();
    void makeCount();
    QWidget* makeStretch(const Theme& theme);
    void addRow(const Theme& theme, const QString& name, QWidget* field);
    void showChoice();
    void make(const app::ClipChoice& choice);

    app::ClipChoice m_choice;
    double m_duration = 0;
    std::array<std::int64_t, 3> m_tierTokens{};
    QGridLayout* m_grid;
    QComboBox* m_mode;
    QWidget* m_rate; ///< the slider and the number
    QSlider* m_rateSlider;
    QDoubleSpinBox* m_fps;
    QWidget* m_count;
    QSlider* m_countSlider;
    QSpinBox* m_frames;
    QComboBox* m_tier;
    QComboBox* m_form;
    TextLabel* m_why;
    TextLabel* m_stretch;
    TextButton* m_whole;
    TextButton* m_usual;
};

} // namespace tf::ui
