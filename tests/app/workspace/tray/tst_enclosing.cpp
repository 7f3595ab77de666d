#include "app/workspace/tray/enclosing.h"
#include "tests/app/workspace/tray/tests.h"
#include "tests/support/test_table.h"

using namespace tf;
using namespace tf::workspace;

namespace {

using Things = std::vector<std::shared_ptr<const Taken>>;

std::shared_ptr<const Taken> thing(TrayKind kind, std::string title, decltype(Taken::what) what)
{
    auto taken = std::make_shared<Taken>();
    taken->item.kind = kind;
    taken->item.title = std::move(title);
    taken->what = std::move(what);
    return taken;
}

wire::Media media(std::string type)
{
    return {std::move(type), std::make_shared<const std::string>("bytes"), {}};
}

std::shared_ptr<const Taken> textThing(std::string title)
{
    TakenText taken{title, {}};
    taken.text.asItIs = {"shown", "raw", 1};
    return thing(TrayKind::Text, std::move(title), std::move(taken));
}

std::shared_ptr<const Taken> clipThing(std::string title)
{
    TakenClip taken;
    taken.part.media = media("video/mp4");
    return thing(TrayKind::Clip, std::move(title), std::move(taken));
}

} // namespace

class EnclosingTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsAnEmptyEnclosure()
    {
        const auto enclosed = enclose(Things(), draft::LeakPolicy::Block);
        QVERIFY(enclosed);
        QVERIFY(enclosed->draft.media.empty());
        QVERIFY(!enclosed->draft.repository);
    }

    void textsStandBeforePicturesBeforeClips()
    {
        const Things things = {
            clipThing("c.mp4"),
            thing(TrayKind::Picture, "p.png", TakenPicture{{{media("image/png"), {}}}, {}, {}, {}, {}, 0, {}}),
            textThing("b.txt"), textThing("a.txt")};
        const auto enclosed = enclose(things, draft::LeakPolicy::Block);
        QVERIFY(enclosed);
        QCOMPARE(enclosed->draft.mediaNames,
                 (std::vector<std::string>{"b.txt", "a.txt", "p.png", "c.mp4"}));
    }

    void whatCannotBeReadStopsAll()
    {
        const Things things = {textThing("a.txt"), thing(TrayKind::Unknown, "x", Unreadable{3})};
        QVERIFY(!enclose(things, draft::LeakPolicy::Open));
    }
};

std::unique_ptr<QObject> makeEnclosingTest()
{
    return std::make_unique<EnclosingTest>();
}

#include "tst_enclosing.moc"
