#include "ui/shell/jobs_line.h"

#include "ui/widgets/icon_button.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>

namespace tf::ui {

namespace {

constexpr int kBarWidth = 120;
constexpr int kBarHeight = 6;
constexpr int kBarSteps = 1000;
constexpr std::chrono::seconds kLongJob(10); // then what remains is worth a guess

QString remaining(const workspace::Job& job, std::chrono::steady_clock::time_point now)
{
    const auto since = now - job.began;
    if (job.total <= 0 || job.done <= 0 || since < kLongJob)
        return {};
    const double share = static_cast<double>(job.done) / static_cast<double>(job.total);
    const double seconds = std::chrono::duration<double>(since).count() * (1 - share) / share;
    return seconds < 90 ? JobsLine::tr("%1 s left").arg(qRound(seconds))
                        : JobsLine::tr("%1 min left").arg(qRound(seconds / 60));
}

} // namespace

QString jobWords(const workspace::Job& job, std::chrono::steady_clock::time_point now)
{
    QStringList parts{QString::fromStdString(job.title)};
    if (!job.stage.empty())
        parts.append(QString::fromStdString(job.stage));
    const QLocale locale;
    const QString unit = QString::fromStdString(job.unit);
    if (job.total > 0)
        parts.append(QStringLiteral("%1 / %2 %3")
                         .arg(locale.toString(static_cast<qlonglong>(job.done)),
                              locale.toString(static_cast<qlonglong>(job.total)), unit)
                         .trimmed());
    else if (job.done > 0)
        parts.append(QStringLiteral("%1 %2")
                         .arg(locale.toString(static_cast<qlonglong>(job.done)), unit)
                         .trimmed());
    if (const QString left = remaining(job, now); !left.isEmpty())
        parts.append(left);
    return parts.join(QStringLiteral(" · "));
}

JobsLine::JobsLine(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_text(new TextLabel(theme, FontRole::Small, Token::TextMuted, tr("No jobs"), this))
    , m_bar(new QProgressBar(this))
    , m_stop(new IconButton(theme, Icon::Stop, tr("Stop this job"), this))
{
    setAccessibleName(tr("Jobs"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(theme.px(kBarWidth), theme.px(kBarHeight));
    m_bar->setAccessibleName(tr("Progress"));
    row->addWidget(m_text);
    row->addWidget(m_bar);
    row->addWidget(m_stop);
    m_bar->hide();
    m_stop->hide();
    connect(m_stop, &IconButton::clicked, this, [this] {
        if (!m_jobs->running().empty())
            m_jobs->stop(m_jobs->running().back().id);
    });
}

void JobsLine::setJobs(workspace::Jobs& jobs)
{
    m_jobs = &jobs;
    connect(&jobs, &workspace::Jobs::changed, this, &JobsLine::showJobs);
    showJobs();
}

void JobsLine::showJobs()
{
    const auto& running = m_jobs->running();
    m_bar->setVisible(!running.empty());
    m_stop->setVisible(!running.empty() && running.back().canStop);
    if (running.empty()) {
        m_text->setText(tr("No jobs"));
        m_text->setToolTip({});
        return;
    }
    const auto now = std::chrono::steady_clock::now();
    const workspace::Job& job = running.back();
    QStringList all;
    for (const workspace::Job& each : running)
        all.append(jobWords(each, now));
    m_text->setText(running.size() == 1
                        ? all.back()
                        : tr("%1 (and %2 more)").arg(all.back()).arg(running.size() - 1));
    m_text->setToolTip(all.join(u'\n'));
    if (job.total > 0) {
        m_bar->setRange(0, kBarSteps);
        m_bar->setValue(static_cast<int>(kBarSteps * std::min(job.done, job.total) / job.total));
    } else {
        m_bar->setRange(0, 0);
    }
}

} // namespace tf::ui
