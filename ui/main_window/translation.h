#pragma once
class QCoreApplication;
class QLocale;

namespace bridgescope {

/// The window in the language of `locale` where there is a translation (translations/bridgescope_LANGUAGE.qm), Qt's own
/// texts with it. To be called before a window is made.
void installTranslation(QCoreApplication& app, const QLocale& locale);

} // namespace bridgescope
