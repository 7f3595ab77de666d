#include "ui/frames/exact_still.h"

#include "app/media/png_file.h"
#include "ui/frames/screen/covered_picture.h"
#include "ui/frames/strip/strip_frame.h"

namespace tf::ui {

namespace {

/// A picture that is whole and sized as the original, or as large as the view gives it.
Result<std::string> pngOf(const workspace::Preview& pixels, const std::vector<app::Region>& covered,
                          QSize source)
{
    const QImage picture(pixels.rgb->data(), pixels.width, pixels.height, pixels.width * 3,
                         QImage::Format_RGB888);
    const QImage painted = coveredPicture(picture.copy(), covered, source);
    return app::pngBytes(
        {{painted.width(), painted.height()}, painted.bytesPerLine(), painted.constBits()});
}

} // namespace

ExactStill::ExactStill(workspace::ClipView& view, QObject* parent)
    : QObject(parent)
    , m_view(view)
{
    m_pool.setMaxThreadCount(1);
    connect(&view, &workspace::ClipView::frameChanged, this, &ExactStill::takeFrame);
}

ExactStill::~ExactStill()
{
    m_pool.clear();
}

void ExactStill::make(std::int64_t index, std::vector<app::CoveredStretch> covered, QSize box)
{
    m_wanted = index;
    m_covered = std::move(covered);
    m_box = box;
    m_view.setBox(m_view.look().width, m_view.look().height);
    m_view.seekTo(index);
}

void ExactStill::forget()
{
    m_wanted = -1;
}

void ExactStill::takeFrame()
{
    const workspace::ClipPicture& frame = m_view.frame();
    const bool isIt = m_wanted >= 0 && frame.index == m_wanted && frame.pixels.rgb;
    const bool isWhole = isIt && frame.pixels.width >= m_view.look().width;
    if (!isIt || (!isWhole && m_view.isSeeking()))
        return;
    m_wanted = -1;
    m_view.setBox(m_box.width(), m_box.height());
    write(frame);
}

void ExactStill::write(const workspace::ClipPicture& frame)
{
    std::vector<app::Region> covered;
    const double until = shownUntil(m_view.look(), frame.index, frame.seconds);
    for (const app::CoveredStretch& stretch : m_covered) {
        if (isCoveredIn(stretch, frame.seconds, until))
            covered.push_back(stretch.region);
    }
    const QSize source(m_view.look().width, m_view.look().height);
    m_pool.start([this, pixels = frame.pixels, covered, source, seconds = frame.seconds,
                  door = m_inbox.door()] {
        auto png = std::make_shared<Result<std::string>>(pngOf(pixels, covered, source));
        door([this, png, seconds] {
            if (*png)
                Q_EMIT made(png->value(), seconds);
            else
                Q_EMIT failed(QString::fromStdString(png->error().text));
        });
    });
}

} // namespace tf::ui
