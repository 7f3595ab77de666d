#include "ui/endpoints/test_report.h"

#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/text_label.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QSslKey>
#include <QVBoxLayout>

namespace tf::ui {

namespace {

using Step = workspace::EndpointTest::Step;

constexpr int kMostModelsNamed = 5;

QString stepWords(Step step)
{
    switch (step) {
    case Step::Resolving:
        return TestReport::tr("Finding the host");
    case Step::Connecting:
        return TestReport::tr("Connecting");
    case Step::Encrypting:
        return TestReport::tr("Agreeing on encryption");
    case Step::Asking:
        return TestReport::tr("Asking for the list of models");
    case Step::Done:
        return TestReport::tr("The endpoint answers");
    }
    UNREACHABLE();
}

QString nameOf(const QStringList& commonNames, const QStringList& organizations)
{
    if (!commonNames.isEmpty())
        return commonNames.front();
    return organizations.isEmpty() ? TestReport::tr("unnamed") : organizations.front();
}

QString certificateWords(const QSslCertificate& certificate)
{
    const QString subject = nameOf(certificate.subjectInfo(QSslCertificate::CommonName),
                                   certificate.subjectInfo(QSslCertificate::Organization));
    const QString issuer = nameOf(certificate.issuerInfo(QSslCertificate::CommonName),
                                  certificate.issuerInfo(QSslCertificate::Organization));
    const QString until = QLocale().toString(certificate.expiryDate().date(), QLocale::ShortFormat);
    const QString print =
        QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).left(8).toHex(':'));
    return TestReport::tr("%1, issued by %2, valid until %3").arg(subject, issuer, until) + u'\n'
        + TestReport::tr("SHA-256 %1…").arg(print);
}

QString modelWords(const std::vector<wire::ListedModel>& models)
{
    QStringList named;
    for (const wire::ListedModel& model : models) {
        if (named.size() == kMostModelsNamed)
            break;
        named.append(QString::fromStdString(model.id));
    }
    const QString list = named.join(QStringLiteral(", "));
    return models.size() > kMostModelsNamed
        ? TestReport::tr("%1 models: %2, …").arg(models.size()).arg(list)
        : TestReport::tr("Models: %1").arg(list.isEmpty() ? TestReport::tr("none listed") : list);
}

/// What is being done: nothing that could be opened or pressed.
class RunningDot : public QWidget {
public:
    RunningDot(const Theme& theme, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        setFixedSize(theme.px(16), theme.px(16));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const int side = m_theme.px(6);
        QRect dot(0, 0, side, side);
        dot.moveCenter(rect().center());
        paintRounded(painter, dot, side / 2, m_theme.color(Token::Icon));
    }

private:
    const Theme& m_theme;
};

QWidget* markOf(TestLine::State state, const Theme& theme, QWidget* parent)
{
    switch (state) {
    case TestLine::State::Running:
        return new RunningDot(theme, parent);
    case TestLine::State::Failed:
        return new IconLabel(theme, Icon::Warning, 16, Token::Danger, parent);
    case TestLine::State::Done:
        return new IconLabel(theme, Icon::Check, 16, Token::Good, parent);
    case TestLine::State::Said:
        break;
    }
    return new IconLabel(theme, Icon::Info, 16, Token::Icon, parent);
}

} // namespace

std::vector<TestLine> linesOf(const workspace::EndpointTest& test)
{
    std::vector<TestLine> lines;
    const bool isEncrypted = !test.chain.isEmpty();
    for (const Step step : {Step::Resolving, Step::Connecting, Step::Encrypting, Step::Asking}) {
        if (step > test.step)
            break;
        const bool isHere = step == test.step;
        if (step == Step::Encrypting && !isHere && !isEncrypted)
            continue;
        const auto state = !isHere   ? TestLine::State::Done
            : test.error.has_value() ? TestLine::State::Failed
                                     : TestLine::State::Running;
        lines.push_back({state, stepWords(step)});
        if (step == Step::Encrypting) {
            for (const QSslCertificate& certificate : test.chain)
                lines.push_back({TestLine::State::Said, certificateWords(certificate)});
            if (!test.cipher.empty())
                lines.push_back({TestLine::State::Said, QString::fromStdString(test.cipher)});
        }
    }
    if (test.error)
        lines.push_back({TestLine::State::Failed, QString::fromStdString(test.error->text)});
    if (test.step == Step::Done && !test.error) {
        lines.push_back({TestLine::State::Said, modelWords(test.models)});
        lines.push_back(
            {TestLine::State::Done,
             TestReport::tr("%1, after %2 ms").arg(stepWords(Step::Done)).arg(test.took.count())});
    }
    return lines;
}

TestReport::TestReport(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    setAccessibleName(tr("Result of the test"));
}

void TestReport::clear()
{
    delete m_lines;
    m_lines = nullptr;
}

void TestReport::showTest(const workspace::EndpointTest& test)
{
    clear();
    m_lines = new QWidget(this);
    auto* column = new QVBoxLayout(m_lines);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    for (const TestLine& line : linesOf(test)) {
        auto* row = new QHBoxLayout;
        row->setSpacing(8);
        const bool failed = line.state == TestLine::State::Failed;
        row->addWidget(markOf(line.state, m_theme, m_lines), 0, Qt::AlignTop);
        row->addWidget(makeParagraph(m_theme, FontRole::Body,
                                     failed ? Token::DangerText : Token::Text, line.text, m_lines),
                       1);
        column->addLayout(row);
    }
    m_column->addWidget(m_lines);
    if (test.error || test.step == Step::Done) {
        QAccessibleEvent said(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&said);
    }
}

} // namespace tf::ui
