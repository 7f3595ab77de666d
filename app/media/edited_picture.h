#pragma once

// A picture with what its user did to it painted into its pixels.
//
// At the original's own scale and before any other: what is covered is gone before a neighbouring
// pixel is made of it. Thread: any.

#include "app/media/picture_edit.h"
#include "kernels/base/result.h"

namespace tf::app {

/// The part of a picture that `edit` leaves; BadInput where a crop lies beside it.
Result<Region> croppedRegion(vision::Size picture, const PictureEdit& edit);

/// What lies outside of the picture is left out, but for a crop that leaves nothing: BadInput.
Result<vision::Picture> editedPicture(vision::Picture original, const PictureEdit& edit);

} // namespace tf::app
