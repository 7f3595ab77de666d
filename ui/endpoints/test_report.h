#pragma once

// How the test of an endpoint goes, step by step, with the certificates that the server showed.

#include "app/workspace/engines.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QVBoxLayout;

namespace tf::ui {

struct TestLine {
    enum class State : std::uint8_t { Done, Running, Failed, Said };
    State state = State::Said;
    QString text;

    bool operator==(const TestLine&) const = default;
};

/// What is known so far: steps, certificates, models.
[[nodiscard]] std::vector<TestLine> linesOf(const workspace::EndpointTest& test);

class TestReport : public QWidget {
    Q_OBJECT

public:
    explicit TestReport(const Theme& theme, QWidget* parent = nullptr);

    void showTest(const workspace::EndpointTest& test);
    void clear();

private:
    const Theme& m_theme;
    QVBoxLayout* m_column;
    QWidget* m_lines = nullptr;
};

} // namespace tf::ui
