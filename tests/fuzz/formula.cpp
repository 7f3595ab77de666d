// Any text as a formula: it is laid out with a size that is one, or it is nothing.

#include "ui/maths/formula.h"

#include <QGuiApplication>

#include <cmath>
#include <cstdlib>

using namespace tf::ui;

namespace {

/// Fonts want an application; no screen is needed.
void needApplication()
{
    static int argc = 1;
    static char name[] = "fuzz_formula";
    static char* argv[] = {name, nullptr};
    static const bool isSet = qputenv("QT_QPA_PLATFORM", "offscreen");
    static const QGuiApplication application(argc, argv);
    static_cast<void>(isSet);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    needApplication();
    const QString tex =
        QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto style = size % 2 == 0 ? FormulaStyle::Displayed : FormulaStyle::InLine;
    const auto formula = Formula::layOut(tex, style, 16);
    if (!formula)
        return 0;
    const QSizeF place = formula->size();
    const bool isSize = std::isfinite(place.width()) && std::isfinite(place.height())
        && place.width() >= 0 && place.height() >= 0 && formula->ascent() >= 0;
    if (!isSize || formula->tex() != tex)
        std::abort();
    return 0;
}
