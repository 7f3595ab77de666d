// render_documents NUM FILE: shows that many hostile documents, each laid out and painted.
//
// Documents that hold the same pieces are shown before, so that fonts and themes are there. What
// belongs to the documents alone stands between two looks for files that do not exist, for whoever
// watches the system calls. FILE exists, and the documents would like it opened.

#include "tests/ui/transcript/hostile_document.h"
#include "tests/ui/transcript/scene.h"

#include <QApplication>

#include <cstdio>
#include <cstdlib>

#include <unistd.h>

namespace tf::test {

namespace {

constexpr int kNumBefore = 200;
constexpr std::size_t kSize = 64;

class Shown {
public:
    explicit Shown(std::string local)
        : m_local(std::move(local))
        , m_scene({}, {700, 900})
    {
        session::Turn turn;
        turn.id = 1;
        turn.question.text = "?";
        turn.ending.state = session::TurnState::Finished;
        turn.parts.push_back({session::PartKind::Text, {}, {}, {}});
        m_scene.session().turns.push_back(std::move(turn));
    }

    /// Returns how many rows it is.
    std::size_t show(const std::string& text)
    {
        m_scene.session().turns.front().parts.front().text = text;
        m_scene.view().setSource(ui::sourceOf(m_scene.session()));
        m_scene.settle();
        m_scene.scrollTo(0);
        return m_scene.stage().rows().count();
    }

    void showMany(std::uint64_t seed, int num)
    {
        Gen gen(seed, kSize);
        std::size_t numRows = 0;
        for (int idx = 0; idx < num; ++idx)
            numRows += show(hostileDocument(gen, m_local));
        std::printf("documents %d rows %zu painted %d\n", num, numRows, m_paints.count);
    }

private:
    struct Paints : QObject {
        int count = 0;
        bool eventFilter(QObject*, QEvent* event) override
        {
            count += event->type() == QEvent::Paint;
            return false;
        }
    };

    std::string m_local;
    Scene m_scene;
    Paints m_paints;

public:
    void countPaints() { m_scene.view().viewport()->installEventFilter(&m_paints); }
};

} // namespace

} // namespace tf::test

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    if (argc != 3)
        return 2;
    tf::test::Shown shown(argv[2]);
    shown.show(tf::test::everyHostilePiece(argv[2]));
    shown.showMany(1, tf::test::kNumBefore);
    shown.countPaints();
    (void)::access("/render-documents-begin", F_OK);
    shown.showMany(2, std::atoi(argv[1]));
    (void)::access("/render-documents-end", F_OK);
    return 0;
}
