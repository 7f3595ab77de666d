#include "tests/engine/text/prompt/template_case.h"
#include "tests/engine/text/prompt/vectors/tests.h"
#include "tests/support/test_table.h"

#include <cstdio>
#include <cstdlib>

using namespace tf;

class TemplateVectorsTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyCaseEqualsTheOfficialRendering()
    {
        const char* folder = std::getenv("TRIFOLD_VECTORS");
        if (folder == nullptr) {
            std::printf("SKIPPED ENTIRELY: TRIFOLD_VECTORS names no folder of reference cases\n");
            QSKIP("no vectors");
        }
        const auto report = test::checkTemplateCases(std::string(folder) + "/template.jsonl");
        std::printf("%d cases, %d wrong\n", report.numCases, report.numWrong);
        QVERIFY2(report.numWrong == 0, report.wrong.c_str());
        QVERIFY(report.numCases > 0);
    }
};

std::unique_ptr<QObject> makeTemplateVectorsTest()
{
    return std::make_unique<TemplateVectorsTest>();
}

#include "tst_template_vectors.moc"
