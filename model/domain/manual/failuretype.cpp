#include "domain/manual/failuretype.h"

#include "domain/base/nfc.h"
#include "domain/base/typedword.h"

#include <algorithm>

namespace bongsu {

namespace {

struct TypeWord {
    QStringView word;
    FailureType type;
};

// Read, not shown (composerline.cpp says why they stand here). What names a cause goes before what names a
// place: a data centre without power has a failure of power until somebody says more. Fire takes the site.
constexpr std::array typeWords{
    TypeWord{u"\uD654\uC7AC", FailureType::SiteLoss}, // 화재
    TypeWord{u"fire", FailureType::SiteLoss},
    TypeWord{u"\uC9C0\uC9C4", FailureType::Disaster}, // 지진
    TypeWord{u"\uCE68\uC218", FailureType::Disaster}, // 침수
    TypeWord{u"\uD0DC\uD48D", FailureType::Disaster}, // 태풍
    TypeWord{u"\uD64D\uC218", FailureType::Disaster}, // 홍수
    TypeWord{u"\uB099\uB8B0", FailureType::Disaster}, // 낙뢰
    TypeWord{u"earthquake", FailureType::Disaster},
    TypeWord{u"flood", FailureType::Disaster},
    TypeWord{u"typhoon", FailureType::Disaster},
    TypeWord{u"\uD30C\uC5C5", FailureType::Violence},       // 파업
    TypeWord{u"\uD14C\uB7EC", FailureType::Violence},       // 테러
    TypeWord{u"\uD3ED\uBC1C\uBB3C", FailureType::Violence}, // 폭발물
    TypeWord{u"\uC810\uAC70", FailureType::Violence},       // 점거
    TypeWord{u"strike", FailureType::Violence},
    TypeWord{u"terror", FailureType::Violence},
    TypeWord{u"bomb", FailureType::Violence},
    TypeWord{u"\uD574\uD0B9", FailureType::Security},       // 해킹
    TypeWord{u"\uCE68\uD574", FailureType::Security},       // 침해
    TypeWord{u"\uC720\uCD9C", FailureType::Security},       // 유출
    TypeWord{u"\uB79C\uC12C", FailureType::Security},       // 랜섬
    TypeWord{u"\uB514\uB3C4\uC2A4", FailureType::Security}, // 디도스
    TypeWord{u"hack", FailureType::Security},
    TypeWord{u"breach", FailureType::Security},
    TypeWord{u"leak", FailureType::Security},
    TypeWord{u"ransom", FailureType::Security},
    TypeWord{u"ddos", FailureType::Security},
    TypeWord{u"\uC815\uC804", FailureType::PowerCooling}, // 정전
    TypeWord{u"\uC804\uC6D0", FailureType::PowerCooling}, // 전원
    TypeWord{u"\uC804\uB825", FailureType::PowerCooling}, // 전력
    TypeWord{u"\uB0C9\uAC01", FailureType::PowerCooling}, // 냉각
    TypeWord{u"\uD56D\uC628", FailureType::PowerCooling}, // 항온
    TypeWord{u"power", FailureType::PowerCooling},
    TypeWord{u"cooling", FailureType::PowerCooling},
    TypeWord{u"UPS", FailureType::PowerCooling},
    TypeWord{u"\uB370\uC774\uD130\uC13C\uD130", FailureType::SiteLoss}, // 데이터센터
    TypeWord{u"\uAC74\uBB3C \uC804\uCCB4", FailureType::SiteLoss},      // 건물 전체
    TypeWord{u"data cent", FailureType::SiteLoss},
    TypeWord{u"whole site", FailureType::SiteLoss},
    TypeWord{u"\uBC30\uD3EC", FailureType::Change},             // 배포
    TypeWord{u"\uC5C5\uB370\uC774\uD2B8", FailureType::Change}, // 업데이트
    TypeWord{u"\uD328\uCE58", FailureType::Change},             // 패치
    TypeWord{u"\uC791\uC5C5 \uD6C4", FailureType::Change},      // 작업 후
    TypeWord{u"\uBCC0\uACBD", FailureType::Change},             // 변경
    TypeWord{u"deploy", FailureType::Change},
    TypeWord{u"update", FailureType::Change},
    TypeWord{u"patch", FailureType::Change},
    TypeWord{u"release", FailureType::Change},
    TypeWord{u"rollout", FailureType::Change},
    TypeWord{u"\uC624\uC870\uC791", FailureType::Mistake},        // 오조작
    TypeWord{u"\uC2E4\uC218", FailureType::Mistake},              // 실수
    TypeWord{u"\uC798\uBABB \uC0AD\uC81C", FailureType::Mistake}, // 잘못 삭제
    TypeWord{u"mistake", FailureType::Mistake},
    TypeWord{u"by accident", FailureType::Mistake},
    TypeWord{u"\uB370\uC774\uD130\uBCA0\uC774\uC2A4", FailureType::Database}, // 데이터베이스
    TypeWord{u"\uC2A4\uD1A0\uB9AC\uC9C0", FailureType::Database},             // 스토리지
    TypeWord{u"\uB514\uBE44", FailureType::Database},                         // 디비
    TypeWord{u"database", FailureType::Database},
    TypeWord{u"storage", FailureType::Database},
    TypeWord{u"replication", FailureType::Database},
    TypeWord{u"DB", FailureType::Database},
    TypeWord{u"\uB124\uD2B8\uC6CC\uD06C", FailureType::Network},  // 네트워크
    TypeWord{u"\uD68C\uC120", FailureType::Network},              // 회선
    TypeWord{u"\uB85C\uB4DC\uBC38\uB7F0", FailureType::Network},  // 로드밸런
    TypeWord{u"\uBD80\uD558 \uBD84\uC0B0", FailureType::Network}, // 부하 분산
    TypeWord{u"\uC2A4\uC704\uCE58", FailureType::Network},        // 스위치
    TypeWord{u"network", FailureType::Network},
    TypeWord{u"load balanc", FailureType::Network},
    TypeWord{u"switch", FailureType::Network},
    TypeWord{u"router", FailureType::Network},
    TypeWord{u"DNS", FailureType::Network},
    TypeWord{u"\uC678\uBD80", FailureType::Dependency},             // 외부
    TypeWord{u"\uC5F0\uACC4", FailureType::Dependency},             // 연계
    TypeWord{u"\uD1B5\uC2E0\uC0AC", FailureType::Dependency},       // 통신사
    TypeWord{u"\uD074\uB77C\uC6B0\uB4DC", FailureType::Dependency}, // 클라우드
    TypeWord{u"\uD611\uB825\uC0AC", FailureType::Dependency},       // 협력사
    TypeWord{u"third party", FailureType::Dependency},
    TypeWord{u"upstream", FailureType::Dependency},
    TypeWord{u"carrier", FailureType::Dependency},
    TypeWord{u"cloud", FailureType::Dependency},
    TypeWord{u"\uD2B8\uB798\uD53D \uAE09\uC99D", FailureType::Surge}, // 트래픽 급증
    TypeWord{u"\uD3ED\uC8FC", FailureType::Surge},                    // 폭주
    TypeWord{u"\uAE09\uC99D", FailureType::Surge},                    // 급증
    TypeWord{u"surge", FailureType::Surge},
    TypeWord{u"overload", FailureType::Surge},
    TypeWord{u"traffic spike", FailureType::Surge},
};

} // namespace

std::optional<FailureType> failureTypeOf(QStringView key) {
    const auto at = std::find(failureTypeKeys.begin(), failureTypeKeys.end(), key);
    return at == failureTypeKeys.end() ? std::nullopt
                                       : std::optional(FailureType(at - failureTypeKeys.begin() + 1));
}

std::optional<FailureType> failureTypeNamedIn(QStringView title) {
    const QString normal = toNfc(title);
    const auto at = std::find_if(typeWords.begin(), typeWords.end(),
                                 [&](const TypeWord& one) { return placeOfWord(normal, one.word) >= 0; });
    return at == typeWords.end() ? std::nullopt : std::optional(at->type);
}

} // namespace bongsu
