// What fits a shape, and what only nearly does.

#include "app/ingest/leaks/shape.h"
#include "kernels/base/words.h"
#include "tests/app/ingest/leaks/tests.h"
#include "tests/support/test_table.h"

using namespace tf;
using namespace tf::ingest;

namespace {

struct Fit {
    const char* shape;
    const char* text;
    const char* found; ///< around the first anchor; "" for none
};

constexpr Fit kFits[] = {
    {"ab_{d3}", "x ab_123 y", "ab_123"},
    {"ab_{d3}", "x ab_12 y", ""},
    {"ab_{d3}", "ab_1234", ""}, // longer is another thing
    {"ab_{d3}", "ab_123x", ""},
    {"ab_{d3}", "ab_123-x", "ab_123"},
    {"ab_{d3}", "ab_123", "ab_123"},
    {"ab_{d3}", "cab_123", ""}, // the word begins earlier
    {"ab_{d3}", "c_ab_123", "ab_123"},
    {"ab_{d3}", "\\nab_123", "ab_123"}, // the n of a line end
    {"ab_{d3}", "%20ab_123", "ab_123"},
    {"ab_{d2-4}", "ab_12345", ""},
    {"ab_{d2-4}", "ab_1234", "ab_1234"},
    {"ab_{x2+}.{d1}", "ab_00ff.7", "ab_00ff.7"},
    {"ab_{x4}", "ab_00Ff", ""},
    {"ab_{X4}", "ab_00Ff", "ab_00Ff"},
    {"ab_{u2}", "ab_aB", ""},
    {"ab_{l2}", "ab_aB", ""},
    {"ab_{t3}", "ab_a-_", "ab_a-_"},
    {"ab_{w3}", "ab_a-_", ""},
    {"ab_{b4}{=0-2}", "ab_a+/9== ", "ab_a+/9=="},
    {"ab_{p4}", "ab_a(~, x", "ab_a(~,"},
    {"{d2}mark{d2}", "x 12mark34", "12mark34"},
    {"{d2}mark{d2}", "x 1mark34", ""},
    {"{d2-3}mark{d2}", "x 123mark34", "123mark34"},
    {"{d2-3}mark{d2}", "x 0123mark34", ""},
    {"{a3}.mark{d1}", "abc.mark1", "abc.mark1"},
    {"{U}", "01234567-89ab-cdef-0123-456789abcdef", ""}, // no anchor
};

} // namespace

class LeakShapeTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void shapesAreFoundAroundTheirAnchor()
    {
        for (const Fit& one : kFits) {
            const Shape shape(one.shape);
            const std::string_view text = one.text;
            const auto at = shape.anchor().size() < 2 ? text.npos : text.find(shape.anchor());
            const auto where = at == text.npos ? std::nullopt : shape.around(text, at);
            const auto found = where ? std::string(where->of(text)) : std::string();
            QVERIFY2(found == one.found, words(one.shape, " in ", text, ": ", found).c_str());
        }
    }

    void uuidsAreAPieceOfTheirOwn()
    {
        const std::string_view text = "=01234567-89ab-cdef-0123-456789abcdef;";
        QVERIFY(Shape("{U}").from(text, 1));
        QVERIFY(!Shape("{U}").from(text, 2));
    }

    void whatIsNoShapeFitsNothing()
    {
        for (const char* spelled : {"", "{", "{}", "{x", "{?3}", "}", "a{x-}"})
            QVERIFY(Shape(spelled).anchor().size() < 2);
        QVERIFY(!Shape("{?3}").from("???", 0));
    }
};

std::unique_ptr<QObject> makeLeakShapeTest()
{
    return std::make_unique<LeakShapeTest>();
}

#include "tst_shape.moc"
