// One SQLite connection of one thread: statements prepared once, errors as the failures they mean.
#pragma once

#include "domain/base/result.h"

#include <QSqlDatabase>
#include <QVariantList>

#include <functional>
#include <map>
#include <memory>

class QSqlError;
class QSqlQuery;

namespace bongsu {

// One row of an answer, valid while it is visited.
class Row {
  public:
    explicit Row(const QSqlQuery& query) : m_query(query) {}
    QByteArray bytes(int column) const;
    qint64 integer(int column) const;
    QByteArray word(int column) const; // a text of SQLite's own

  private:
    const QSqlQuery& m_query;
};

// Must be opened, used and destroyed on the same thread. A statement is a string that lives as long as the
// program (statements.h): it is prepared when first used. Values stand for its question marks.
class Connection {
  public:
    // `file` must exist (an empty one is a new database). Failures here and below: disk, disk.full, busy,
    // corrupt.
    static Result<std::unique_ptr<Connection>> open(const QString& file);
    ~Connection();

    // Where no rows are expected.
    Outcome run(const char* statement, const QVariantList& values = {});
    // The same, false where a row with such a key is there already.
    Result<bool> insert(const char* statement, const QVariantList& values);
    // Shows each row to `visit` until it says false or fails; the statement itself must not run again inside.
    Outcome each(const char* statement, const QVariantList& values,
                 const std::function<Result<bool>(const Row&)>& visit);
    // The first column of the only row; nothing where there is none.
    Result<std::optional<QByteArray>> bytesOf(const char* statement, const QVariantList& values);
    Result<qint64> integerOf(const char* statement);
    // For statements made while running: numbers in PRAGMAs, the schema.
    Outcome runOnce(const QByteArray& statement);

  private:
    Connection(QString name, QSqlDatabase database);
    Result<QSqlQuery*> executed(const char* statement, const QVariantList& values);
    tl::unexpected<Error> failed(const QSqlError& error);

    QString m_name;
    QSqlDatabase m_database;
    std::map<const char*, std::unique_ptr<QSqlQuery>> m_prepared;
    int m_lastCode = 0; // SQLite's, of the newest failure
};

} // namespace bongsu
