// What is open, unpinned or secret is warned of, and what is well is not.

#include "app/works/static_checks.h"
#include "tests/app/works/tests.h"
#include "tests/support/test_table.h"

using namespace tf::works;

namespace {

std::string rulesOver(std::string path, std::string text)
{
    const std::vector<AnswerFile> files = {{std::move(path), std::move(text), ""}};
    std::string rules;
    for (const StaticWarning& warning : staticWarnings(files))
        rules += (rules.empty() ? "" : " ") + warning.rule + ":" + std::to_string(warning.line);
    return rules;
}

} // namespace

class StaticChecksTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void warns_data()
    {
        QTest::addColumn<std::string>("path");
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("rules");
        const auto row = [](const char* name, const char* path, const char* text,
                            const char* rules) {
            QTest::newRow(name) << std::string(path) << std::string(text) << std::string(rules);
        };
        row("an open port", "a.tf",
            "resource \"aws_security_group\" \"x\" {\n  ingress {\n    from_port = 22\n    to_port "
            "= "
            "22\n    cidr_blocks = [\"0.0.0.0/0\"]\n  }\n}\n",
            "open-to-the-world:5");
        row("a web port", "a.tf",
            "resource \"aws_security_group\" \"x\" {\n  ingress {\n    from_port = 443\n    "
            "to_port = "
            "443\n    cidr_blocks = [\"0.0.0.0/0\"]\n  }\n}\n",
            "");
        row("outward", "a.tf",
            "resource \"aws_security_group\" \"x\" {\n  egress {\n    from_port = 0\n    to_port = "
            "0\n    cidr_blocks = [\"0.0.0.0/0\"]\n  }\n}\n",
            "");
        row("a route", "a.tf",
            "resource \"aws_route_table\" \"x\" {\n  route {\n    cidr_block = \"0.0.0.0/0\"\n  "
            "}\n}\n",
            "");
        row("a range of Google's", "a.tf",
            "resource \"google_compute_firewall\" \"x\" {\n  allow {\n    ports = [\"22\"]\n  }\n  "
            "source_ranges = [\"0.0.0.0/0\"]\n}\n",
            "open-to-the-world:5");
        row("in a comment", "a.tf", "# 0.0.0.0/0\nresource \"x\" \"y\" {\n}\n", "");
        row("a public bucket", "a.tf",
            "resource \"aws_s3_bucket_acl\" \"x\" {\n  acl = \"public-read\"\n}\n",
            "public-bucket:2");
        row("an unclosed block", "a.tf", "resource \"x\" \"y\" {\n  a = 1\n", "syntax:1");
        row("an unclosed string", "a.tf", "a = \"b\nc = 1\n", "syntax:1");
        row("braces in strings", "a.tf", "a = \"${var.b[\"}\"]}{\"\nb = <<EOT\n}\nEOT\n", "");
        row("an image without a version", "web.yaml", "a:\n  - image: nginx\n", "latest-tag:2");
        row("an image that is the latest", "web.yaml", "a:\n  image: \"a.b:5000/nginx:latest\"\n",
            "latest-tag:2");
        row("pinned images", "web.yaml",
            "a:\n  image: nginx:1.27\n  - image: a.b:5000/c@sha256:00\n  image: ${IMAGE}\n", "");
        row("no limits", "web.yaml",
            "apiVersion: v1\nkind: Service\n---\napiVersion: apps/v1\nkind: Deployment\n",
            "no-limits:4");
        row("limits", "web.yaml",
            "apiVersion: apps/v1\nkind: Deployment\nspec:\n  limits:\n    cpu: 1\n", "");
        row("a service without limits", "compose.yaml", "services:\n  a:\n    image: b:1\n",
            "no-limits:0");
        row("privileged", "web.yaml", "a:\n  privileged: true\n", "privileged:2");
        row("a tab", "web.yaml", "a:\n\tb: 1\n", "syntax:2");
        row("broken JSON", "a.json", "{\"a\": }", "syntax:0");
        row("a base image", "Dockerfile", "FROM node AS build\nFROM build\nFROM debian:12\n",
            "latest-tag:1");
        row("other files", "a.md", "image: nginx\n0.0.0.0/0\n", "");
    }
    void warns()
    {
        QFETCH(std::string, path);
        QFETCH(std::string, text);
        QFETCH(std::string, rules);
        QCOMPARE(rulesOver(path, text), rules);
    }

    void secretsAreNamedAndNotShown()
    {
        const std::string secret = std::string("AKIA") + "Q3EGRZ7TV2XH5MNB";
        const std::vector<AnswerFile> files = {{"a.tf", "key = \"" + secret + "\"\n", ""}};
        const auto warnings = staticWarnings(files);
        QCOMPARE(warnings.size(), 1U);
        QCOMPARE(warnings[0].rule, std::string("secret"));
        QVERIFY(warnings[0].text.find(secret) == std::string::npos);
    }

    void nodesWithoutAResourceAreListed()
    {
        DiagramGraph graph;
        graph.nodes = {
            {"web", "service"}, {"orders_db", "database"}, {"queue", "queue", "Job queue"},
            {"users", "actor"}, {"cache", "cache"},        {"bucket-1", "storage"}};
        const std::vector<AnswerFile> files = {
            {"a.tf",
             "# node: web\nresource \"aws_db_instance\" \"orders_db\" {}\n# node: bucket-1\n", ""},
            {"b.tf", "x = aws_sqs.job_queue.arn\n", ""}};
        QCOMPARE(nodesWithoutResource(graph, files), std::vector<std::string>{"cache"});
        QVERIFY(nodesWithoutResource(graph, {}).empty()); // nothing is made yet
    }

    void aDeepFileIsBroken()
    {
        QCOMPARE(rulesOver("a.tf", std::string(200'000, '{')), std::string("syntax:1"));
    }
};

std::unique_ptr<QObject> makeStaticChecksTest()
{
    return std::make_unique<StaticChecksTest>();
}

#include "tst_static_checks.moc"
