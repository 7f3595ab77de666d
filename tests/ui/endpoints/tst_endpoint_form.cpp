#include "tests/support/test_table.h"
#include "tests/ui/endpoints/tests.h"
#include "ui/endpoints/endpoint_form.h"

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;

namespace {

EndpointFields good()
{
    EndpointFields fields;
    fields.name = u"work"_s;
    fields.address = u"https://api.minimax.io/v1"_s;
    return fields;
}

} // namespace

class EndpointFormTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void anAddressAndANameAreEnough()
    {
        const ReadForm form = readForm(good(), {});
        QVERIFY(form.mistakes.empty());
        QCOMPARE(form.profile.kind, endpoint::findServerKind("minimax"));
        QVERIFY(form.profile.keyName.empty());
        QVERIFY(form.profile.proxyUse == endpoint::ProxyUse::System);
    }

    void whatIsReadIsShownAgain()
    {
        EndpointFields fields = good();
        fields.kind = u"vllm"_s;
        fields.model = u"M3"_s;
        fields.proxy = u"socks5://127.0.0.1:1080"_s;
        fields.caFile = u"/etc/own.pem"_s;
        fields.contextTokens = u"524288"_s;
        fields.operatorName = u"we"_s;
        fields.law = u"EU"_s;
        fields.retention = u"a day"_s;
        fields.plainHttp = true;
        fields.hasKey = true;
        const ReadForm form = readForm(fields, {});
        QVERIFY(form.mistakes.empty());
        QVERIFY(fieldsOf(form.profile) == fields);
        QCOMPARE(form.profile.keyName, std::string("work"));
    }

    void whatTheFormDoesNotShowStays()
    {
        endpoint::StoredProfile before;
        before.headers.push_back({"X-Team", "blue"});
        before.timeouts.firstByte = endpoint::Millis(7000);
        const ReadForm form = readForm(good(), before);
        QCOMPARE(form.profile.headers.size(), std::size_t(1));
        QVERIFY(form.profile.timeouts.firstByte == endpoint::Millis(7000));
    }

    void mistakesStandAtTheirField_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("proxy");
        QTest::addColumn<QString>("context");
        QTest::addColumn<int>("field");
        const QString ok = good().address;
        const auto row = [](const char* what, const QString& name, const QString& address,
                            const QString& proxy, const QString& context, FormField field) {
            QTest::newRow(what) << name << address << proxy << context << static_cast<int>(field);
        };
        row("no name", u""_s, ok, {}, {}, FormField::Name);
        row("a name with a space", u"my work"_s, ok, {}, {}, FormField::Name);
        row("no address", u"work"_s, u""_s, {}, {}, FormField::Address);
        row("not an address", u"work"_s, u"what is this"_s, {}, {}, FormField::Address);
        row("plain to outside", u"work"_s, u"http://example.org/v1"_s, {}, {}, FormField::Address);
        row("a file", u"work"_s, u"file:///etc/passwd"_s, {}, {}, FormField::Address);
        row("a proxy without a host", u"work"_s, ok, u"8080"_s, {}, FormField::Proxy);
        row("a context of words", u"work"_s, ok, {}, u"much"_s, FormField::Context);
        row("a context of nothing", u"work"_s, ok, {}, u"0"_s, FormField::Context);
        row("a context beyond all", u"work"_s, ok, {}, u"9999999M"_s, FormField::Context);
    }
    void mistakesStandAtTheirField()
    {
        QFETCH(QString, name);
        QFETCH(QString, address);
        QFETCH(QString, proxy);
        QFETCH(QString, context);
        QFETCH(int, field);
        EndpointFields fields = good();
        fields.name = name;
        fields.address = address;
        fields.proxy = proxy;
        fields.contextTokens = context;
        const ReadForm form = readForm(fields, {});
        QCOMPARE(form.mistakes.size(), std::size_t(1));
        QCOMPARE(static_cast<int>(form.mistakes.front().field), field);
        QVERIFY(!form.mistakes.front().sentence.isEmpty());
    }

    void contextsMayBeShort_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qint64>("tokens");
        QTest::newRow("number") << u"131072"_s << qint64(131072);
        QTest::newRow("K") << u" 512 k "_s << qint64(524288);
        QTest::newRow("M") << u"1M"_s << qint64(1048576);
    }
    void contextsMayBeShort()
    {
        QFETCH(QString, typed);
        QFETCH(qint64, tokens);
        EndpointFields fields = good();
        fields.contextTokens = typed;
        const ReadForm form = readForm(fields, {});
        QVERIFY(form.mistakes.empty());
        QVERIFY(form.profile.capabilities.contextTokens == tokens);
    }

    void namesAreSuggestedFromTheHost()
    {
        QCOMPARE(suggestedName(QUrl(u"https://api.minimax.io/v1"_s), {}), u"minimax.io"_s);
        QCOMPARE(suggestedName(QUrl(u"http://box:8000/v1"_s), {u"box"_s}), u"box-2"_s);
        QCOMPARE(suggestedName(QUrl(u"http://[::1]:8000/v1"_s), {}), u"1"_s);
        QCOMPARE(suggestedName(QUrl(), {}), u"endpoint"_s);
        const QString name =
            suggestedName(QUrl(u"https://"_s + QString(200, u'a') + u".org"_s), {});
        QVERIFY(endpoint::checkProfileName(name.toStdString()).has_value());
    }
};

std::unique_ptr<QObject> makeEndpointFormTest()
{
    return std::make_unique<EndpointFormTest>();
}

#include "tst_endpoint_form.moc"
