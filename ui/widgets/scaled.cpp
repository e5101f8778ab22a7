#include "ui/widgets/scaled.h"

#include "ui/widgets/text.h"

#include <QApplication>
#include <QEvent>
#include <QHeaderView>

#include <functional>

namespace bridgescope {
namespace {

class Scaler : public QObject {
public:
    Scaler(QWidget& widget, std::function<void(double)> apply)
        : QObject(&widget), m_apply(std::move(apply)), m_scale(textScale(QApplication::font()))
    {
        widget.installEventFilter(this);
        m_apply(m_scale);
    }

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() != QEvent::FontChange && event->type() != QEvent::StyleChange) return false;
        const double scale = textScale(QApplication::font());
        if (scale != m_scale || event->type() == QEvent::FontChange) m_apply(m_scale = scale);
        return false;
    }

private:
    std::function<void(double)> m_apply;
    double m_scale;
};

} // namespace

void keepScaled(QWidget& widget, std::function<void(double scale)> apply)
{
    new Scaler(widget, std::move(apply)); // the widget's child
}

void keepSectionsScaled(QHeaderView& header)
{
    keepScaled(header, [&header, last = textScale(QApplication::font())](double scale) mutable {
        const double ratio = scale / last;
        last = scale;
        if (ratio == 1) return;
        header.setProperty("scaling", true);
        for (int section = 0; section < header.count(); ++section)
            if (!header.isSectionHidden(section) && header.sectionResizeMode(section) != QHeaderView::Stretch)
                header.resizeSection(section, qRound(header.sectionSize(section) * ratio));
        header.setProperty("scaling", false);
    });
}

} // namespace bridgescope
