# A layer is one library with an include root of its own. The root holds nothing but a link to the layer's folder, so
# `#include "storage/eventstore.h"` compiles only in targets that link storage: the walls of the house are compile errors.

add_library(bongsu_flags INTERFACE)
# clang builds the fuzzers alone (preset `fuzz`), of sources that g++ has warned of already.
target_compile_options(bongsu_flags INTERFACE
    $<$<CXX_COMPILER_ID:GNU>:-Wall -Wextra -Wpedantic -Werror -Wshadow=local -Wnon-virtual-dtor -Woverloaded-virtual
    -Wimplicit-fallthrough -Wnull-dereference -Wlogical-op -Wduplicated-cond -Wno-null-dereference
    # g++ 12 takes what an empty optional does not hold for something read: at -O3 wherever it inlines a sort, under a
    # sanitizer in a test of all facts. The sanitizers themselves see what is really read.
    -Wno-maybe-uninitialized>)
# Linking some 240 test programs: lld takes a quarter of what ld does (docs/decisions/004).
find_program(BONGSU_LLD ld.lld)
if(BONGSU_LLD)
    target_link_options(bongsu_flags INTERFACE -fuse-ld=lld)
endif()
target_compile_definitions(bongsu_flags INTERFACE
    QT_FORCE_ASSERTS # bugs assert in every build: on the worst day a stop is better than a wrong record
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH QT_NO_KEYWORDS
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060400)

# What nearly every file reads again comes in read once. `core` and `widgets` hold the standard library's and Qt's own
# headers; `domain` and `window` also what an event, its log and an incident are, for whoever links `domain` anyway, so
# that the walls stay: the variant of all facts alone takes g++ two seconds each time it is read. `test…` have Qt Test on
# top. Figures: docs/decisions/004-one-check-two-builds.md
set(domain_root ${CMAKE_BINARY_DIR}/roots/domain)
set(domain_headers domain/log/ledger.h domain/incident/incident.h domain/event/compose.h)
# Those and what they include, each with its content.
set(domain_content "")
set(waiting ${domain_headers})
set(seen ${domain_headers})
while(waiting)
    list(POP_FRONT waiting header)
    set(file ${CMAKE_SOURCE_DIR}/model/${header})
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    file(SHA256 ${file} hash)
    string(APPEND domain_content "${header} ${hash}\n")
    file(STRINGS ${file} lines REGEX "^#include \"domain/")
    foreach(line IN LISTS lines)
        string(REGEX REPLACE "^#include \"(.*)\".*" "\\1" included ${line})
        if(NOT included IN_LIST seen)
            list(APPEND seen ${included})
            list(APPEND waiting ${included})
        endif()
    endforeach()
endwhile()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    # As CMake has it but without -Xclang, behind which ccache leaves a path as it is, and so finds nothing of another checkout's.
    set(CMAKE_CXX_COMPILE_OPTIONS_USE_PCH -include <PCH_HEADER>)
endif()
function(bongsu_precompile name)
    cmake_parse_arguments(arg "DOMAIN" "" "LIBS;HEADERS" ${ARGN})
    file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/precompiled/${name}.cpp CONTENT "")
    add_library(bongsu_precompiled_${name} OBJECT ${CMAKE_BINARY_DIR}/precompiled/${name}.cpp)
    target_link_libraries(bongsu_precompiled_${name} PRIVATE ${arg_LIBS} bongsu_flags)
    # clang would refuse one that another checkout built of files written at another time.
    target_compile_options(bongsu_precompiled_${name} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>
        "$<$<CXX_COMPILER_ID:Clang>:SHELL:-Xclang -fno-pch-timestamp>")
    target_precompile_headers(bongsu_precompiled_${name} PRIVATE ${arg_HEADERS})
    set(content "")
    if(arg_DOMAIN)
        # The folder and not the layer: the layer itself is compiled with this.
        target_include_directories(bongsu_precompiled_${name} PRIVATE ${domain_root})
        list(TRANSFORM domain_headers REPLACE "(.+)" "<\\1>" OUTPUT_VARIABLE headers)
        target_precompile_headers(bongsu_precompiled_${name} PRIVATE ${headers})
        set(content ${domain_content})
    endif()
    # What ccache takes for the headers' content (CCACHE_PCH_EXTSUM): the precompiled file itself names its folder, so
    # that no other checkout would find what this one has compiled. A header of the domain that changed is seen because
    # CMake runs again when one of these does.
    set(suffix gch)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
        set(suffix pch)
    endif()
    file(WRITE ${CMAKE_BINARY_DIR}${CMAKE_FILES_DIRECTORY}/bongsu_precompiled_${name}.dir/cmake_pch.hxx.${suffix}.sum
        "${arg_HEADERS} Qt ${Qt6_VERSION} ${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}\n${content}")
endfunction()
set(standard <algorithm> <array> <chrono> <deque> <functional> <map> <memory> <optional> <set> <span> <utility> <variant>
    <vector> <tl/expected.hpp>)
set(core ${standard} <QByteArray> <QByteArrayView> <QFile> <QHash> <QObject> <QPointer> <QString> <QStringList> <QTimer>
    <QtEndian>)
set(widgets ${core} <QApplication> <QBoxLayout> <QKeyEvent> <QLabel> <QLineEdit> <QListView> <QPainter> <QPushButton>)
bongsu_precompile(core LIBS Qt6::Core HEADERS ${core})
bongsu_precompile(widgets LIBS Qt6::Widgets HEADERS ${widgets})
bongsu_precompile(domain DOMAIN LIBS Qt6::Core HEADERS ${core})
bongsu_precompile(window DOMAIN LIBS Qt6::Widgets HEADERS ${widgets})
# Qt Test's header reads otherwise where Qt Network is linked, so that all tests do.
bongsu_precompile(test_domain DOMAIN LIBS Qt6::Test Qt6::Network HEADERS ${core} <QTest>)
bongsu_precompile(test_window DOMAIN LIBS Qt6::Test Qt6::Network Qt6::Widgets HEADERS ${widgets} <QTest>)

# Whether a target links WANTED, itself or through a layer.
function(bongsu_links target wanted result)
    set(found FALSE)
    get_target_property(libs ${target} LINK_LIBRARIES)
    foreach(lib IN LISTS libs)
        if(lib STREQUAL wanted)
            set(found TRUE)
        elseif(lib MATCHES "^bongsu_" AND TARGET ${lib} AND NOT lib STREQUAL "bongsu_flags" AND NOT found)
            bongsu_links(${lib} ${wanted} found)
        endif()
    endforeach()
    set(${result} ${found} PARENT_SCOPE)
endfunction()
function(bongsu_use_precompiled target)
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>) # or ccache passes it by
    bongsu_links(${target} Qt6::Widgets widgets)
    bongsu_links(${target} bongsu_domain domain)
    bongsu_links(${target} Qt6::Test test)
    if(target STREQUAL "bongsu_domain")
        set(domain TRUE)
    endif()
    if(domain AND widgets)
        set(name window)
    elseif(domain)
        set(name domain)
    elseif(widgets)
        set(name widgets)
    else()
        set(name core)
    endif()
    if(domain AND test)
        string(PREPEND name test_)
        target_link_libraries(${target} PRIVATE Qt6::Network)
    endif()
    target_precompile_headers(${target} REUSE_FROM bongsu_precompiled_${name})
endfunction()

# bongsu_layer(NAME FOLDER SOURCES... [MOC] [PUBLIC targets] [PRIVATE targets])
# FOLDER is relative to the source tree and its last part is the name used in includes.
function(bongsu_layer name folder)
    cmake_parse_arguments(arg "MOC" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    get_filename_component(leaf ${folder} NAME)
    set(root ${CMAKE_BINARY_DIR}/roots/${name})
    file(MAKE_DIRECTORY ${root})
    file(CREATE_LINK ${CMAKE_SOURCE_DIR}/${folder} ${root}/${leaf} SYMBOLIC)
    list(TRANSFORM arg_SOURCES PREPEND ${CMAKE_SOURCE_DIR}/${folder}/)
    add_library(bongsu_${name} STATIC ${arg_SOURCES})
    target_include_directories(bongsu_${name} PUBLIC ${root})
    target_link_libraries(bongsu_${name} PUBLIC ${arg_PUBLIC} PRIVATE bongsu_flags ${arg_PRIVATE})
    set_target_properties(bongsu_${name} PROPERTIES AUTOMOC ${arg_MOC})
    bongsu_use_precompiled(bongsu_${name})
endfunction()

# Programs that work on threads of their own: the preset tsan builds these alone, and runs the tests labelled `threads`.
add_custom_target(threaded)

# moc for the .cpp files of TARGET that include their own output. AUTOMOC would start CMake twice for each of some 180
# programs and compile a file more (docs/decisions/004).
function(bongsu_own_moc target)
    get_target_property(sources ${target} SOURCES)
    foreach(source IN LISTS sources)
        file(STRINGS ${CMAKE_CURRENT_SOURCE_DIR}/${source} includes REGEX "^#include \".*\\.moc\"")
        if(includes)
            get_filename_component(leaf ${source} NAME_WE)
            set(moc ${CMAKE_CURRENT_BINARY_DIR}/moc/${target}/${leaf}.moc)
            add_custom_command(OUTPUT ${moc} COMMAND Qt6::moc ${CMAKE_CURRENT_SOURCE_DIR}/${source} -o ${moc}
                DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${source} VERBATIM COMMENT "moc ${leaf}")
            target_sources(${target} PRIVATE ${moc})
            target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/moc/${target})
            set_source_files_properties(${moc} PROPERTIES HEADER_FILE_ONLY ON)
        endif()
    endforeach()
endfunction()

# bongsu_test(NAME SOURCES... LIBS targets): a Qt Test program, registered with CTest under its own name. THREADS: it
# works on threads of its own.
function(bongsu_test name)
    cmake_parse_arguments(arg "THREADS" "TIMEOUT" "SOURCES;LIBS;ARGS" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    bongsu_own_moc(${name})
    target_link_libraries(${name} PRIVATE ${arg_LIBS} Qt6::Test bongsu_flags)
    target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
    # A test's own lines are run a few times and compiled in every check: what it tests is optimised as it ships.
    target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:-O1>)
    bongsu_use_precompiled(${name})
    add_test(NAME ${name} COMMAND ${name} ${arg_ARGS})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} ENVIRONMENT
        "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=Asia/Seoul;BONGSU_SOURCE_DIR=${CMAKE_SOURCE_DIR}")
    if(arg_THREADS)
        set_tests_properties(${name} PROPERTIES LABELS threads)
        add_dependencies(threaded ${name})
    endif()
endfunction()
