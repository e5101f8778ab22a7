#pragma once
#include "ui/widgets/tokens.h"

#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <QString>

class QPainter;

namespace bridgescope {

/// A space has its color and its shape. Triangle stands for X against Y.
enum class Mark { Square, Diamond, Circle, Triangle };
enum class Space { X, F, Y };

Mark markOf(Space space);
const SpaceColors& colorsOf(Space space, const Tokens& tokens);
QString spaceLetter(Space space); ///< "X", "f(X)", "Y"

QPainterPath markPath(Mark mark, QPointF center, double size);
/// Filled, with an outline of `outline` where it is valid. `size` is the side of the square; the others are drawn as
/// large to the eye.
void paintMark(QPainter& painter, Mark mark, QPointF center, double size, const QColor& fill,
               const QColor& outline = {});
/// The mark of a space as it stands on every ground of the window: filled, and outlined in the space's `thin`, which
/// reaches 3:1 where the fill does not.
void paintSpaceMark(QPainter& painter, Space space, QPointF center, double size, const Tokens& tokens);
void paintHollowMark(QPainter& painter, Mark mark, QPointF center, double size, const QColor& line,
                     const QColor& ground);

/// The frame a space gives to its letter and to ranks: square corners, a leaf, a pill.
QPainterPath spaceFrame(Space space, const QRectF& rect);
/// Letter of the space in its frame, tinted.
void paintSpaceBadge(QPainter& painter, const QRectF& rect, Space space, const Tokens& tokens);
/// Width a badge wants at the painter's scale: 20 for X and Y, 30 for f(X), times `scale`.
double spaceBadgeWidth(Space space, double scale);
/// A rank: framed and tinted in the space's shape when `within` K, plain grey otherwise.
void paintRankCell(QPainter& painter, const QRectF& rect, Space space, const QString& rank, bool within,
                   const Tokens& tokens);

/// Where an entry of any of the three lists stands: in which of X, f(X), Y it is among the K nearest.
enum class Region { Kept, StayedWithX, LearnedFromY, DroppedByF, Lost, Strayed, Missed };
inline constexpr int regionCount = 7;
Region regionOf(bool inX, bool inF, bool inY); ///< at least one of them true
bool regionHas(Region region, Space space);
QString regionName(Region region);      ///< "Stayed with X"
QString regionShortName(Region region); ///< "Stayed"
/// The three shapes in the order X, f(X), Y, filled where the entry is a neighbor. `size` of one mark.
void paintRegionGlyph(QPainter& painter, QPointF leftCenter, double size, Region region, const Tokens& tokens,
                      const QColor& ground);
double regionGlyphWidth(double size);

/// `value` of `k` as a row of small boxes; a bar parted at tenths where k boxes would be too narrow to count.
void paintPips(QPainter& painter, const QRectF& rect, int value, int k, const QColor& fill, const Tokens& tokens);

} // namespace bridgescope
