// The parts of the pictures' page and how they stand.

#include "ui/composer/text_button.h"
#include "ui/pictures/picture_page.h"
#include "ui/pictures/picture_strip.h"
#include "ui/pictures/size_choice.h"
#include "ui/pictures/tool_row.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/focus_handover.h"
#include "ui/widgets/text_label.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

constexpr std::chrono::milliseconds kCommitPause{250};
constexpr int kMostFactsHeight = 220;

/// A name of any length in as much room as there is.
class ShortLabel : public TextLabel {
public:
    using TextLabel::TextLabel;

    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return {0, TextLabel::minimumSizeHint().height()};
    }
};

} // namespace

PicturePage::PicturePage(const Theme& theme, workspace::PicturePixels& pixels, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_pixels(pixels)
    , m_pages(new QStackedLayout(this))
    , m_list(new PictureList(this))
{
    setObjectName(u"pictures"_s);
    setAccessibleName(tr("Pictures"));
    auto* attach = new QPushButton(tr("Attach pictures…"));
    connect(attach, &QPushButton::clicked, this, &PicturePage::attachAsked);
    m_empty = makeEmptyState(
        theme, Icon::Picture,
        {tr("No pictures"),
         tr("Drop or paste screenshots into the question: here they are seen as the model sees "
            "them, cut, covered and marked.")},
        this, attach);
    m_full = makeFull();
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_full);
    m_commit.setSingleShot(true);
    m_commit.setInterval(kCommitPause);
    connectParts();
    new FocusHandover(*this, *m_canvas);
}

PicturePage::~PicturePage() = default;

QWidget* PicturePage::makeFull()
{
    auto* full = new QWidget(this);
    auto* column = new QVBoxLayout(full);
    column->setContentsMargins(10, 2, 10, 10);
    column->setSpacing(6);
    m_strip = new PictureStrip(m_theme, *m_list, full);
    m_name = new ShortLabel(m_theme, FontRole::Strong, Token::Text, {}, full);
    m_name->setTextFormat(Qt::PlainText);
    m_canvas = new PictureCanvas(m_theme, full);
    m_tools = new ToolRow(m_theme, full);
    column->addWidget(m_strip);
    column->addWidget(m_name);
    column->addWidget(makeLookRow(full));
    column->addWidget(m_tools);
    column->addWidget(m_canvas, 1);
    column->addWidget(makeFacts(full));
    return full;
}

QWidget* PicturePage::makeLookRow(QWidget* parent)
{
    auto* look = new QWidget(parent);
    auto* row = new QHBoxLayout(look);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_original = new QRadioButton(tr("Original"), look);
    m_model = new QRadioButton(tr("Model's eye"), look);
    m_model->setToolTip(tr("The very pixels that the model gets; hold Space to compare"));
    m_original->setChecked(true);
    auto* fit = new TextButton(m_theme, tr("Fit"), look);
    fit->setToolTip(tr("All of it (0)"));
    auto* pixels = new TextButton(m_theme, tr("1:1"), look);
    pixels->setToolTip(tr("Each pixel as it is (1)"));
    pixels->setAccessibleName(tr("Actual size"));
    m_zoom = new TextLabel(m_theme, FontRole::Small, Token::TextMuted, {}, look);
    row->addWidget(m_original);
    row->addWidget(m_model);
    row->addStretch(1);
    row->addWidget(m_zoom);
    row->addWidget(fit);
    row->addWidget(pixels);
    connect(fit, &QAbstractButton::clicked, m_canvas, &PictureCanvas::fit);
    connect(pixels, &QAbstractButton::clicked, m_canvas, &PictureCanvas::showPixels);
    return look;
}

QWidget* PicturePage::makeFacts(QWidget* parent)
{
    auto* scroll = new QScrollArea(parent);
    auto* block = new QWidget(scroll);
    auto* column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_notices = makeParagraph(m_theme, FontRole::Small, Token::CautionText, {}, block);
    m_sizes = new SizeChoice(m_theme, block);
    m_facts = makeParagraph(m_theme, FontRole::Small, Token::TextMuted, {}, block);
    m_tryAgain = new QPushButton(tr("Try again"), block);
    m_attachAgain = new QPushButton(tr("Attach again"), block);
    m_back = new QPushButton(tr("Back to the question's pictures"), block);
    for (QWidget* part : {static_cast<QWidget*>(m_notices), static_cast<QWidget*>(m_sizes),
                          static_cast<QWidget*>(m_facts)})
        column->addWidget(part);
    for (QPushButton* button : {m_tryAgain, m_attachAgain, m_back})
        column->addWidget(button, 0, Qt::AlignLeft);
    scroll->setWidget(block);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    block->setAutoFillBackground(false);
    scroll->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    scroll->setMaximumHeight(m_theme.px(kMostFactsHeight));
    return scroll;
}

void PicturePage::connectParts()
{
    connect(&m_commit, &QTimer::timeout, this, [this] {
        if (m_tray != nullptr && item() != nullptr)
            m_tray->choose(m_shown, m_choice);
    });
    connect(&m_pixels, &workspace::PicturePixels::changed, this, [this] {
        if (isVisible() && m_shown != 0)
            showPixels();
    });
    connect(m_strip, &PictureStrip::rowChosen, this, &PicturePage::openRow);
    connect(m_original, &QRadioButton::clicked, this, [this] { showEye(Eye::Original); });
    connect(m_model, &QRadioButton::clicked, this, [this] { showEye(Eye::Model); });
    connect(m_canvas, &PictureCanvas::eyeAsked, this, [this](Eye eye) {
        if (!isKept())
            showEye(eye);
    });
    connect(m_canvas, &PictureCanvas::edited, this, &PicturePage::edit);
    connect(m_canvas, &PictureCanvas::toolLeft, this, [this] { choose(EditTool::Select); });
    connect(m_canvas, &PictureCanvas::placeChanged, this, [this] {
        const int percent = qRound(100 * m_canvas->place().zoom());
        m_zoom->setText(m_canvas->pictureSize().isEmpty() ? QString() : tr("%1 %").arg(percent));
        showName();
    });
    connect(m_tools, &ToolRow::toolChosen, this, &PicturePage::choose);
    connect(m_tools, &ToolRow::undoAsked, this, [this] { step(-1); });
    connect(m_tools, &ToolRow::redoAsked, this, [this] { step(+1); });
    connect(m_sizes, &SizeChoice::chosen, this, [this](vision::Tier tier, bool isTiled) {
        workspace::PictureChoice choice = m_choice;
        choice.tier = tier;
        choice.isTiled = isTiled;
        change(choice);
    });
    connect(m_tryAgain, &QPushButton::clicked, this, [this] {
        m_pixels.tryAgain();
        showPixels();
    });
    connect(m_attachAgain, &QPushButton::clicked, this,
            [this] { Q_EMIT attachAgainAsked(kept()); });
    connect(m_back, &QPushButton::clicked, this, [this] { open(0); });
}

} // namespace tf::ui
