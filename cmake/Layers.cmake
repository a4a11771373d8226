# A layer is one library with an include root of its own. The root holds nothing but a link to the layer's folder, so
# `#include "storage/eventstore.h"` compiles only in targets that link storage: the walls of the house are compile errors.

add_library(bongsu_flags INTERFACE)
target_compile_options(bongsu_flags INTERFACE
    -Wall -Wextra -Wpedantic -Werror -Wshadow=local -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough
    -Wnull-dereference $<$<CXX_COMPILER_ID:GNU>:-Wlogical-op -Wduplicated-cond -Wno-null-dereference>
    # At -O3 g++ 12 takes what an empty optional does not hold for something read, wherever it inlines a sort.
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Release>>:-Wno-maybe-uninitialized>)
target_compile_definitions(bongsu_flags INTERFACE
    QT_FORCE_ASSERTS # bugs assert in every build: on the worst day a stop is better than a wrong record
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH QT_NO_KEYWORDS
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060400)

# What nearly every file reads again comes in read once: the standard library's and Qt's own headers and nothing of
# this house, so that its walls stay. `core` is for the model, `widgets` for what people see. (Qt Test's header reads
# otherwise where Qt Network is linked.)
function(bongsu_precompile name)
    cmake_parse_arguments(arg "" "" "LIBS;HEADERS" ${ARGN})
    file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/precompiled/${name}.cpp CONTENT "")
    add_library(bongsu_precompiled_${name} OBJECT ${CMAKE_BINARY_DIR}/precompiled/${name}.cpp)
    target_link_libraries(bongsu_precompiled_${name} PRIVATE ${arg_LIBS} bongsu_flags)
    target_compile_options(bongsu_precompiled_${name} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
    target_precompile_headers(bongsu_precompiled_${name} PRIVATE ${arg_HEADERS})
    # What ccache takes for the headers' content (CCACHE_PCH_EXTSUM): the precompiled file itself names its folder, so
    # that no other checkout would find what this one has compiled.
    file(WRITE ${CMAKE_BINARY_DIR}${CMAKE_FILES_DIRECTORY}/bongsu_precompiled_${name}.dir/cmake_pch.hxx.gch.sum
        "${arg_HEADERS} Qt ${Qt6_VERSION} ${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}")
endfunction()
set(standard <algorithm> <array> <chrono> <deque> <functional> <map> <memory> <optional> <set> <span> <utility> <variant>
    <vector> <tl/expected.hpp>)
set(core <QByteArray> <QByteArrayView> <QFile> <QHash> <QObject> <QPointer> <QString> <QStringList> <QTimer> <QtEndian>)
set(widgets <QApplication> <QBoxLayout> <QKeyEvent> <QLabel> <QLineEdit> <QListView> <QPainter> <QPushButton>)
bongsu_precompile(core LIBS Qt6::Core HEADERS ${standard} ${core})
bongsu_precompile(widgets LIBS Qt6::Widgets HEADERS ${standard} ${core} ${widgets})

# Whoever links Qt Widgets, or a layer that does, gets them.
function(bongsu_links_widgets target result)
    set(found FALSE)
    get_target_property(libs ${target} LINK_LIBRARIES)
    foreach(lib IN LISTS libs)
        if(lib STREQUAL "Qt6::Widgets")
            set(found TRUE)
        elseif(lib MATCHES "^bongsu_" AND TARGET ${lib} AND NOT lib STREQUAL "bongsu_flags" AND NOT found)
            bongsu_links_widgets(${lib} found)
        endif()
    endforeach()
    set(${result} ${found} PARENT_SCOPE)
endfunction()
function(bongsu_use_precompiled target)
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>) # or ccache passes it by
    bongsu_links_widgets(${target} widgets)
    if(widgets)
        target_precompile_headers(${target} REUSE_FROM bongsu_precompiled_widgets)
    else()
        target_precompile_headers(${target} REUSE_FROM bongsu_precompiled_core)
    endif()
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

# bongsu_test(NAME SOURCES... LIBS targets): a Qt Test program, registered with CTest under its own name.
function(bongsu_test name)
    cmake_parse_arguments(arg "" "TIMEOUT" "SOURCES;LIBS;ARGS" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    target_link_libraries(${name} PRIVATE ${arg_LIBS} Qt6::Test bongsu_flags)
    target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
    bongsu_use_precompiled(${name})
    add_test(NAME ${name} COMMAND ${name} ${arg_ARGS})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} ENVIRONMENT
        "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=Asia/Seoul;BONGSU_SOURCE_DIR=${CMAKE_SOURCE_DIR}")
endfunction()
