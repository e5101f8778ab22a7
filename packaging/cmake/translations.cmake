# Translations of the window: resources/translations/*.ts become .qm beside the programs' share folder. Without lrelease
# the window is in English.
find_program(LRELEASE NAMES lrelease6 lrelease-qt6 lrelease HINTS /usr/lib/qt6/bin ${QT6_INSTALL_PREFIX}/${QT6_INSTALL_BINS})
if(NOT LRELEASE)
    message(STATUS "lrelease is missing (Debian: qt6-l10n-tools): the window will be in English only")
    return()
endif()
file(GLOB translation_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/resources/translations/*.ts)
set(translations)
foreach(source ${translation_sources})
    get_filename_component(name ${source} NAME_WE)
    # where the program in the build tree looks: ../share/bridgescope
    set(translation ${PROJECT_BINARY_DIR}/app/share/bridgescope/translations/${name}.qm)
    add_custom_command(OUTPUT ${translation} DEPENDS ${source}
        COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/app/share/bridgescope/translations
        COMMAND ${LRELEASE} -silent ${source} -qm ${translation} VERBATIM)
    list(APPEND translations ${translation})
endforeach()
add_custom_target(translations ALL DEPENDS ${translations})
install(FILES ${translations} DESTINATION ${CMAKE_INSTALL_DATADIR}/bridgescope/translations)
