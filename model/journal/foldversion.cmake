# Writes TO: the hash of LIBRARY, the code that folds, headers and all.
file(SHA256 ${LIBRARY} hash)
file(WRITE ${TO} "#include \"journal/opening.h\"
namespace bongsu {
QByteArray hashOfTheFold() {
    return QByteArrayLiteral(\"${hash}\");
}
} // namespace bongsu
")
