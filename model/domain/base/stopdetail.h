// What a failure relay.stopped says beside its code. Without one the relay holds less than it once confirmed.
#pragma once

namespace bongsu::stopdetail {

inline constexpr const char* closed = "closed"; // by whoever runs it: it comes back

} // namespace bongsu::stopdetail
