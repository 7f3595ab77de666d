#include "tests/ui/language/kept_words.h"

#include "kernels/base/check.h"

#include <QFile>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace tf::test {

namespace {

QStringList readForms(QXmlStreamReader& xml)
{
    QStringList forms;
    while (xml.readNextStartElement())
        forms.append(xml.readElementText());
    return forms;
}

/// From <message> to </message>.
KeptWord readMessage(QXmlStreamReader& xml, const QString& context)
{
    const bool hasForms = xml.attributes().hasAttribute(u"numerus"_s);
    KeptWord word{context, {}, {}};
    while (xml.readNextStartElement()) {
        if (xml.name() == u"source"_s) {
            word.source = xml.readElementText();
        } else if (xml.name() == u"translation"_s) {
            word.isFinished = xml.attributes().value(u"type"_s).isEmpty();
            word.forms = hasForms ? readForms(xml) : QStringList(xml.readElementText());
        } else {
            xml.skipCurrentElement();
        }
    }
    return word;
}

} // namespace

std::vector<KeptWord> keptWords(const QString& file)
{
    QFile device(file);
    CHECK(device.open(QIODevice::ReadOnly), "there is a file of translations");
    QXmlStreamReader xml(&device);
    std::vector<KeptWord> words;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name"_s)
            context = xml.readElementText();
        else if (xml.name() == u"message"_s)
            words.push_back(readMessage(xml, context));
    }
    CHECK(!xml.hasError(), "a file of translations is XML");
    return words;
}

} // namespace tf::test
