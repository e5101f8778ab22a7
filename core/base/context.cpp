#include "core/base/context.h"

#include "core/base/error.h"

namespace bridgescope {

void Context::checkStop() const
{
    if (stop.stop_requested()) throw Cancelled();
}

void Context::report(double done, double total, std::string_view unit) const
{
    if (progress) progress(Progress{done, total, unit});
}

void Context::warning(const std::string& text) const
{
    if (warn) warn(text);
}

} // namespace bridgescope
