#include "report/zipped.h"

#include <zip.h>

#include <memory>

namespace bongsu {

namespace {

using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;
using HeldSource = std::unique_ptr<zip_source_t, decltype(&zip_source_free)>;

tl::unexpected<Error> cannot() {
    return fail(failure::disk, "zip");
}

bool add(zip_t* archive, const ZippedFile& file) {
    constexpr zip_uint16_t firstDay = (0 << 9) | (1 << 5) | 1; // years since 1980, month, day
    zip_source_t* source =
        zip_source_buffer(archive, file.bytes.constData(), zip_uint64_t(file.bytes.size()), 0);
    const zip_int64_t index =
        source ? zip_file_add(archive, file.name.constData(), source, ZIP_FL_ENC_UTF_8) : -1;
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    const auto at = zip_uint64_t(index);
    return zip_set_file_compression(archive, at, file.packed ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0) == 0 &&
           zip_file_set_dostime(archive, at, 0, firstDay, 0) == 0;
}

Result<QByteArray> contentOf(zip_source_t* source) {
    zip_stat_t about;
    if (zip_source_stat(source, &about) != 0 || zip_source_open(source) != 0) {
        return cannot();
    }
    QByteArray bytes(qsizetype(about.size), '\0');
    const zip_int64_t read = zip_source_read(source, bytes.data(), about.size);
    zip_source_close(source);
    return read == zip_int64_t(about.size) ? Result<QByteArray>(bytes) : cannot();
}

} // namespace

Result<QByteArray> zipped(const std::vector<ZippedFile>& files) {
    zip_error_t error;
    zip_error_init(&error);
    const HeldSource memory(zip_source_buffer_create(nullptr, 0, 0, &error), &zip_source_free);
    if (!memory) {
        return cannot();
    }
    zip_source_keep(memory.get()); // what was written into it is read when the archive has been closed
    Archive archive(zip_open_from_source(memory.get(), ZIP_TRUNCATE, &error), &zip_discard);
    if (!archive) {
        zip_source_free(memory.get());
        return cannot();
    }
    for (const ZippedFile& file : files) {
        if (!add(archive.get(), file)) {
            return cannot();
        }
    }
    if (zip_close(archive.get()) != 0) {
        return cannot();
    }
    archive.release();
    return contentOf(memory.get());
}

} // namespace bongsu
