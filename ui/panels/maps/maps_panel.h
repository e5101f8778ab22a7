#pragma once
#include "ui/panels/maps/map_view.h"

#include <QWidget>

#include <array>

class QActionGroup;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QTimer;

namespace bridgescope {

class Card;
class JobRunner;
class MapLegend;
class SelectionHub;

/// X, f(X) and Y in the plane, side by side: pan, zoom, hover, focus and selection are one for all three.
class MapsPanel : public QWidget {
    Q_OBJECT
public:
    MapsPanel(SelectionHub& hub, JobRunner& jobs, QWidget* parent = nullptr);
    MapView& view(Space space) { return *m_views[static_cast<std::size_t>(space)]; }
    MapLayoutsPtr layouts() const { return m_layouts; }
    /// The three maps as they are colored, for a figure; null while there are none.
    std::shared_ptr<const MapChart> figure() const;
    QString convention() const;
    QComboBox& colorBox() { return *m_color; }
    QString header(Space space) const;
    /// Colors what was put off while nobody could see it.
    void catchUp();

signals:
    void trainRidgeRequested();

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildTools();
    QWidget* buildMaps();
    void connectView(MapView& view);
    QActionGroup* addChoices(QHBoxLayout& row, const QList<QAction*>& actions);
    QAction* choice(const QString& name, const QString& help, Qt::Key key, int value);
    void setTool(MapTool tool);
    void setShow(MapShow show);
    void request(); ///< maps of what the hub shows, made in the background once the panel is looked at
    void take(MapLayoutsPtr layouts);
    void tellProblem(const QString& text);
    void noticeCancel();
    void followNumbers();
    void refreshColors();
    void refreshMarks();
    void refreshHovered();
    void setSelected();
    MapMarks marksOf(Space space) const;
    void refreshTexts();
    void fitAll();
    int localFocus() const;
    bool fitsHeader(const QString& title, const QString& words) const;

    SelectionHub& m_hub;
    JobRunner& m_jobs;
    std::array<MapView*, 3> m_views{};
    std::array<Card*, 3> m_cards{};
    std::array<QLabel*, 3> m_shown{};
    QActionGroup* m_tools = nullptr;
    QActionGroup* m_variants = nullptr;
    QComboBox* m_color = nullptr;
    Card* m_noMapping = nullptr;
    MapLegend* m_legend = nullptr;
    QLabel* m_convention = nullptr;
    MapLayoutsPtr m_layouts;
    ItemColumnsPtr m_columns;
    std::array<MapColoringPtr, 3> m_colorings;           ///< by space; null: to be made
    std::pair<MapColor, Index> m_colored;                ///< what they show, and at which K where that matters
    std::shared_ptr<const std::vector<bool>> m_selected; ///< as in MapMarks
    bool m_fitted = false; ///< all items are shown: nobody has panned or zoomed since
    bool m_behind = false; ///< K moved while another view was in front
    MeasuredPtr m_asked;   ///< the snapshot whose maps are there or being made
};

} // namespace bridgescope
