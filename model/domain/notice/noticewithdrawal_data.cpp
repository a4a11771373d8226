#include "domain/notice/drafting.h"

namespace bongsu {

// Without its full stop: the template ends the sentence.
LocalText withdrawalWords() {
    return {u"앞서 보낸 안내는 잘못 나간 것입니다. 따르지 말아 주십시오"_qs,
            u"That notice was sent by mistake. Please do not follow it"_qs};
}

} // namespace bongsu
