#pragma once

// One frame of a clip at its full size as a PNG, with what is covered painted over.
//
// The clip's view is asked for it at that size and has its box back afterwards; the file is written
// on a thread of its own. Thread: main. Blocks: its end, until that is done.

#include "app/workspace/clip_view.h"
#include "app/workspace/inbox.h"

#include <QObject>
#include <QSize>
#include <QThreadPool>

namespace tf::ui {

class ExactStill : public QObject {
    Q_OBJECT

public:
    /// Requires: `view` outlives it.
    explicit ExactStill(workspace::ClipView& view, QObject* parent = nullptr);
    ~ExactStill() override;

    /// `box`: what the view shows frames in otherwise. One that was asked for before is forgotten.
    void make(std::int64_t index, std::vector<app::CoveredStretch> covered, QSize box);
    void forget();

Q_SIGNALS:
    void made(const std::string& png, double seconds);
    void failed(const QString& why);

private:
    void takeFrame();
    void write(const workspace::ClipPicture& frame);

    workspace::ClipView& m_view;
    std::int64_t m_wanted = -1;
    std::vector<app::CoveredStretch> m_covered;
    QSize m_box;
    QThreadPool m_pool;
    workspace::Inbox m_inbox; // the last member: what it does uses all others
};

} // namespace tf::ui
