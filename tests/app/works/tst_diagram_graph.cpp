// The graph of a diagram is read in any spelling, and what makes no sense in it is told.

#include "app/works/diagram_graph.h"
#include "tests/app/works/tests.h"
#include "tests/support/test_table.h"

using tf::works::diagramGraph;

class DiagramGraphTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void asItIsAskedFor()
    {
        const auto graph = diagramGraph(R"(Here is what I see.

```json
{"nodes": [
   {"id": "web", "kind": "service", "name": "Web server", "zone": "public"},
   {"id": "db", "kind": "database", "name": "Orders", "zone": "private", "uncertain": true}],
 "edges": [{"from": "web", "to": "db", "protocol": "tcp/5432"}],
 "questions": ["Is the database replicated?"]}
```
)");
        QVERIFY(graph.has_value());
        QCOMPARE(graph->nodes.size(), 2U);
        QVERIFY((graph->nodes[0]
                 == tf::works::GraphNode{"web", "service", "Web server", "public", true}));
        QVERIFY(!graph->nodes[1].isSure);
        QVERIFY((graph->edges[0] == tf::works::GraphEdge{"web", "db", "tcp/5432"}));
        QCOMPARE(graph->questions, std::vector<std::string>{"Is the database replicated?"});
        QVERIFY(graph->faults.empty());
    }

    void inOtherSpellings()
    {
        const auto graph = diagramGraph("```json5 graph.json\n{\"graph\": {\"components\": "
                                        "[{\"label\": \"A\", \"type\": \"x\"}, {\"id\": 7}],"
                                        "\"connections\": [{\"source\": \"A\", \"target\": 7}],"
                                        "\"open_questions\": [{\"question\": \"Why?\"}]}}\n```\n");
        QVERIFY(graph.has_value());
        QCOMPARE(graph->nodes[0].id, std::string("A"));
        QCOMPARE(graph->nodes[1].id, std::string("7"));
        QCOMPARE(graph->edges.size(), 1U);
        QCOMPARE(graph->questions[0], std::string("Why?"));
        QVERIFY(graph->faults.empty());
    }

    void faultsAreTold()
    {
        const auto graph =
            diagramGraph("```json\n{\"nodes\": [{\"id\": \"a\"}, {\"id\": \"a\"}, {}, "
                         "3], \"edges\": [{\"from\": \"a\", \"to\": \"b\"}, {}]}\n```\n");
        QVERIFY(graph.has_value());
        QCOMPARE(graph->nodes.size(), 1U);
        QCOMPARE(graph->edges.size(), 1U); // to show what it says
        QCOMPARE(graph->faults.size(), 5U);
    }

    void theLastOneCounts()
    {
        const auto graph = diagramGraph("```json\n{\"nodes\": [{\"id\": \"a\"}]}\n```\n"
                                        "```json\n{\"nodes\": [{\"id\": \"b\"}]}\n```\n"
                                        "```json package.json\n{\"name\": \"x\"}\n```\n");
        QCOMPARE(graph->nodes[0].id, std::string("b"));
    }

    void otherBlocksAreNone_data()
    {
        QTest::addColumn<std::string>("answer");
        QTest::newRow("words") << std::string("No graph here.");
        QTest::newRow("another language") << std::string("```yaml\n{\"nodes\": []}\n```\n");
        QTest::newRow("another JSON") << std::string("```json\n[1, 2]\n```\n");
        QTest::newRow("another that is broken") << std::string("```json\n{\"a\": \n```\n");
        QTest::newRow("still being written") << std::string("```json\n{\"nodes\": [{\"id\"");
    }
    void otherBlocksAreNone()
    {
        QFETCH(std::string, answer);
        QVERIFY(!diagramGraph(answer).has_value());
    }

    void aBrokenOneSaysSo()
    {
        const auto graph = diagramGraph("```json\n{\"nodes\": [{\"id\": ]}\n```\n");
        QVERIFY(graph.has_value());
        QVERIFY(graph->nodes.empty());
        QCOMPARE(graph->faults.size(), 1U);
    }
};

std::unique_ptr<QObject> makeDiagramGraphTest()
{
    return std::make_unique<DiagramGraphTest>();
}

#include "tst_diagram_graph.moc"
