#pragma once
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace bridgescope {

class Banner;
class DropSlot;

/// Where nothing is open: two slots for the files, the sample, and pairs opened before.
class StartPage : public QWidget {
    Q_OBJECT
public:
    explicit StartPage(QWidget* parent = nullptr);
    /// Puts files into the slots; once both are full filesChosen() is emitted.
    void setFiles(const QString& x, const QString& y);
    /// The same without opening them.
    void fillSlots(const QString& x, const QString& y);
    /// Into the slot that is empty; where none is, a new pair begins with it.
    void addFile(const QString& file);
    /// Pairs of files, newest first, as "x\ny".
    void setRecent(const QStringList& pairs);
    /// A picture of some of the sample's items in a row.
    void setSamplePictures(const QPixmap& row);
    void showProblem(const QString& text);

signals:
    void filesChosen(const QString& x, const QString& y);
    void sampleRequested();
    void syntheticRequested();

private:
    QWidget* buildOpenCard();
    QWidget* buildSampleCard();
    QWidget* buildSyntheticCard();
    QWidget* buildRecentCard();
    void offer();

    Banner* m_banner;
    DropSlot* m_x = nullptr;
    DropSlot* m_y = nullptr;
    QLabel* m_pictures = nullptr;
    QWidget* m_recentCard = nullptr;
    QVBoxLayout* m_recentRows = nullptr;
};

} // namespace bridgescope
