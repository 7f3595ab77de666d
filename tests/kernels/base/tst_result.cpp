#include "kernels/base/result.h"
#include "tests/kernels/base/tests.h"
#include "tests/support/test_table.h"

#include <memory>
#include <string>

using namespace tf;

namespace {

Result<int> half(int number)
{
    if (number % 2 != 0)
        return Error(Code::BadInput, "odd");
    return number / 2;
}

Result<int> quarter(int number)
{
    return half(TRY(half(number)));
}

Result<> mustBeEven(int number)
{
    TRY(half(number));
    return {};
}

Result<std::unique_ptr<int>> boxed(int number)
{
    return std::make_unique<int>(number);
}

Result<int> unboxed(int number)
{
    const auto box = TRY(boxed(number));
    return *box;
}

} // namespace

class ResultTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void holdsAValueOrAnError()
    {
        QCOMPARE(half(4).value(), 2);
        QVERIFY(half(4).has_value());
        QVERIFY(!half(3));
        QVERIFY(half(3).error().code == Code::BadInput);
        QCOMPARE(half(3).error().text, std::string("odd"));
    }

    void tryPassesErrorsUpward()
    {
        QCOMPARE(quarter(8).value(), 2);
        QCOMPARE(quarter(6).error().text, std::string("odd"));
        QVERIFY(mustBeEven(2).has_value());
        QVERIFY(!mustBeEven(1).has_value());
    }

    void tryMovesWhatCanOnlyBeMoved() { QCOMPARE(unboxed(9).value(), 9); }

    void errorsKnowTheirPlaceAndGatherContext()
    {
        const auto error =
            quarter(6).because("in the header").because("while reading shard 3").error();
        QCOMPARE(error.text, std::string("while reading shard 3: in the header: odd"));
        QVERIFY(std::string(error.file).ends_with("tst_result.cpp"));
        QCOMPARE(error.line, 15);
        QVERIFY(error.describe().starts_with("bad input: while reading shard 3"));
    }

    void chains()
    {
        QCOMPARE(half(8).and_then(half).value(), 2);
        QCOMPARE(half(6).and_then(half).error().text, std::string("odd"));
        QCOMPARE(half(8).transform([](int n) { return n + 1; }).value(), 5);
        QVERIFY(!half(7).transform([](int n) { return n + 1; }).has_value());
        QCOMPARE(half(7).value_or(-1), -1);
        QCOMPARE(half(8).value_or(-1), 4);
        const auto renamed = half(7).transform_error(
            [](Error error) { return Error(Code::Corrupt, error.text + "!"); });
        QVERIFY(renamed.error().code == Code::Corrupt);
        QCOMPARE(renamed.error().text, std::string("odd!"));
    }

    void worksWithoutAValue()
    {
        int numCalls = 0;
        QVERIFY(mustBeEven(2).transform([&] { ++numCalls; }).has_value());
        QVERIFY(!mustBeEven(1).transform([&] { ++numCalls; }).has_value());
        QCOMPARE(numCalls, 1);
        QCOMPARE(mustBeEven(2).and_then([] { return half(2); }).value(), 1);
    }

    void everyCodeHasAName()
    {
        for (int code = 0; code <= static_cast<int>(Code::Internal); ++code)
            QVERIFY(!name(static_cast<Code>(code)).empty());
    }
};

std::unique_ptr<QObject> makeResultTest()
{
    return std::make_unique<ResultTest>();
}

#include "tst_result.moc"
