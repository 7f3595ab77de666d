#include "tests/app/workspace/tray/made_clip.h"

#include <QProcess>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

bool canMakeClips()
{
    return !QStandardPaths::findExecutable(u"ffmpeg"_s).isEmpty();
}

QString makeClip(const QString& path, const QStringList& input, const QStringList& encoder)
{
    QProcess ffmpeg;
    ffmpeg.start(u"ffmpeg"_s,
                 QStringList{u"-nostdin"_s, u"-loglevel"_s, u"error"_s, u"-y"_s} + input + encoder
                     + QStringList{path});
    if (!ffmpeg.waitForFinished(60'000))
        return u"it does not end"_s;
    return ffmpeg.exitCode() == 0 ? QString() : QString::fromUtf8(ffmpeg.readAllStandardError());
}

QString makeScreenClip(const QString& path)
{
    const auto screen =
        u"color=0x303030:s=640x360:r=30:d=8,drawgrid=w=40:h=24:color=0x505050,"
        "drawbox=x=200:y=100:w=240:h=120:color=white:t=fill:enable='between(t,3.09,3.28)',"
        "drawbox=x=0:y=0:w=640:h=200:color=0x204060:t=fill:enable='gte(t,4.99)'"_s;
    return makeClip(path, {u"-f"_s, u"lavfi"_s, u"-i"_s, screen},
                    {u"-c:v"_s, u"libx264"_s, u"-preset"_s, u"veryfast"_s, u"-g"_s, u"250"_s,
                     u"-pix_fmt"_s, u"yuv420p"_s});
}
