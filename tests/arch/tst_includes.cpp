#include "tests/arch/rows.h"
#include "tests/arch/tests.h"
#include "tests/support/test_table.h"

using namespace tf::test::arch;

namespace {

constexpr Row kArrowRows[] = {
    {"itself", "engine/sched/step.cpp", "#include \"engine/sched/step.h\"\n", ""},
    {"engine to kernels", "engine/a.cpp", "#include \"kernels/api/norm.h\"\n", ""},
    {"engine to app", "engine/a.cpp", "// why\n#include \"app/cli/verb.h\"\n", "2"},
    {"engine to vision", "engine/a.cpp", "#include \"vision/probe.h\"\n", "1"},
    {"kernels to engine", "kernels/cpu/a.cpp", "#include \"engine/engine.h\"\n", "1"},
    {"vision to base", "vision/a.cpp", "#include \"kernels/base/error.h\"\n", ""},
    {"vision to kernels", "vision/a.cpp", "#include \"kernels/api/norm.h\"\n", "1"},
    {"app to the face of engine", "app/agent/a.cpp",
     "#include \"engine/engine.h\"\n#include \"engine/request.h\"\n#include \"engine/event.h\"\n",
     ""},
    {"app past the face of engine", "app/agent/a.cpp", "#include \"engine/sched/step.h\"\n", "1"},
    {"app to text", "app/agent/a.cpp", "#include \"engine/text/template.h\"\n", "1"},
    {"cli to text", "app/cli/render.cpp", "#include \"engine/text/template.h\"\n", ""},
    {"cli to sched", "app/cli/render.cpp", "#include \"engine/sched/step.h\"\n", "1"},
    {"local endpoint to text", "app/endpoint/local.cpp", "#include \"engine/text/template.h\"\n",
     ""},
    {"remote endpoint to text", "app/endpoint/openai.cpp", "#include \"engine/text/t.h\"\n", "1"},
    {"ingest counts tokens", "app/ingest/budget.cpp", "#include \"engine/text/tokenizer.h\"\n", ""},
    {"ui to app", "ui/shell/a.cpp", "#include \"app/workspace.h\"\n", ""},
    {"ui to engine", "ui/shell/a.cpp", "#include \"engine/engine.h\"\n", "1"},
    {"ui to kernels", "ui/shell/a.cpp", "#include \"kernels/api/norm.h\"\n", "1"},
    {"app to ui", "app/a.cpp", "#  include <ui/shell/docks.h>\n", "1"},
    {"product to tests", "app/a.cpp", "#include \"tests/support/gen.h\"\n", "1"},
    {"tests to any", "tests/app/tst_a.cpp", "#include \"engine/sched/step.h\"\n", ""},
    {"relative", "app/cli/a.cpp", "#include \"verb.h\"\n", "1"},
    {"what moc writes", "ui/a.cpp", "#include \"a.moc\"\n", ""},
    {"in a comment", "engine/a.cpp", "/*\n#include \"app/a.h\"\n*/ // #include \"ui/b.h\"\n", ""},
    {"in a README", "engine/README.md", "#include \"app/a.h\"\n", ""},
    {"in a string", "engine/a.cpp", "auto s = \"#include \\\"app/a.h\\\"\";\n", ""},
};

constexpr Row kPackageRows[] = {
    {"std everywhere", "kernels/base/a.h", "#include <vector>\n#include <sys/mman.h>\n", ""},
    {"Qt in app", "app/a.cpp", "#include <QString>\n#include <QtCore/QObject>\n", ""},
    {"Qt in engine", "engine/a.cpp", "#include <vector>\n#include <QString>\n", "2"},
    {"Qt module in kernels", "kernels/a.cpp", "#include <QtCore/QString>\n", "1"},
    {"Qt in vision", "vision/a.cpp", "#include <QImage>\n", "1"},
    {"Gui in app", "app/a.cpp", "#include <QColor>\n#include <QWidget>\n#include <QtGui>\n",
     "1 2 3"},
    {"Core that sounds like Gui", "app/a.cpp",
     "#include <QAbstractItemModel>\n#include <QCommandLineParser>\n#include <QTextStream>\n"
     "#include <QTimer>\n#include <QFileInfo>\n#include <QRegularExpression>\n"
     "#include <QStringListModel>\n#include <QPointer>\n#include <QPoint>\n",
     ""},
    {"Gui in ui", "ui/a.cpp", "#include <QPainter>\n#include <QMainWindow>\n", ""},
    {"Gui in tests", "tests/ui/a.cpp", "#include <QImage>\n", ""},
    {"Qt Test in ui", "ui/a.cpp", "#include <QTest>\n", "1"},
    {"simdjson at home", "engine/json/value.cpp", "#include <simdjson.h>\n", ""},
    {"simdjson elsewhere", "engine/text/a.cpp", "#include <simdjson.h>\n", "1"},
    {"simdjson in quotes", "engine/text/a.cpp", "#include \"simdjson.h\"\n", "1"},
    {"git at home", "app/ingest/git/repo.cpp", "#include <git2.h>\n#include <git2/blob.h>\n", ""},
    {"git elsewhere", "app/ingest/pack.cpp", "#include <git2.h>\n", "1"},
    {"git in its test", "tests/app/ingest/git/tst_repo.cpp", "#include <git2.h>\n", ""},
    {"git in another test", "tests/app/ingest/tst_pack.cpp", "#include <git2.h>\n", "1"},
    {"sqlite elsewhere", "app/agent/a.cpp", "#include <sqlite3.h>\n", "1"},
    {"sqlite at home", "app/session/store.cpp", "#include <sqlite3.h>\n", ""},
    {"ffmpeg at home", "vision/ffmpeg/a.cpp", "#include <libavcodec/avcodec.h>\n", ""},
    {"ffmpeg elsewhere", "vision/video.cpp", "#include <libswscale/swscale.h>\n", "1"},
    {"opencv at home", "vision/opencv/a.cpp", "#include <opencv2/core.hpp>\n", ""},
    {"opencv elsewhere", "vision/resize.cpp", "#include <opencv2/core.hpp>\n", "1"},
    {"cuda at home", "kernels/cuda/gemm/a.cu", "#include <cuda_runtime.h>\n#include <mma.h>\n", ""},
    {"cuda elsewhere", "kernels/cpu/a.cpp", "#include <cuda_fp8.h>\n#include <cub/cub.cuh>\n",
     "1 2"},
    {"a cuda source elsewhere", "engine/run/a.cu", "int a;\n", "1"},
    {"nccl at home", "kernels/comm/nccl.cpp", "#include <nccl.h>\n", ""},
    {"nccl elsewhere", "kernels/comm/local.cpp", "#include <nccl.h>\n", "1"},
    {"boost at home", "app/server/http_port.cpp", "#include <boost/beast.hpp>\n", ""},
    {"boost elsewhere", "app/wire/sse.cpp", "#include <boost/asio.hpp>\n", "1"},
    {"ICU at home", "engine/text/a.cpp", "#include <unicode/normalizer2.h>\n", ""},
    {"ICU elsewhere", "app/a.cpp", "#include <unicode/uchar.h>\n#include <pcre2.h>\n", "1 2"},
    {"highway elsewhere", "engine/a.cpp", "#include <hwy/highway.h>\n", "1"},
    {"highway at home", "kernels/cpu/gemm.cpp", "#include <hwy/highway.h>\n", ""},
    {"md4c elsewhere", "ui/composer/a.cpp", "#include <md4c.h>\n", "1"},
    {"md4c at home", "ui/markdown/growing_document.cpp", "#include <md4c.h>\n", ""},
    {"sandbox elsewhere", "vision/a.cpp", "#include <linux/landlock.h>\n#include <seccomp.h>\n",
     "1 2"},
    {"sandbox at home", "vision/helper/a.cpp", "#include <linux/seccomp.h>\n", ""},
    {"keychain elsewhere", "app/endpoint/a.cpp", "#include <qt6keychain/keychain.h>\n", "1"},
    {"keychain at home", "app/secrets/a.cpp", "#include <qt6keychain/keychain.h>\n", ""},
    {"iostream", "app/cli/a.cpp", "#include <iostream>\n", "1"},
    {"not in g++ 12", "kernels/base/a.h", "#include <format>\n#include <expected>\n", "1 2"},
    {"in a comment", "engine/a.cpp", "// #include <QString>\n", ""},
    {"in a string", "engine/a.cpp", "auto s = \"\\\n#include <QString>\";\n", ""},
};

} // namespace

class IncludesTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void arrowsPointRight_data() { addRows(kArrowRows); }
    void arrowsPointRight()
    {
        const auto [got, want] = pointedAt(arrows);
        QCOMPARE(got, want);
    }

    void packagesStayInTheirRoom_data() { addRows(kPackageRows); }
    void packagesStayInTheirRoom()
    {
        const auto [got, want] = pointedAt(packages);
        QCOMPARE(got, want);
    }
};

std::unique_ptr<QObject> makeIncludesTest()
{
    return std::make_unique<IncludesTest>();
}

#include "tst_includes.moc"
