#include "app/cli/answer/asking.h"

#include <QEventLoop>
#include <QTimer>

namespace tf::cli {

namespace {

constexpr std::chrono::milliseconds kLookForInterrupt{50};

} // namespace

Result<> printAnswer(const StartRequest& start, AnswerPrinter& printer,
                     const CancelToken& interrupt)
{
    QEventLoop loop;
    endpoint::Sink sink;
    const auto drain = [&] {
        for (const endpoint::Event& event : sink->drain())
            printer.print(event);
        if (printer.hasEnded())
            loop.quit();
    };
    sink = std::make_shared<Mailbox<endpoint::Event>>(
        [&] { QMetaObject::invokeMethod(&loop, drain, Qt::QueuedConnection); });
    const endpoint::Ticket ticket = start(sink);
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        if (interrupt.cancelled())
            ticket.cancel();
    });
    timer.start(kLookForInterrupt);
    loop.exec();
    sink->close(); // the endpoint may hold on to it
    return printer.end();
}

} // namespace tf::cli
