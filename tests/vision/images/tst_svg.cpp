#include "tests/support/test_table.h"
#include "tests/vision/images/tests.h"
#include "vision/images/decode_picture.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace tf;
using namespace tf::vision;

namespace {

const QByteArray kOpening("<svg xmlns=\"http://www.w3.org/2000/svg\" "
                          "xmlns:xlink=\"http://www.w3.org/1999/xlink\" ");

Result<DecodedPicture> drawn(const QByteArray& document)
{
    const std::span all(document.constData(), static_cast<std::size_t>(document.size()));
    return decodePicture(MUST(Source::fromBytes(std::as_bytes(all))), {});
}

bool isAllWhite(const Picture& picture)
{
    return std::all_of(picture.rgb.begin(), picture.rgb.end(),
                       [](std::uint8_t value) { return value == 255; });
}

QByteArray times(int count, const QByteArray& text)
{
    return text.repeated(count);
}

/// Listens at a port of this machine and never answers.
class Doorbell {
public:
    Doorbell()
        : m_socket(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        m_address.sin_family = AF_INET;
        m_address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        auto* address = reinterpret_cast<sockaddr*>(&m_address);
        socklen_t length = sizeof m_address;
        m_listens = bind(m_socket, address, length) == 0 && listen(m_socket, 4) == 0
            && getsockname(m_socket, address, &length) == 0;
    }
    Doorbell(const Doorbell&) = delete;
    Doorbell& operator=(const Doorbell&) = delete;
    ~Doorbell() { close(m_socket); }

    [[nodiscard]] bool listens() const { return m_listens; }
    [[nodiscard]] int port() const { return ntohs(m_address.sin_port); }
    [[nodiscard]] bool hasRung() const
    {
        pollfd door{m_socket, POLLIN, 0};
        return poll(&door, 1, 0) > 0;
    }

private:
    int m_socket;
    sockaddr_in m_address{};
    bool m_listens = false;
};

} // namespace

class SvgTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void drawsOnWhite()
    {
        const auto svg = MUST(drawn(kOpening
                                    + "width=\"1024\" height=\"512\"><rect x=\"10\" y=\"20\" "
                                      "width=\"30\" height=\"40\" fill=\"#0a64c8\"/></svg>"));
        QCOMPARE(svg.facts.format, std::string("SVG"));
        QCOMPARE(svg.facts.size, (Size{1024, 512}));
        const auto view = svg.picture.view();
        QCOMPARE(int(view.row(0)[0]), 255);
        const std::uint8_t* inside = view.row(25) + 15 * 3;
        QCOMPARE(int(inside[0]), 10);
        QCOMPARE(int(inside[1]), 100);
        QCOMPARE(int(inside[2]), 200);
        const std::uint8_t* outside = view.row(25) + 45 * 3;
        QCOMPARE(int(outside[0]), 255);
    }

    void choosesItsSize_data()
    {
        QTest::addColumn<QByteArray>("says");
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::newRow("between the bounds")
            << QByteArray("width='2000' height='1000'") << 2000 << 1000;
        QTest::newRow("too small") << QByteArray("width='16' height='16'") << 1024 << 1024;
        QTest::newRow("too large") << QByteArray("width='1e9' height='1e9'") << 3584 << 3584;
        QTest::newRow("tall") << QByteArray("width='10' height='40'") << 256 << 1024;
        QTest::newRow("thin") << QByteArray("width='1e9' height='1'") << 3584 << 1;
        QTest::newRow("inches") << QByteArray("width='20in' height='10in'") << 1920 << 960;
        QTest::newRow("only a box") << QByteArray("viewBox='0 0 20 10'") << 1024 << 512;
        QTest::newRow("per cent of a box")
            << QByteArray("width='100%' height='100%' viewBox='0 0 10 20'") << 512 << 1024;
        QTest::newRow("nothing") << QByteArray() << 1024 << 512;
        QTest::newRow("nonsense") << QByteArray("width='-5' height='1e400'") << 1024 << 512;
    }
    void choosesItsSize()
    {
        QFETCH(QByteArray, says);
        QFETCH(int, width);
        QFETCH(int, height);
        const auto svg = drawn(kOpening + says + "><rect width='5' height='5'/></svg>");
        QVERIFY2(svg.has_value(), svg ? "" : svg.error().describe().c_str());
        QCOMPARE(svg->facts.size, (Size{width, height}));
        QCOMPARE(svg->picture.size, (Size{width, height}));
    }

    void isKnownByItsFirstElement_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<bool>("want");
        QTest::newRow("plain") << QByteArray("<svg/>") << true;
        QTest::newRow("everything before it")
            << QByteArray("\xEF\xBB\xBF <?xml version='1.0'?>\n<!-- <html> -->\n<!DOCTYPE svg "
                          "[<!ENTITY a 'b'>]>\n<svg>")
            << true;
        QTest::newRow("a prefix") << QByteArray("<s:svg xmlns:s='…'/>") << true;
        QTest::newRow("a page") << QByteArray("<!DOCTYPE html><html><svg/></html>") << false;
        QTest::newRow("another name") << QByteArray("<svgx/>") << false;
        QTest::newRow("text about it") << QByteArray("an <svg> is a drawing") << false;
        QTest::newRow("an open comment") << QByteArray("<!-- <svg/>") << false;
    }
    void isKnownByItsFirstElement()
    {
        QFETCH(QByteArray, document);
        QFETCH(bool, want);
        const std::span all(document.constData(), static_cast<std::size_t>(document.size()));
        const auto source = MUST(Source::fromBytes(std::as_bytes(all)));
        QCOMPARE(MUST(formatOf(source)) == "SVG", want);
    }

    /// Each is drawn without what it asks for, or refused; nobody ever knocks at the server.
    void fetchesNothing_data()
    {
        QTest::addColumn<QByteArray>("inside");
        QTest::newRow("a file") << QByteArray("<image href='file://FILE' width='90' height='90'/>");
        QTest::newRow("a file by its path")
            << QByteArray("<image xlink:href='FILE' width='90' height='90'/>");
        QTest::newRow("a server") << QByteArray(
            "<image href='http://SERVER/x.png' width='90' height='90'/>");
        QTest::newRow("a part of a file") << QByteArray("<use xlink:href='file://FILE#a'/>");
        QTest::newRow("a style sheet")
            << QByteArray("<style>@import url('http://SERVER/x.css');</style>");
        QTest::newRow("a paint") << QByteArray(
            "<rect width='90' height='90' fill='url(http://SERVER/x.svg#a) none'/>");
        QTest::newRow("a filter's picture")
            << QByteArray("<filter id='f'><feImage xlink:href='FILE'/></filter>"
                          "<rect width='90' height='90' fill='white' filter='url(#f)'/>");
        QTest::newRow("an inclusion") << QByteArray(
            "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file://FILE'/>");
    }
    void fetchesNothing()
    {
        QFETCH(QByteArray, inside);
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("a.svg")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(kOpening
                   + "width='90' height='90'><g id='a'><rect width='90' height='90'/></g></svg>");
        file.close();
        const Doorbell server;
        QVERIFY(server.listens());
        inside.replace("FILE", file.fileName().toUtf8());
        inside.replace("SERVER", "127.0.0.1:" + QByteArray::number(server.port()));

        const auto svg = drawn(kOpening + "width='90' height='90'>" + inside + "</svg>");
        QVERIFY2(svg.has_value(), svg ? "" : svg.error().describe().c_str());
        QVERIFY(isAllWhite(svg->picture));
        QVERIFY(!server.hasRung());
    }

    void refusesForeignEntities()
    {
        const auto svg = drawn("<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                               + kOpening + "width='90' height='90'><text y='20'>&x;</text></svg>");
        QVERIFY(!svg.has_value() || isAllWhite(svg->picture));
    }

    void refusesWhatWouldCostTooMuch_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("inside");
        QTest::addColumn<QString>("want");
        QTest::newRow("laughs") << QByteArray(
            "<!DOCTYPE svg [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;'>]>")
                                << QByteArray("<text>&b;</text>")
                                << QStringLiteral("made of other entities");
        QTest::newRow("one long laugh")
            << "<!DOCTYPE svg [<!ENTITY a '" + times(10'000, "x") + "'>]>"
            << "<text>" + times(10'000, "&a;") + "</text>" << QStringLiteral("could grow to ");
        QTest::newRow("elements") << QByteArray() << times(60'000, "<g/>")
                                  << QStringLiteral("60001 elements is beyond the limit of 50000");
        QTest::newRow("text") << QByteArray()
                              << "<text>" + times(200'000, "word ")
                + "</text>" << QStringLiteral("800000 bytes of text is beyond the limit of 524288");
        QTest::newRow("depth") << QByteArray() << times(20'000, "<g>") + times(20'000, "</g>")
                               << QStringLiteral("depth");
        QTest::newRow("an attribute without end")
            << QByteArray() << "<path d='" + times(2'500'000, "M1 1") + "L2 2'/>"
            << QStringLiteral("SVG is damaged: ");
    }
    void refusesWhatWouldCostTooMuch()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, inside);
        QFETCH(QString, want);
        const auto svg = drawn(before + kOpening + "width='90' height='90'>" + inside + "</svg>");
        QVERIFY(!svg.has_value());
        const auto fault = QString::fromStdString(svg.error().text);
        QVERIFY2(fault.contains(want), qPrintable(fault));
    }

    void allowsTheEntitiesOfDrawingPrograms()
    {
        const auto svg = drawn("<!DOCTYPE svg [<!ENTITY ns_svg \"http://www.w3.org/2000/svg\">]>"
                               "<svg xmlns=\"&ns_svg;\" width='90' height='90'>"
                               "<rect width='90' height='90'/></svg>");
        QVERIFY2(svg.has_value(), svg ? "" : svg.error().describe().c_str());
        QVERIFY(!isAllWhite(svg->picture));
    }

    /// Whatever fonts a machine has, or none: boxes are drawn then.
    void drawsText()
    {
        const auto svg = MUST(drawn(kOpening
                                    + "width='400' height='100'><text x='10' y='60' "
                                      "font-size='40'>Hello</text></svg>"));
        QVERIFY(!isAllWhite(svg.picture));
    }
};

std::unique_ptr<QObject> makeSvgTest()
{
    return std::make_unique<SvgTest>();
}

#include "tst_svg.moc"
