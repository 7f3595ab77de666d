#include "kernels/base/cancel.h"
#include "tests/kernels/base/tests.h"
#include "tests/support/test_table.h"

#include <thread>

using tf::CancelSource;
using tf::CancelToken;

class CancelTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void tokenSeesTheRequestOfItsSource()
    {
        CancelSource source;
        const CancelToken token = source.token();
        QVERIFY(!token.cancelled());
        QVERIFY(token.check().has_value());
        source.cancel();
        QVERIFY(token.cancelled());
        QVERIFY(token.check().error().code == tf::Code::Cancelled);
    }

    void plainTokenIsNeverCancelled() { QVERIFY(!CancelToken().cancelled()); }

    void tokenOutlivesItsSource()
    {
        CancelToken token;
        {
            CancelSource source;
            token = source.token();
            source.cancel();
        }
        QVERIFY(token.cancelled());
    }

    void stopsALoopOnAnotherThread()
    {
        CancelSource source;
        std::thread worker([token = source.token()] {
            while (!token.cancelled())
                std::this_thread::yield();
        });
        source.cancel();
        worker.join();
    }
};

std::unique_ptr<QObject> makeCancelTest()
{
    return std::make_unique<CancelTest>();
}

#include "tst_cancel.moc"
