# kevai_embed(TARGET FUNCTION ROOT FILES…): puts files into the library TARGET. The C++ function
# kevai::FUNCTION() (declare it as in base/embedded.hpp) lists them by their path below ROOT.
function(kevai_embed target function root)
  set(asm "    .section .rodata\n")
  set(declarations "")
  set(rows "")
  set(index 0)
  foreach(file ${ARGN})
    file(RELATIVE_PATH path ${root} ${file})
    set(symbol "kevai_${function}_${index}")
    string(APPEND asm "    .global ${symbol}\n    .global ${symbol}_end\n${symbol}:\n    .incbin \"${file}\"\n${symbol}_end:\n    .byte 0\n")
    string(APPEND declarations "extern \"C\" const char ${symbol}[];\nextern \"C\" const char ${symbol}_end[];\n")
    string(APPEND rows "      {\"${path}\", {${symbol}, static_cast<std::size_t>(${symbol}_end - ${symbol})}},\n")
    math(EXPR index "${index} + 1")
  endforeach()
  string(APPEND asm "    .section .note.GNU-stack,\"\",@progbits\n")
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${function})
  file(CONFIGURE OUTPUT ${out}.S CONTENT "${asm}" @ONLY)
  file(CONFIGURE OUTPUT ${out}.cpp CONTENT "#include \"base/embedded.hpp\"\n\n${declarations}
namespace kevai {
std::span<const EmbeddedFile> ${function}() {
  static const EmbeddedFile files[] = {
${rows}      {}};
  return {files, ${index}};
}
}  // namespace kevai
" @ONLY)
  set_source_files_properties(${out}.S PROPERTIES OBJECT_DEPENDS "${ARGN}")
  target_sources(${target} PRIVATE ${out}.S ${out}.cpp)
endfunction()
