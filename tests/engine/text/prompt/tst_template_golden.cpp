#include "tests/engine/text/prompt/template_case.h"
#include "tests/engine/text/prompt/tests.h"
#include "tests/support/test_table.h"

using namespace tf;

class TemplateGoldenTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    /// The file is written by make_template_vectors.py beside it, in Python, from the description.
    void everyCaseEqualsTheRenderingInPython()
    {
        const auto report =
            test::checkTemplateCases(TRIFOLD_SOURCE_DIR "/tests/golden/template.jsonl");
        QVERIFY2(report.numWrong == 0, report.wrong.c_str());
        QVERIFY(report.numCases > 30);
    }
};

std::unique_ptr<QObject> makeTemplateGoldenTest()
{
    return std::make_unique<TemplateGoldenTest>();
}

#include "tst_template_golden.moc"
