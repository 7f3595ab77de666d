// make_seeing_model FOLDER: a tiny model that sees, with random weights, for the window's walks.
//
// That of tests/golden/sight with a tokenizer, and room for a longer conversation.

#include "tests/app/cli/media_files.h"
#include "tests/app/cli/seeing_model.h"

#include <QDir>
#include <QFile>

#include <cstdio>

int main(int argc, char** argv)
{
    if (argc != 2 || !QDir().mkpath(QString::fromLocal8Bit(argv[1]))) {
        std::fputs("usage: make_seeing_model FOLDER\n", stderr);
        return 2;
    }
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    makeSeeingModel(folder.path());
    QFile config(folder.filePath(QStringLiteral("config.json")));
    config.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (!config.open(QIODevice::ReadOnly))
        return 1;
    QByteArray text = config.readAll();
    config.close();
    text.replace("\"max_position_embeddings\": 4096", "\"max_position_embeddings\": 65536");
    writeFile(config.fileName(), text);
    return text.contains("65536") ? 0 : 1;
}
