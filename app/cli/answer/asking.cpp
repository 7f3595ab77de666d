#include "app/cli/answer/asking.h"

#include <QCoreApplication>
#include <QTimer>

namespace tf::cli {

namespace {

constexpr std::chrono::milliseconds kLookForInterrupt{50};

} // namespace

Result<> followAnswer(const StartRequest& start, const EventSeen& seen,
                      const CancelToken& interrupt)
{
    QObject here; // where wakes of other threads arrive
    endpoint::Sink sink;
    std::optional<Error> error;
    const auto drain = [&] {
        for (const endpoint::Event& event : sink->drain()) {
            seen(event);
            const auto* failed = std::get_if<endpoint::Failed>(&event.what);
            if (failed != nullptr)
                error = failed->error;
            if (failed != nullptr || std::holds_alternative<endpoint::Done>(event.what))
                QCoreApplication::exit();
        }
    };
    sink = std::make_shared<Mailbox<endpoint::Event>>(
        [&] { QMetaObject::invokeMethod(&here, drain, Qt::QueuedConnection); });
    const endpoint::Ticket ticket = start(sink);
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &here, [&] {
        if (interrupt.cancelled())
            ticket.cancel();
    });
    timer.start(kLookForInterrupt);
    QCoreApplication::exec(); // until exit() above
    sink->close(); // the endpoint may hold on to it
    if (error)
        return std::move(*error);
    return {};
}

Result<> printAnswer(const StartRequest& start, AnswerPrinter& printer,
                     const CancelToken& interrupt)
{
    return followAnswer(
        start, [&printer](const endpoint::Event& event) { printer.print(event); }, interrupt);
}

} // namespace tf::cli
