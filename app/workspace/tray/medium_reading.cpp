#include "app/workspace/tray/medium_reading.h"

#include "app/workspace/tray/clip_reading.h"
#include "app/workspace/tray/picture_reading.h"

namespace tf::workspace {

TakenResult readMedium(const OfferedMedium& medium, const ReadingMeans& means)
{
    const auto shared = means.decoder.get();
    if (!*shared)
        return Error((*shared).error().code, (*shared).error().text);
    const vision::Decoder& decoder = **shared;
    auto taken = std::make_shared<Taken>();
    taken->item.title = medium.title;
    taken->share = means.share;
    const auto facts = TRY(decoder.probe(medium.source, means.cancel));
    if (const auto* picture = std::get_if<vision::PictureFacts>(&facts))
        TRY(readPicture(medium, *picture, means, decoder, *taken));
    else
        TRY(readClip(medium, std::get<vision::ClipFacts>(facts), means, decoder, *taken));
    taken->item.state = TrayState::Ready;
    return taken;
}

} // namespace tf::workspace
