#include "ui/frames/sampling_form.h"

#include "ui/composer/text_button.h"
#include "ui/frames/frame_words.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>

#include <cmath>

namespace tf::ui {

namespace {

constexpr double kLeastFps = 0.2;
constexpr double kMostFps = 5;
constexpr int kRateSteps = 100; ///< of the slider, evenly in powers
constexpr int kCountSliderEnd = 240; ///< one step further is all of them
constexpr int kMostFrames = 10'000;

using app::ClipForm;
using app::ClipSampling;

double fpsAt(int step)
{
    const double fps = kLeastFps * std::pow(kMostFps / kLeastFps, double(step) / kRateSteps);
    return std::round(10 * fps) / 10;
}

int stepOf(double fps)
{
    return qRound(kRateSteps * std::log(fps / kLeastFps) / std::log(kMostFps / kLeastFps));
}

constexpr int kNumberWidth = 72; ///< "512" or "0.2" and its arrows

} // namespace

SamplingForm::SamplingForm(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_mode(new QComboBox(this))
    , m_rate(new QWidget(this))
    , m_rateSlider(new QSlider(Qt::Horizontal, m_rate))
    , m_fps(new QDoubleSpinBox(m_rate))
    , m_count(new QWidget(this))
    , m_countSlider(new QSlider(Qt::Horizontal, m_count))
    , m_frames(new QSpinBox(m_count))
    , m_tier(new QComboBox(this))
    , m_form(new QComboBox(this))
    , m_why(makeParagraph(theme, FontRole::Small, Token::TextMuted, {}, this))
{
    setAccessibleName(tr("What is sent of the clip"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(1, 1);
    makeFields(theme);
    showChoice();
}

void SamplingForm::addRow(const Theme& theme, const QString& name, QWidget* field)
{
    const int row = m_grid->rowCount();
    auto* label = new TextLabel(theme, FontRole::Small, Token::TextMuted, name, this);
    label->setBuddy(field);
    field->setAccessibleName(name);
    field->setAccessibleDescription(field->toolTip());
    m_grid->addWidget(label, row, 0);
    m_grid->addWidget(field, row, 1);
}

void SamplingForm::makeFields(const Theme& theme)
{
    m_mode->addItem(tr("At a rate"), int(ClipSampling::Rate));
    m_mode->addItem(tr("Where something happens"), int(ClipSampling::Moments));
    m_mode->addItem(tr("Both"), int(ClipSampling::Both));
    m_mode->addItem(tr("Only what I pick"), int(ClipSampling::Picked));
    m_mode->setToolTip(tr("A recording of a screen mostly stands still: its moments are where "
                          "something appears, changes or goes. Frames that look like the one "
                          "before are left out."));
    m_tier->setToolTip(tr("How large each frame is seen: small print needs more."));
    m_form->addItem(tr("As the engine takes it"), int(ClipForm::AsEngineTakes));
    m_form->addItem(tr("As a file"), int(ClipForm::File));
    m_form->addItem(tr("As pictures of frames"), int(ClipForm::Frames));
    m_form->setToolTip(tr("A file is sampled by its server; pictures are the frames chosen here, "
                          "their times in words."));
    addRow(theme, tr("Frames"), m_mode);
    makeRate();
    addRow(theme, tr("Per second"), m_rate);
    makeCount();
    addRow(theme, tr("At most"), m_count);
    addRow(theme, tr("Detail"), m_tier);
    addRow(theme, tr("Stretch"), makeStretch(theme));
    addRow(theme, tr("Send"), m_form);
    m_grid->addWidget(m_why, m_grid->rowCount(), 0, 1, 2);
    m_usual = new TextButton(theme, tr("As usual"), this);
    m_usual->setToolTip(tr("Everything as it is when nothing is chosen"));
    m_grid->addWidget(m_usual, m_grid->rowCount(), 0, 1, 2, Qt::AlignLeading);
    m_grid->setRowStretch(m_grid->rowCount(), 1);
    for (QComboBox* box : {m_mode, m_tier, m_form}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
    }
    const auto widen = [this, &theme] {
        m_fps->setMinimumWidth(theme.px(kNumberWidth));
        m_frames->setMinimumWidth(theme.px(kNumberWidth));
    };
    connect(&theme, &Theme::changed, this, widen);
    widen();
    connect(m_usual, &TextButton::clicked, this, &SamplingForm::usualAsked);
    const auto follow = [this](QComboBox* box, auto take) {
        connect(box, &QComboBox::activated, this, [this, box, take] {
            app::ClipChoice choice = m_choice;
            take(choice, box->currentData().toInt());
            make(choice);
        });
    };
    follow(m_mode, [](app::ClipChoice& choice, int mode) { choice.sampling = ClipSampling(mode); });
    follow(m_form, [](app::ClipChoice& choice, int form) { choice.form = ClipForm(form); });
    follow(m_tier, [](app::ClipChoice& choice, int tier) {
        choice.tier = static_cast<decltype(choice.tier)>(tier);
    });
}

void SamplingForm::makeRate()
{
    auto* line = new QHBoxLayout(m_rate);
    line->setContentsMargins(0, 0, 0, 0);
    m_rateSlider->setRange(0, kRateSteps);
    m_rateSlider->setPageStep(10);
    m_rateSlider->setAccessibleName(tr("Frames a second"));
    m_fps->setRange(kLeastFps, kMostFps);
    m_fps->setDecimals(1);
    m_fps->setSingleStep(0.1);
    m_fps->setAccessibleName(tr("Frames a second"));
    m_rate->setToolTip(tr("Frames a second, from one in five seconds to five"));
    line->addWidget(m_rateSlider, 1);
    line->addWidget(m_fps);
    const auto take = [this](double fps) {
        app::ClipChoice choice = m_choice;
        choice.fps = fps;
        make(choice);
    };
    connect(m_rateSlider, &QSlider::valueChanged, this, [take](int step) { take(fpsAt(step)); });
    connect(m_fps, &QDoubleSpinBox::valueChanged, this, take);
}

void SamplingForm::makeCount()
{
    auto* line = new QHBoxLayout(m_count);
    line->setContentsMargins(0, 0, 0, 0);
    m_countSlider->setRange(1, kCountSliderEnd + 1);
    m_countSlider->setPageStep(20);
    m_countSlider->setAccessibleName(tr("Most frames"));
    m_frames->setRange(0, kMostFrames);
    m_frames->setSpecialValueText(tr("all"));
    m_frames->setAccessibleName(tr("Most frames"));
    m_count->setToolTip(tr("As many frames as are sent at most; all: as there is room for"));
    line->addWidget(m_countSlider, 1);
    line->addWidget(m_frames);
    const auto take = [this](int count) {
        app::ClipChoice choice = m_choice;
        choice.maxFrames = count;
        make(choice);
    };
    connect(m_countSlider, &QSlider::valueChanged, this,
            [take](int count) { take(count > kCountSliderEnd ? 0 : count); });
    connect(m_frames, &QSpinBox::valueChanged, this, take);
}

QWidget* SamplingForm::makeStretch(const Theme& theme)
{
    auto* row = new QWidget(this);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    m_stretch = new TextLabel(theme, FontRole::Body, Token::Text, {}, row);
    m_whole = new TextButton(theme, tr("Whole clip"), row);
    row->setToolTip(tr("Drag the handles of the timeline, or press I and O where it shall begin "
                       "and end"));
    line->addWidget(m_stretch, 1);
    line->addWidget(m_whole);
    connect(m_whole, &TextButton::clicked, this, [this] {
        app::ClipChoice choice = m_choice;
        choice.from = 0;
        choice.to = 0;
        make(choice);
    });
    return row;
}

void SamplingForm::make(const app::ClipChoice& choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    showChoice();
    Q_EMIT choiceMade(m_choice);
}

void SamplingForm::setChoice(const app::ClipChoice& choice, double duration)
{
    m_choice = choice;
    m_duration = duration;
    showChoice();
}

void SamplingForm::showChoice()
{
    const QSignalBlocker quiet[] = {QSignalBlocker(m_rateSlider), QSignalBlocker(m_fps),
                                    QSignalBlocker(m_countSlider), QSignalBlocker(m_frames)};
    m_mode->setCurrentIndex(m_mode->findData(int(m_choice.sampling)));
    m_rateSlider->setValue(stepOf(m_choice.fps));
    m_fps->setValue(m_choice.fps);
    const bool hasRate =
        m_choice.sampling == ClipSampling::Rate || m_choice.sampling == ClipSampling::Both;
    m_rate->setEnabled(hasRate);
    const bool isAll = m_choice.maxFrames == 0;
    m_countSlider->setValue(isAll
                                ? kCountSliderEnd + 1
                                : int(std::min<std::int64_t>(m_choice.maxFrames, kCountSliderEnd)));
    m_frames->setValue(int(m_choice.maxFrames));
    m_count->setEnabled(m_choice.sampling != ClipSampling::Picked);
    m_tier->setCurrentIndex(m_tier->findData(int(m_choice.tier)));
    m_form->setCurrentIndex(m_form->findData(int(m_choice.form)));
    const double end = m_choice.to > 0 ? std::min(m_choice.to, m_duration) : m_duration;
    const bool isWhole = m_choice.from <= 0 && (m_choice.to <= 0 || m_choice.to >= m_duration);
    m_stretch->setText(isWhole ? tr("the whole clip")
                               : tr("%1 to %2").arg(clockWords(m_choice.from), clockWords(end)));
    m_whole->setVisible(!isWhole);
}

void SamplingForm::setSending(const workspace::ClipSending& sending)
{
    const QString why = QString::fromStdString(sending.why);
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
}

void SamplingForm::setTierTokens(const std::array<std::int64_t, 3>& tokens)
{
    if (tokens == m_tierTokens && m_tier->count() > 0)
        return;
    m_tierTokens = tokens;
    const std::array<QString, 3> names{tr("Low"), tr("Usual"), tr("High")};
    const QSignalBlocker quiet(m_tier);
    m_tier->clear();
    for (std::size_t tier = 0; tier < names.size(); ++tier)
        m_tier->addItem(
            tr("%1, ≈ %2 tokens").arg(names[tier], QLocale().toString(qlonglong(tokens[tier]))),
            int(tier));
    m_tier->setCurrentIndex(m_tier->findData(int(m_choice.tier)));
}

} // namespace tf::ui
