#pragma once

// The editor of one endpoint: its address, key and words, a test of it, and where data would go.
//
// Shown in the middle of the window instead of the conversation; never a dialog. Thread: main.

#include "ui/endpoints/endpoint_form.h"
#include "ui/widgets/pane.h"

#include <array>
#include <functional>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace tf::workspace {
class Engines;
struct EndpointTest;
} // namespace tf::workspace

namespace tf::ui {

class FormRow;
class TestReport;
class TextLabel;

class EndpointPage : public Pane {
    Q_OBJECT

public:
    /// Requires: `engines` outlives it.
    EndpointPage(const Theme& theme, workspace::Engines& engines, QWidget* parent = nullptr);
    ~EndpointPage() override;

    /// Empty: a new one.
    void edit(const QString& name);
    /// The endpoint as it stands in the form.
    void test();
    /// How a test of it goes; until it is over the button stops it.
    void showTest(const workspace::EndpointTest& test);

Q_SIGNALS:
    /// It is kept under that name.
    void kept(const QString& name);
    void closeAsked();

private:
    QWidget* makeForm();
    QWidget* makeMiddle(QWidget* around);
    QWidget* makeFoot();
    void addMainRows(QVBoxLayout& column, QWidget* body);
    void addWayRows(QVBoxLayout& column, QWidget* body);
    void addLabelRows(QVBoxLayout& column, QWidget* body);
    FormRow* addLine(QVBoxLayout& column, QLineEdit*& line, const QString& name,
                     const QString& hint);
    [[nodiscard]] EndpointFields fields() const;
    void setFields(const EndpointFields& fields);
    /// False, with each mistake at its field, when it cannot be used.
    bool read();
    void showMistakes(const std::vector<FormMistake>& mistakes);
    void showLabel();
    void followReport();
    void save();
    void remove();
    void stopTest();

    workspace::Engines& m_engines;
    endpoint::StoredProfile m_profile;
    QString m_editing; ///< the name it is kept under; empty: it is new
    std::function<void()> m_stopTest;
    bool m_isFollowing = false; ///< what the test says is kept in sight

    QScrollArea* m_scroll = nullptr;
    QComboBox* m_kind = nullptr;
    QLineEdit* m_name = nullptr;
    QLineEdit* m_address = nullptr;
    QLineEdit* m_model = nullptr;
    QLineEdit* m_key = nullptr;
    QLineEdit* m_proxy = nullptr;
    QLineEdit* m_caFile = nullptr;
    QLineEdit* m_context = nullptr;
    QLineEdit* m_operator = nullptr;
    QLineEdit* m_law = nullptr;
    QLineEdit* m_retention = nullptr;
    QCheckBox* m_plainHttp = nullptr;
    std::array<FormRow*, 4> m_rows{}; ///< by FormField, those with a field
    TextLabel* m_whole = nullptr;
    TextLabel* m_label = nullptr;
    TestReport* m_report = nullptr;
    QPushButton* m_test = nullptr;
    QPushButton* m_remove = nullptr;
};

} // namespace tf::ui
