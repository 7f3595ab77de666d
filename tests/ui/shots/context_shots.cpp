// What goes along with a question, in each state of its tab, narrow and wide.

#include "tests/ui/context/prepared_look.h"
#include "tests/ui/shots/shot_row.h"
#include "ui/composer/text_button.h"
#include "ui/context/budget_bar.h"
#include "ui/context/context_page.h"
#include "ui/context/repository_view.h"
#include "ui/context/request/request_page.h"
#include "ui/context/rule_chips.h"
#include "ui/context/tree/file_tree.h"
#include "ui/widgets/pane.h"

#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tf::test {

namespace {

using workspace::TrayItem;
using workspace::TrayKind;
using workspace::TrayState;

constexpr QSize kNarrow(496, 720); // the pane itself is narrower
constexpr QSize kWide(1280, 720);
constexpr int kPaneWidth = 300;
constexpr int kWidePane = 900;

struct ShownContext {
    ui::Pane* pane;
    ui::ContextPage* page;
};

/// As the inspector has it, of any width.
ShownContext put(ShotStage& stage, int width = kPaneWidth)
{
    stage.showEmpty();
    auto* pane = new ui::Pane(stage.theme(), ui::Token::SidePane, u"Inspector"_s, &stage.window());
    auto* page = new ui::ContextPage(stage.theme(), pane);
    pane->addPart(page, 1);
    pane->setGeometry(0, 0, width, 640);
    pane->show();
    pane->raise();
    page->setEngine(stage.workspace().engines().find("work"));
    return {pane, page};
}

TrayItem repository(TrayState state = TrayState::Ready)
{
    TrayItem item;
    item.id = 1;
    item.kind = TrayKind::Repository;
    item.state = state;
    item.title = "billing @ 3f2c1a0 +2";
    item.detail = "9 of 11 files";
    item.repository = smallLook();
    item.tokens = item.repository->plan.tokens;
    item.quality = ingest::Quality::Exact;
    return item;
}

TrayItem thing(workspace::TrayId id, TrayKind kind, std::string title, std::string detail,
               std::int64_t tokens)
{
    TrayItem item;
    item.id = id;
    item.kind = kind;
    item.state = TrayState::Ready;
    item.title = std::move(title);
    item.detail = std::move(detail);
    item.tokens = tokens;
    item.quality = ingest::Quality::Exact;
    return item;
}

std::vector<TrayItem> everything()
{
    auto failed = thing(5, TrayKind::Unknown, "report.pdf", "PDF, 2.3 MB: cannot be read", 0);
    failed.state = TrayState::Failed;
    return {repository(), thing(2, TrayKind::Picture, "checkout.png", "1920×1080", 2306),
            thing(3, TrayKind::Text, "server.log", "4,210 lines", 18'400),
            thing(4, TrayKind::Clip, "recording of the checkout, second try.mp4", "2:41, 40 frames",
                  61'200),
            failed};
}

/// Until the tree is there.
QWidget* shown(ShotStage& stage, const ShownContext& context)
{
    const auto& tree = context.page->repository().tree();
    for (int waited = 0; waited < 200 && tree.files().rowCount() == 0; ++waited)
        QTest::qWait(5);
    stage.settle();
    return context.pane;
}

void openFolders(const ShownContext& context, ShotStage& stage)
{
    shown(stage, context);
    ui::FileTree& tree = context.page->repository().tree();
    const auto& forest = tree.files().forest();
    for (const char* folder : {"src", "src/checkout"})
        tree.expand(tree.files().indexOf(forest.find(folder)));
    tree.setCurrentIndex(tree.files().indexOf(forest.find("src/checkout/retry.cpp")));
}

QWidget* empty(ShotStage& stage)
{
    return shown(stage, put(stage));
}

QWidget* tree(ShotStage& stage)
{
    const auto context = put(stage);
    context.page->setItems({repository()});
    openFolders(context, stage);
    return shown(stage, context);
}

QWidget* wide(ShotStage& stage)
{
    const auto context = put(stage, kWidePane);
    context.page->setItems(everything());
    context.page->repository().setNews({"src/checkout/retry.cpp"}, {"src/money.h"});
    openFolders(context, stage);
    return shown(stage, context);
}

QWidget* things(ShotStage& stage)
{
    const auto context = put(stage);
    context.page->setItems(everything());
    return shown(stage, context);
}

QWidget* listing(ShotStage& stage)
{
    const auto context = put(stage);
    TrayItem item = repository(TrayState::Reading);
    item.repository = nullptr;
    item.detail = "listing files";
    item.title = "billing";
    item.tokens = 0;
    item.done = 41'200;
    item.total = 80'000;
    context.page->setItems({item});
    stage.settle();
    return context.pane;
}

QWidget* counting(ShotStage& stage)
{
    const auto context = put(stage);
    TrayItem item = repository(TrayState::Reading);
    item.detail = "counting tokens";
    item.done = 700;
    item.total = 1840;
    item.quality = ingest::Quality::Estimated;
    context.page->setItems({item});
    return shown(stage, context);
}

QWidget* failed(ShotStage& stage)
{
    const auto context = put(stage);
    TrayItem item = repository(TrayState::Failed);
    item.repository = nullptr;
    item.detail = "the folder is not there any more";
    item.tokens = 0;
    context.page->setItems({item});
    stage.settle();
    return context.pane;
}

QWidget* rules(ShotStage& stage)
{
    const auto context = put(stage);
    TrayItem item = repository();
    workspace::RepositoryChoice choice;
    choice.rules.rules = {{"src/**", true}, {"**/testdata/**", false}, {"/docs/flow.md", false}};
    choice.rules.takesLockFiles = true;
    context.page->setItems({item});
    auto& view = context.page->repository();
    view.setItem(item, choice);
    for (auto* button : view.findChildren<ui::TextButton*>()) {
        if (button->isCheckable())
            button->setChecked(true);
    }
    auto* field = view.findChild<ui::RuleChips*>()->findChild<QLineEdit*>();
    field->setText(u"tests/**"_s);
    Q_EMIT field->returnPressed();
    return shown(stage, context);
}

QWidget* search(ShotStage& stage)
{
    const auto context = put(stage);
    context.page->setItems({repository()});
    shown(stage, context);
    context.page->repository().tree().setFilter(u"*.cpp"_s);
    const auto& files = context.page->repository().tree().files();
    for (int waited = 0; waited < 200 && !files.isFlat(); ++waited)
        QTest::qWait(5);
    stage.settle();
    return context.pane;
}

QWidget* over(ShotStage& stage)
{
    const auto context = put(stage);
    auto items = everything();
    items[0].tokens = 1'240'000;
    context.page->setItems(items);
    return shown(stage, context);
}

QWidget* priceStep(ShotStage& stage)
{
    const auto context = put(stage);
    auto items = everything();
    items[0].tokens = 480'000;
    items.pop_back();
    context.page->setItems(items);
    return shown(stage, context);
}

QWidget* fit(ShotStage& stage)
{
    const auto context = put(stage);
    auto items = everything();
    items[0].repository = largeLook(4000);
    items[0].tokens = items[0].repository->plan.tokens;
    context.page->setItems(items);
    shown(stage, context);
    ui::FitCard* card = context.page->findChild<ui::FitCard*>();
    context.page->repository().fit(u"256K"_s, 256'000);
    for (int waited = 0; waited < 400 && card->rules().empty(); ++waited)
        QTest::qWait(5);
    stage.settle();
    return context.pane;
}

/// The page of a request in the same place.
QWidget* request(ShotStage& stage, const Result<workspace::RequestSight>* sight)
{
    stage.showEmpty();
    auto* pane = new ui::Pane(stage.theme(), ui::Token::SidePane, u"Inspector"_s, &stage.window());
    auto* page = new ui::RequestPage(stage.theme(), pane);
    pane->addPart(page, 1);
    pane->setGeometry(0, 0, kPaneWidth, 640);
    pane->show();
    pane->raise();
    page->setSight(sight);
    stage.settle();
    return pane;
}

QWidget* requestEmpty(ShotStage& stage)
{
    return request(stage, nullptr);
}

QWidget* requestSeen(ShotStage& stage)
{
    workspace::RequestSight seen;
    seen.address = "https://api.minimax.io/v1/chat/completions";
    seen.headers = {{"Content-Type", "application/json"}};
    seen.text = "{\"model\":\"MiniMax-M3\",\"messages\":[{\"role\":\"user\",\"content\":[{"
                "\"type\":\"text\",\"text\":\"=== src/main.cpp ===\\n1 int main()\\n2 {\\n3     "
                "return 0;\\n4 }\\n\"},{\"type\":\"image_url\",\"image_url\":{\"url\":\"<2,301,442 "
                "bytes of image/png>\"}},{\"type\":\"text\",\"text\":\"Where does the retry go "
                "wrong?\"}]}],\"stream\":true}";
    seen.curl = "curl";
    seen.bytes = 2'301'900;
    seen.tokens = 226'412;
    seen.notes = {"MiniMax-M3 is not asked to think less: this server does not know how"};
    const Result<workspace::RequestSight> sight = seen;
    return request(stage, &sight);
}

QWidget* requestDenied(ShotStage& stage)
{
    const Result<workspace::RequestSight> sight =
        Error(Code::Denied, "AWS access key at settings.py:4, begins AKIA");
    return request(stage, &sight);
}

constexpr ShotRow kRows[] = {
    {"request-empty", kNarrow, World::Endpoints, requestEmpty},
    {"request-seen", kNarrow, World::Endpoints, requestSeen},
    {"request-denied", kNarrow, World::Endpoints, requestDenied},
    {"request-mirrored", kNarrow, World::Endpoints, requestSeen, Qt::RightToLeft},
    {"context-empty", kNarrow, World::Endpoints, empty},
    {"context-tree", kNarrow, World::Endpoints, tree},
    {"context-wide", kWide, World::Endpoints, wide},
    {"context-things", kNarrow, World::Endpoints, things},
    {"context-listing", kNarrow, World::Endpoints, listing},
    {"context-counting", kNarrow, World::Endpoints, counting},
    {"context-failed", kNarrow, World::Endpoints, failed},
    {"context-rules", kNarrow, World::Endpoints, rules},
    {"context-search", kNarrow, World::Endpoints, search},
    {"context-over", kNarrow, World::Endpoints, over},
    {"context-price-step", kNarrow, World::Endpoints, priceStep},
    {"context-fit", kNarrow, World::Endpoints, fit},
    {"context-mirrored", kNarrow, World::Endpoints, tree, Qt::RightToLeft},
    {"context-large", kNarrow, World::Endpoints, tree, Qt::LeftToRight, 150},
};

} // namespace

std::span<const ShotRow> contextShots()
{
    return kRows;
}

} // namespace tf::test
