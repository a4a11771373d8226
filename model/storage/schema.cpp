#include "storage/schema.h"

#include "storage/statements.h"

#include <QList>

namespace bongsu::schema {

namespace {
// Statements end with a semicolon at the end of a line; comments fill lines of their own.
std::vector<QByteArray> statementsOf(const QByteArray& script) {
    std::vector<QByteArray> statements;
    QByteArray statement;
    const QList<QByteArray> lines = script.split('\n');
    for (const QByteArray& line : lines) {
        if (line.trimmed().isEmpty() || line.startsWith("--")) {
            continue;
        }
        statement += line + '\n';
        if (line.endsWith(';')) {
            statements.push_back(std::exchange(statement, {}));
        }
    }
    Q_ASSERT(statement.isEmpty());
    return statements;
}

Outcome runScript(Connection& connection, const QByteArray& script, qint64 version) {
    for (const QByteArray& statement : statementsOf(script)) {
        if (auto ran = connection.runOnce(statement); !ran) {
            return ran;
        }
    }
    return connection.runOnce(statements::setUserVersion + QByteArray::number(version));
}
} // namespace

Outcome migrate(Connection& connection, qint64 version, const std::vector<QByteArray>& scripts) {
    for (size_t i = size_t(version); i < scripts.size(); ++i) {
        if (auto begun = connection.run(statements::begin); !begun) {
            return begun;
        }
        auto done = runScript(connection, scripts[i], qint64(i) + 1);
        if (done) {
            done = connection.run(statements::commit);
        }
        if (!done) {
            connection.run(statements::rollback);
            return done;
        }
    }
    return {};
}

} // namespace bongsu::schema
