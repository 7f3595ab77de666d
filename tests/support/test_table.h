#pragma once

// The main() of a test program: its classes in a table, each runnable by its name.

#include <QObject>
#include <QTest>

#include <initializer_list>
#include <memory>
#include <string>

namespace QTest {

/// So that QCOMPARE prints the texts that differ, and not the names of the variables.
template <>
inline char* toString(const std::string& text)
{
    return qstrdup(text.c_str());
}

} // namespace QTest

namespace tf::test {

/// Base of every test class: a Qt warning that the test did not expect fails it.
class TestCase : public QObject {
    Q_OBJECT

protected Q_SLOTS:
    void init();
};

struct TestClass {
    const char* name;
    std::unique_ptr<QObject> (*make)();
};

template <class T>
std::unique_ptr<QObject> make()
{
    return std::make_unique<T>();
}

/// Runs the class named by the first argument, or all; further arguments go to Qt Test. A class
/// that needs what this machine lacks prints "SKIPPED ENTIRELY: why" and passes.
int runTests(int argc, char** argv, std::initializer_list<TestClass> classes);

} // namespace tf::test
