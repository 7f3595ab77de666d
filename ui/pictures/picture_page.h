#pragma once

// The pictures of a question: looked at, as they are and as the model sees them, and edited.
//
// What is changed is chosen in the tray a moment later. Those of earlier questions can be looked at
// and attached again.

#include "app/workspace/picture_pixels.h"
#include "app/workspace/tray.h"
#include "ui/pictures/edit_history.h"
#include "ui/pictures/picture_canvas.h"
#include "ui/pictures/picture_list.h"

#include <QTimer>

#include <map>

class QPushButton;
class QRadioButton;
class QStackedLayout;

namespace tf::ui {

class PictureStrip;
class SizeChoice;
class TextLabel;
class ToolRow;

/// Of an earlier question: a content of the store.
struct KeptPicture {
    std::string blob;
    std::string name;
    std::string type;
};

class PicturePage : public QWidget {
    Q_OBJECT

public:
    /// Requires: `pixels` outlives it.
    PicturePage(const Theme& theme, workspace::PicturePixels& pixels, QWidget* parent = nullptr);
    ~PicturePage() override;

    /// Requires: it outlives the next call; nullptr: there is none.
    void setTray(workspace::Tray* tray);
    void open(workspace::TrayId id);
    /// In place of the question's pictures, until one of those is opened.
    /// Requires: `shown` is one of them.
    void openKept(std::vector<KeptPicture> pictures, std::size_t shown);

    [[nodiscard]] PictureCanvas& canvas() { return *m_canvas; }

Q_SIGNALS:
    /// Pictures are wanted that are files.
    void attachAsked();
    void attachAgainAsked(const tf::ui::KeptPicture& picture);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* makeFull();
    QWidget* makeLookRow(QWidget* parent);
    QWidget* makeFacts(QWidget* parent);
    void connectParts();

    void refresh(); ///< after anything may have changed
    void listPictures();
    void showPicture();
    void showPixels();
    void showNote(const workspace::LookedAt& look);
    void showFacts();
    void showName();
    void showEye(Eye eye);
    void choose(EditTool tool);
    void change(const workspace::PictureChoice& choice);
    void edit(const app::PictureEdit& edit);
    void step(int by);
    void commit();
    void openRow(int row);

    [[nodiscard]] bool isKept() const { return !m_kept.empty(); }
    [[nodiscard]] const workspace::TrayItem* item() const; ///< nullptr: none is shown
    [[nodiscard]] const KeptPicture& kept() const;
    [[nodiscard]] workspace::PictureOrigin origin() const;
    [[nodiscard]] QString shownName() const;
    [[nodiscard]] EditHistory& history() { return m_histories[m_shown]; }

    const Theme& m_theme;
    workspace::PicturePixels& m_pixels;
    workspace::Tray* m_tray = nullptr;
    std::vector<KeptPicture> m_kept;
    workspace::TrayId m_shown = 0; ///< 0: none; of kept ones: from -1 downwards
    workspace::TrayId m_onCanvas = 0;
    workspace::PictureChoice m_choice; ///< as it is shown; the tray has it a moment later
    std::map<workspace::TrayId, EditHistory> m_histories;
    QTimer m_commit;
    QStackedLayout* m_pages;
    QWidget* m_empty;
    QWidget* m_full;
    PictureList* m_list;
    PictureStrip* m_strip = nullptr;
    TextLabel* m_name = nullptr;
    QRadioButton* m_original = nullptr;
    QRadioButton* m_model = nullptr;
    TextLabel* m_zoom = nullptr;
    PictureCanvas* m_canvas = nullptr;
    ToolRow* m_tools = nullptr;
    SizeChoice* m_sizes = nullptr;
    TextLabel* m_facts = nullptr;
    TextLabel* m_notices = nullptr;
    QPushButton* m_tryAgain = nullptr;
    QPushButton* m_attachAgain = nullptr;
    QPushButton* m_back = nullptr;
};

} // namespace tf::ui
