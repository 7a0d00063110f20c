# embed_assets(LIBRARY FUNCTION FOLDER): a library with every file of FOLDER in it, as
# `std::span<const parley::net::EmbeddedAsset> parley::net::FUNCTION()`. An empty FOLDER, or one that is not there yet,
# gives an empty list.
find_program(NODE_PROGRAM NAMES node nodejs REQUIRED)

function(embed_assets library function folder)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/${library})
  set(script ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/../../scripts/embed_assets.mjs)
  set(files "")
  if(folder)
    file(GLOB_RECURSE files CONFIGURE_DEPENDS ${folder}/*)
  else()
    set(folder ${output}/empty)
  endif()
  add_custom_command(
    OUTPUT ${output}/${function}.cpp
    COMMAND ${NODE_PROGRAM} ${script} ${folder} ${output} ${function}
    DEPENDS ${script} ${files}
    COMMENT "Embedding the files of ${folder}"
    VERBATIM)
  add_library(${library} STATIC ${output}/${function}.cpp)
  target_include_directories(${library} PRIVATE ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/..)
endfunction()
