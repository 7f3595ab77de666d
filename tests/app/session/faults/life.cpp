#include "tests/app/session/faults/life.h"

#include "kernels/base/words.h"

namespace tf::test {

using namespace tf::session;

namespace fs = std::filesystem;

namespace {

/// A schema whose next version is the one that stores have here: what opens an older store.
const Schema& nextSchema()
{
    static const Schema schema = [] {
        Schema next = currentSchema();
        next.version += 1;
        next.migrations.push_back({next.version, "CREATE TABLE later(id INTEGER PRIMARY KEY);"});
        return next;
    }();
    return schema;
}

/// True when it went well; a failure must have words.
template <class T>
bool went(Done& done, const Result<T>& result)
{
    if (!result && result.error().text.empty())
        done.wrong = "an error without words";
    return result.has_value();
}

} // namespace

std::unique_ptr<Scene> makeScene(Before before)
{
    auto scene = std::make_unique<Scene>();
    scene->before = before;
    const StoreFiles files = scene->folder.files();
    {
        const auto journal = scene->folder.open();
        scene->done.session = MUST(journal->create({"first", {}}));
        addTurn(*journal, scene->done.session, "before", "ok");
        if (before == Before::Killed) // a copy of the living store is what a kill leaves
            fs::copy(files.folder, files.folder.native() + ".killed", fs::copy_options::recursive);
    }
    if (before == Before::Killed) {
        fs::remove_all(files.folder);
        fs::rename(files.folder.native() + ".killed", files.folder);
    }
    if (before == Before::Damaged) {
        std::string bytes = contentOf(files.database());
        bytes.replace(0, 100, std::string(100, '\xff'));
        put(files.database(), bytes);
    }
    return scene;
}

std::unique_ptr<Scene> copyOf(const Scene& scene)
{
    auto copy = std::make_unique<Scene>();
    copy->before = scene.before;
    copy->done = scene.done;
    const StoreFiles from = scene.folder.files();
    const StoreFiles to = copy->folder.files();
    fs::copy(from.folder, to.folder, fs::copy_options::recursive);
    fs::last_write_time(to.database(), fs::last_write_time(from.database()));
    if (copy->before == Before::Older)
        copy->place.schema = &nextSchema();
    return copy;
}

void live(Scene& scene)
{
    Done& done = scene.done;
    auto journal = Journal::open(scene.place);
    if (!went(done, journal))
        return;
    Journal& store = **journal;
    if (scene.before != Before::Damaged && store.report().rescued)
        done.wrong = "taken for damaged: " + store.report().rescued->reason;
    done.renamed = went(done, store.change(done.session, Renamed{"", "renamed"}));
    const auto turn = store.begin(done.session, {.text = "asked"});
    done.begun = went(done, turn);
    if (turn) {
        const Event grew = {.session = done.session,
                            .time = 5,
                            .change = PartsGrew{*turn, {{PartKind::Text, "answered", "", ""}}}};
        done.grew = went(done, store.append({&grew, 1}));
        if (!done.grew) // once more the same, as streams do
            done.grew = went(done, store.append({&grew, 1}));
        done.ended = went(done, store.end(done.session, *turn, {}));
    }
    done.desk = went(done, store.keepDesk(done.session, {"draft", 0, ""}));
    const auto blob = store.blobs().put("content");
    if (went(done, blob))
        done.blob = *blob;
}

std::string wrongAfter(const Scene& scene)
{
    const StorePlace& place = scene.place;
    const Done& done = scene.done;
    if (!done.wrong.empty())
        return done.wrong;
    // A store that was damaged before is rescued, then or now.
    if (scene.before == Before::Damaged)
        (void)Journal::open(place);
    const auto journal = Journal::open(place);
    if (!journal)
        return "does not open any more: " + journal.error().text;
    if ((*journal)->report().rescued)
        return "was damaged: " + (*journal)->report().rescued->reason;
    Reader reader = MUST(Reader::open(place));
    const Session kept = MUST(reader.load(done.session));
    if (done.renamed && kept.title != "renamed")
        return "the new title is gone";
    if (kept.turns.empty() || kept.turns[0].question.text != "before")
        return "what was there before is gone";
    if (done.begun && kept.turns.size() != 2)
        return "the question is gone";
    const bool isLonger = kept.turns.size() > 1 && !kept.turns[1].parts.empty();
    if (done.grew && (!isLonger || kept.turns[1].parts[0].text != "answered"))
        return "the answer is gone, or there twice";
    if (done.ended && kept.turns[1].ending.state != TurnState::Finished)
        return "the end is gone";
    if (done.desk && kept.desk.draft != "draft")
        return "the draft is gone";
    if (!done.blob.empty() && !(*journal)->blobs().get(done.blob))
        return "the content is gone";
    return {};
}

} // namespace tf::test
