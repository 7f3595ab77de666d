// The editor of an endpoint, and how its test goes.

#include "tests/ui/shots/shot_row.h"
#include "ui/endpoints/endpoint_page.h"
#include "ui/endpoints/engine_facts.h"
#include "ui/shell/top_bar.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSslCertificate>

using namespace Qt::StringLiterals;

namespace tf::test {

namespace {

using Step = workspace::EndpointTest::Step;

constexpr QSize kFormSize(820, 560); // of which the sessions take 240

QWidget* page(ShotStage& stage)
{
    stage.settle();
    return &stage.part<ui::EndpointPage>();
}

QWidget* edit(ShotStage& stage, const QString& name)
{
    Q_EMIT stage.window().topBar().facts().editAsked(name);
    return page(stage);
}

QWidget* fresh(ShotStage& stage)
{
    return edit(stage, {});
}

QWidget* kept(ShotStage& stage)
{
    return edit(stage, u"work"_s);
}

void press(ShotStage& stage, const QString& text)
{
    for (auto* button : stage.part<ui::EndpointPage>().findChildren<QPushButton*>()) {
        if (button->text() == text)
            button->click();
    }
}

QWidget* mistaken(ShotStage& stage)
{
    fresh(stage);
    stage.window().activateWindow();
    stage.type(u"http://gpu.example.org:8000/v1"_s);
    press(stage, u"&Keep"_s);
    return page(stage);
}

QWidget* opened(ShotStage& stage)
{
    fresh(stage);
    stage.part<ui::EndpointPage>().findChild<QComboBox*>()->showPopup();
    stage.settle();
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (widget->inherits("QComboBoxPrivateContainer") && widget->isVisible())
            return widget;
    }
    return nullptr;
}

/// The end of the form, where the test is told.
QWidget* tested(ShotStage& stage, const workspace::EndpointTest& test)
{
    edit(stage, u"work"_s);
    auto& form = stage.part<ui::EndpointPage>();
    form.showTest(test);
    stage.settle();
    form.findChild<QCheckBox*>()->setChecked(test.error.has_value());
    if (auto* area = form.findChild<QScrollArea*>())
        area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
    return page(stage);
}

/// A server's certificate and the authority that issued it.
QList<QSslCertificate> chain()
{
    QFile file(QStringLiteral(TRIFOLD_SOURCE_DIR "/tests/ui/shots/chain.pem"));
    CHECK(file.open(QIODevice::ReadOnly), "the chain of the picture is there");
    return QSslCertificate::fromDevice(&file, QSsl::Pem);
}

QWidget* testRunning(ShotStage& stage)
{
    workspace::EndpointTest test;
    test.step = Step::Encrypting;
    return tested(stage, test);
}

QWidget* testPassed(ShotStage& stage)
{
    workspace::EndpointTest test;
    test.step = Step::Done;
    test.chain = chain();
    test.cipher = "TLS 1.3, TLS_AES_256_GCM_SHA384";
    test.models.resize(2);
    test.models[0].id = "MiniMax-M3";
    test.models[1].id = "MiniMax-M2.5";
    test.took = std::chrono::milliseconds(214);
    return tested(stage, test);
}

QWidget* testFailed(ShotStage& stage)
{
    workspace::EndpointTest test;
    test.step = Step::Encrypting;
    test.chain = chain();
    test.error = Error{Code::Network,
                       "api.example.org shows a certificate that no authority you trust has "
                       "signed: the root is “Example Root”"};
    return tested(stage, test);
}

QWidget* testRefused(ShotStage& stage)
{
    workspace::EndpointTest test;
    test.step = Step::Asking;
    test.chain = chain();
    test.error = Error{Code::Denied, "HTTP 401 from api.minimax.io: the key is not accepted"};
    return tested(stage, test);
}

constexpr ShotRow kRows[] = {
    {"endpoint-new", kFormSize, World::Nothing, fresh},
    {"endpoint-kept", kFormSize, World::Endpoints, kept},
    {"endpoint-mistaken", kFormSize, World::Endpoints, mistaken},
    {"endpoint-kinds", kFormSize, World::Endpoints, opened},
    {"endpoint-test-running", kFormSize, World::Endpoints, testRunning},
    {"endpoint-test-passed", kFormSize, World::Endpoints, testPassed},
    {"endpoint-test-failed", kFormSize, World::Endpoints, testFailed},
    {"endpoint-test-refused", kFormSize, World::Endpoints, testRefused},
    {"endpoint-narrow", {496, 460}, World::Endpoints, kept},
    {"endpoint-mirrored", {820, 460}, World::Endpoints, kept, Qt::RightToLeft},
};

} // namespace

std::span<const ShotRow> endpointShots()
{
    return kRows;
}

} // namespace tf::test
