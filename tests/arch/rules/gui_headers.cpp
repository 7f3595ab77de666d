#include "tests/arch/rules/gui_headers.h"

#include <algorithm>
#include <iterator>

namespace tf::test::arch {

namespace {

/// The shortest beginnings that no header of Core, Network, Sql, Concurrent, Test or DBus of
/// Qt 6.4 shares. When a later Qt brings one that does, lengthen the beginning.
// clang-format off
constexpr std::string_view kBeginnings[] = {
    "QAbstractButton", "QAbstractFile", "QAbstractGraphics", "QAbstractItemDelegate",
    "QAbstractItemView", "QAbstractScroll", "QAbstractSlider", "QAbstractSpin", "QAbstractText",
    "QAbstractUndo", "QAccessible", "QAction", "QApplication", "QBacking", "QBitmap", "QBox",
    "QBrush", "QButton", "QCalendarWidget", "QCheck", "QClipboard", "QClose", "QColor",
    "QColumn", "QCombo", "QCommandLink", "QCommon", "QCompleter", "QConical", "QContext",
    "QCursor", "QDataWidget", "QDateEdit", "QDateTimeEdit", "QDesktop", "QDial", "QDock",
    "QDouble", "QDrag", "QDrop", "QEnter", "QError", "QEventPoint", "QExpose", "QFileDialog",
    "QFileIcon", "QFileOpen", "QFileSystemModel", "QFocus", "QFont", "QForm", "QFrame",
    "QGenericMatrix", "QGenericPlugin", "QGesture", "QGlyph", "QGradient", "QGraphics", "QGrid",
    "QGroup", "QGui", "QHBox", "QHeader", "QHelp", "QHide", "QHover", "QIcon", "QImage",
    "QInput", "QIntValidator", "QItemDelegate", "QItemEditor", "QKeyEvent", "QKeySequence",
    "QLC", "QLabel", "QLayout", "QLineEdit", "QLinear", "QListView", "QListWidget", "QMain",
    "QMatrix", "QMdi", "QMenu", "QMessageBox", "QMouse", "QMove", "QMovie", "QNative",
    "QOffscreen", "QOpen", "QPage", "QPaint", "QPalette", "QPan", "QPdf", "QPen", "QPicture",
    "QPinch", "QPixel", "QPixmap", "QPlain", "QPlatform", "QPointerEvent", "QPointing",
    "QPolygon", "QProgress", "QProxy", "QPush", "QQuaternion", "QRadial", "QRadio", "QRaster",
    "QRaw", "QRegion", "QRegularExpressionValidator", "QResize", "QRgb", "QRubber", "QScreen",
    "QScroll", "QSession", "QShortcut", "QShow", "QSingle", "QSizeGrip", "QSizePolicy",
    "QSlider", "QSpacer", "QSpin", "QSplash", "QSplitter", "QStacked", "QStandardItem",
    "QStaticText", "QStatus", "QStyle", "QSurface", "QSvg", "QSwipe", "QSyntax", "QSystemTray",
    "QTab", "QTap", "QTextBlock", "QTextBrowser", "QTextChar", "QTextCursor", "QTextDocument",
    "QTextEdit", "QTextFormat", "QTextFragment", "QTextFrame", "QTextImage", "QTextInline",
    "QTextItem", "QTextLayout", "QTextLength", "QTextLine", "QTextList", "QTextObject",
    "QTextOption", "QTextTable", "QTile", "QTimeEdit", "QTool", "QTouch", "QTransform", "QTree",
    "QUndo", "QVBox", "QValidator", "QVector2", "QVector3", "QVector4", "QVulkan", "QWhats",
    "QWheel", "QWidget", "QWindow", "QWizard", "QtGui", "QtOpenGL", "QtPrintSupport", "QtSvg",
    "QtWidgets",
};
// clang-format on

} // namespace

bool isGuiHeader(std::string_view name)
{
    return std::any_of(std::begin(kBeginnings), std::end(kBeginnings),
                       [name](std::string_view beginning) { return name.starts_with(beginning); });
}

} // namespace tf::test::arch
