#include "tests/support/test_table.h"

#include <QRegularExpression>

#include <cstdio>
#include <cstring>
#include <vector>

namespace tf::test {

void TestCase::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

int runTests(int argc, char** argv, std::initializer_list<TestClass> classes)
{
    std::vector<char*> arguments(argv, argv + argc);
    const char* wanted = nullptr;
    if (argc > 1 && argv[1][0] != '-') {
        wanted = argv[1];
        arguments.erase(arguments.begin() + 1);
    }
    // Qt's crash handler calls a debugger, which takes minutes; a core file says the same.
    char noCrashHandler[] = "-nocrashhandler";
    arguments.push_back(noCrashHandler);

    int numFailed = 0;
    bool found = false;
    for (const TestClass& testClass : classes) {
        if (wanted != nullptr && std::strcmp(wanted, testClass.name) != 0)
            continue;
        found = true;
        const auto object = testClass.make();
        numFailed +=
            QTest::qExec(object.get(), static_cast<int>(arguments.size()), arguments.data());
    }
    if (!found) {
        std::fprintf(stderr, "no test class named %s; there are:", wanted ? wanted : "anything");
        for (const TestClass& testClass : classes)
            std::fprintf(stderr, " %s", testClass.name);
        std::fputc('\n', stderr);
        return 1;
    }
    return numFailed == 0 ? 0 : 1;
}

} // namespace tf::test
