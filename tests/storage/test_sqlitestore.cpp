#include "storage/conformance.h"
#include "storage/sqliteundertest.h"

#include <QTest>

namespace bongsu {

class TestSqliteStore : public Conformance {
    Q_OBJECT

  protected:
    std::unique_ptr<StoreUnderTest> makeStore() override { return std::make_unique<SqliteUnderTest>(); }
};

} // namespace bongsu

QTEST_GUILESS_MAIN(bongsu::TestSqliteStore)
#include "test_sqlitestore.moc"
